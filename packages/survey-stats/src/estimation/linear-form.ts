import { CalibrationFits } from './calibration-fit.ts';
import type { CellSums } from './cell-sums.ts';
import { cellVariance, stratumFactors } from './domain-variance.ts';
import { LANES } from './prepared-columns.ts';
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
  if (!first || !layers || layers.length === 0) return sampledVariances(sums, forms);
  const { cells, prepared } = first;
  const coefficients = coefficientsOf(sums, forms);
  const fits = new CalibrationFits(layers, prepared, cells.levelOfRow, cells.levels, coefficients);
  return sums.map((own, i) => calibratedVariance(own, forms[i]!, fits));
}

function hasEstimate({ constant, y }: LinearForm, level: number): boolean {
  return !Number.isNaN(constant[level]!) && !Number.isNaN(y[level]!);
}

/** Domain by domain, so that its sums are still near when the next statistic wants them. */
function sampledVariances(sums: readonly CellSums[], forms: readonly LinearForm[]): Float64Array[] {
  const [first] = sums;
  const levels = first?.cells.levels ?? 0;
  const factors =
    first?.kernel && forms.every(({ x }) => !x) ? stratumFactors(first.cells.design) : undefined;
  if (first?.kernel && factors) {
    const found = first.kernel.variances(factors, coefficientsOf(sums, forms));
    return sums.map(({ lane }, i) => {
      const variance = new Float64Array(levels);
      for (let level = 0; level < levels; level++) {
        variance[level] = hasEstimate(forms[i]!, level) ? found[level * LANES + lane]! : Number.NaN;
      }
      return variance;
    });
  }
  const variances = sums.map(() => new Float64Array(levels).fill(Number.NaN));
  for (let level = 0; level < levels; level++) {
    sums.forEach((own, i) => {
      const form = forms[i]!;
      if (!hasEstimate(form, level)) return;
      cellTotals(own, form, level);
      variances[i]![level] = cellVariance(own, level);
    });
  }
  return variances;
}

/** Σ w u of every cell of a domain, into `total`. */
function cellTotals(
  { cells, cellSums, prepared, lane, laneX, total }: CellSums,
  form: LinearForm,
  level: number,
): void {
  const width = prepared.lanes * 2;
  const from = cells.start[level]!;
  const to = cells.start[level + 1]!;
  const all = cellSums();
  addTotals(all, width, lane * 2, form.constant[level]!, form.y[level]!, total, from, to);
  if (form.x && laneX !== undefined) addMore(all, width, laneX * 2 + 1, form.x[level]!, total, from, to);
}

function addTotals(
  cellSums: Float64Array,
  width: number,
  lane: number,
  byWeight: number,
  byY: number,
  total: Float64Array,
  from: number,
  to: number,
): void {
  let at = from * width + lane;
  for (let c = from; c < to; c++) {
    total[c] = byWeight * cellSums[at]! + byY * cellSums[at + 1]!;
    at += width;
  }
}

function addMore(
  cellSums: Float64Array,
  width: number,
  lane: number,
  by: number,
  total: Float64Array,
  from: number,
  to: number,
): void {
  let at = from * width + lane;
  for (let c = from; c < to; c++) {
    total[c]! += by * cellSums[at]!;
    at += width;
  }
}

function calibratedVariance(sums: CellSums, form: LinearForm, fits: CalibrationFits): Float64Array {
  const { cells, total, lane, laneX } = sums;
  for (let level = 0; level < cells.levels; level++) cellTotals(sums, form, level);
  return residualVariances(cells, total, (level) =>
    hasEstimate(form, level) ? fits.fit(level, lane, laneX) : undefined,
  );
}

/** At (level · lanes + lane) · 2 the constant and the coefficient of y − centre; 0 for a lane that does not enter. */
function coefficientsOf(sums: readonly CellSums[], forms: readonly LinearForm[]): Float64Array {
  const { cells, prepared } = sums[0]!;
  const coefficients = new Float64Array(cells.levels * prepared.lanes * 2);
  sums.forEach((own, i) => {
    setCoefficients(own, forms[i]!, coefficients);
  });
  return coefficients;
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
