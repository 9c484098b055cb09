import { CalibrationFits } from './calibration-fit.ts';
import type { CellSums } from './cell-sums.ts';
import { cellVariance } from './domain-variance.ts';
import { residualVariances } from './residual-variances.ts';

/**
 * Influence value of a row in a domain, before the weight: u = constant + y (y − centre) + x x, for rows of the domain
 * with an answer, and 0 elsewhere. One coefficient a domain; NaN where there is no estimate.
 */
export interface LinearForm {
  readonly constant: Float64Array;
  readonly y: Float64Array;
  readonly x?: Float64Array;
}

/** Variance of Σ w u in every domain; NaN where the coefficients are. */
export function linearFormVariance(sums: CellSums, form: LinearForm): Float64Array {
  return linearFormVariances([sums], [form])[0]!;
}

/** The same for several statistics that were summed side by side over one breakdown. */
export function linearFormVariances(sums: readonly CellSums[], forms: readonly LinearForm[]): Float64Array[] {
  const [first] = sums;
  const layers = first?.cells.design.calibration;
  if (!first || !layers || layers.length === 0) return sums.map((own, i) => sampledVariance(own, forms[i]!));
  const { cells, prepared } = first;
  const coefficients = new Float64Array(cells.levels * prepared.lanes * 2);
  sums.forEach((own, i) => {
    setCoefficients(own, forms[i]!, coefficients);
  });
  const fits = new CalibrationFits(layers, prepared, cells.levelOfRow, cells.levels, coefficients);
  return sums.map((own, i) => calibratedVariance(own, forms[i]!, fits));
}

function hasEstimate({ constant, y }: LinearForm, level: number): boolean {
  return !Number.isNaN(constant[level]!) && !Number.isNaN(y[level]!);
}

function sampledVariance(sums: CellSums, form: LinearForm): Float64Array {
  const { cells, total } = sums;
  cellTotals(sums, form, total);
  return Float64Array.from({ length: cells.levels }, (_, level) =>
    hasEstimate(form, level) ? cellVariance(cells, level, sums.cellWeight, total) : Number.NaN,
  );
}

/** Σ w u of every cell. */
function cellTotals(
  { cells, cellWeight, cellY, cellX }: CellSums,
  form: LinearForm,
  total: Float64Array,
): void {
  for (let level = 0; level < cells.levels; level++) {
    const to = cells.start[level + 1]!;
    const constant = form.constant[level]!;
    const byY = form.y[level]!;
    for (let c = cells.start[level]!; c < to; c++) total[c] = constant * cellWeight[c]! + byY * cellY[c]!;
    if (!form.x || !cellX) continue;
    const byX = form.x[level]!;
    for (let c = cells.start[level]!; c < to; c++) total[c]! += byX * cellX[c]!;
  }
}

function calibratedVariance(sums: CellSums, form: LinearForm, fits: CalibrationFits): Float64Array {
  const { cells, total, lane, laneX } = sums;
  cellTotals(sums, form, total);
  return residualVariances(cells, total, (level) =>
    hasEstimate(form, level) ? fits.fit(level, lane, laneX) : undefined,
  );
}

function setCoefficients(sums: CellSums, form: LinearForm, coefficients: Float64Array): void {
  const { cells, prepared, lane, laneX } = sums;
  for (let level = 0; level < cells.levels; level++) {
    if (!hasEstimate(form, level)) continue;
    const at = (level * prepared.lanes + lane) * 2;
    coefficients[at] = form.constant[level]!;
    coefficients[at + 1] = form.y[level]!;
    if (laneX !== undefined && form.x)
      coefficients[(level * prepared.lanes + laneX) * 2 + 1] = form.x[level]!;
  }
}
