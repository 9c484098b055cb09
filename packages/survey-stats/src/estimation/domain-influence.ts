import type { DomainCells } from '../design/domain-cells.ts';
import type { CalibrationLayer } from '../weighting/calibration-layer.ts';
import { CalibrationFits, subtractFits } from './calibration-fit.ts';
import { LANES } from './prepared-columns.ts';
import { residualVariances } from './residual-variances.ts';
import { stageVariance } from './stage-variance.ts';

/**
 * Variances of linearised statistics in every domain at once: for a statistic whose influence stays inside its own
 * domain, many times faster than `influenceCovariance` domain by domain.
 *
 * @param z row → influence on the statistic of the row's own domain, multiplied by the weight; NaN where the row does
 *   not enter (no answer, no domain). A row with 0 enters: it decides which strata the lonely-PSU rules see.
 * @returns one variance a domain; NaN for a domain that no row enters.
 * @throws for a stratum with one PSU under `lonelyPsu: 'fail'`.
 *
 * R equivalent: `survey::svyrecvar(z * (by == level), …)` for each level. Source: R/multistage.R.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const domains = domainCells(design, Int32Array.of(0, 0, 1, 1), 2);
 * domainInfluenceVariance(domains, Float64Array.of(-1, 1, -3, 3)); // Float64Array [8/3, 24]: 4/3 · Σ z²
 */
export function domainInfluenceVariance(cells: DomainCells, z: Float64Array): Float64Array {
  const { calibration } = cells.design;
  return calibration ? calibratedVariance(cells, calibration, z) : cellVariance(cells, z);
}

function cellVariance(cells: DomainCells, z: Float64Array): Float64Array {
  const { design, cellOfRow, levels, start } = cells;
  const total = new Float64Array(cells.cells + 1);
  const entered = new Uint8Array(cells.cells + 1);
  for (let row = 0; row < z.length; row++) {
    const value = z[row]!;
    if (Number.isNaN(value)) continue;
    const cell = cellOfRow[row]!;
    total[cell]! += value;
    entered[cell] = 1;
  }
  return Float64Array.from({ length: levels }, (_, level) => {
    const units: number[] = [];
    const totals: number[] = [];
    for (let cell = start[level]!; cell < start[level + 1]!; cell++) {
      if (entered[cell] === 0) continue;
      units.push(cells.unit[cell]!);
      totals.push(total[cell]!);
    }
    return units.length === 0
      ? Number.NaN
      : stageVariance(design, Int32Array.from(units), Float64Array.from(totals));
  });
}

function calibratedVariance(
  cells: DomainCells,
  layers: readonly CalibrationLayer[],
  z: Float64Array,
): Float64Array {
  const { total, entered, fitOf } = cellFits(cells, layers, z);
  return residualVariances(cells, total, (level) => (entered[level] === 1 ? fitOf(level) : undefined));
}

/** Totals of the cells, the domains that a row enters, and their fits in a calibrated design, in one pass over the rows. */
function cellFits(cells: DomainCells, layers: readonly CalibrationLayer[], z: Float64Array) {
  const { cellOfRow, levelOfRow, levels } = cells;
  const total = new Float64Array(cells.cells + 1);
  const entered = new Uint8Array(levels + 1);
  const data = new Float64Array(z.length * 2);
  for (let row = 0; row < z.length; row++) {
    const value = z[row]!;
    if (Number.isNaN(value)) continue;
    total[cellOfRow[row]!]! += value;
    entered[levelOfRow[row]!] = 1;
    data[row * 2 + 1] = value;
  }
  const asItIs = new Float64Array(levels * 2).map((_, at) => at % 2);
  const fits = new CalibrationFits(layers, { lanes: 1, data }, levelOfRow, levels, asItIs);
  return { total, entered, fitOf: (level: number) => fits.fit(level, 0, undefined) };
}

/**
 * Totals of such influence values over all units of the last stage, one column a domain; residuals in a calibrated
 * design.
 */
export function domainUnitTotals(cells: DomainCells, z: Float64Array): Float64Array[] {
  const { design, levels, levelOfRow, start, unit } = cells;
  const units = design.stages.at(-1)?.units ?? 0;
  const layers = design.calibration ?? [];
  const totals = Array.from({ length: levels }, () => new Float64Array(units));
  if (layers.length > 0) {
    const { total, fitOf } = cellFits(cells, layers, z);
    for (let level = 0; level < levels; level += LANES) {
      const together = totals.slice(level, level + LANES);
      const spare = Array.from({ length: LANES - together.length }, () => new Float64Array(units));
      subtractFits(
        design,
        together.map((_, i) => fitOf(level + i)),
        [...together, ...spare],
      );
    }
    totals.forEach((own, level) => {
      for (let c = start[level]!; c < start[level + 1]!; c++) own[unit[c]!]! += total[c]!;
    });
    return totals;
  }
  for (let row = 0; row < z.length; row++) {
    const level = levelOfRow[row]!;
    if (level < levels && !Number.isNaN(z[row]!)) totals[level]![design.unit[row]!]! += z[row]!;
  }
  return totals;
}
