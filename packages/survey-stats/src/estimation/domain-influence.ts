import type { DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import type { CalibrationLayer } from '../weighting/calibration-layer.ts';
import { CalibrationFits } from './calibration-fit.ts';
import { residualVariances } from './residual-variances.ts';
import { residualise } from './residualise.ts';
import { stageVariance } from './stage-variance.ts';

/**
 * Variance in every domain of statistics whose influence stays inside their own domain.
 *
 * @param z row → influence on the statistic of the row's own domain, multiplied by the weight; NaN where the row
 *   does not enter (no answer, no domain).
 * @returns one variance a domain; NaN for a domain that no row enters.
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
  return residualVariances(cells, total, (level) =>
    entered[level] === 1 ? fits.fit(level, 0, undefined) : undefined,
  );
}

/** z of the rows that enter a domain and 0 elsewhere; undefined if none does. */
function domainColumn(cells: DomainCells, z: Float64Array, level: number): Float64Array | undefined {
  let entered = false;
  const column = new Float64Array(z.length);
  for (let row = 0; row < z.length; row++) {
    if (cells.levelOfRow[row] !== level || Number.isNaN(z[row]!)) continue;
    column[row] = z[row]!;
    entered = true;
  }
  return entered ? column : undefined;
}

/**
 * Totals of such influence values over all units of the last stage, one column a domain; residuals in a calibrated
 * design.
 */
export function domainUnitTotals(cells: DomainCells, z: Float64Array): Float64Array[] {
  const { design, levels, levelOfRow } = cells;
  const units = design.stages.at(-1)?.units ?? 0;
  const layers = design.calibration ?? [];
  if (layers.length > 0) {
    return Array.from({ length: levels }, (_, level) => {
      const column = domainColumn(cells, z, level) ?? new Float64Array(z.length);
      return unitTotals(
        design,
        layers.reduce((sofar, layer) => residualise(layer, sofar), column),
      );
    });
  }
  const totals = Array.from({ length: levels }, () => new Float64Array(units));
  for (let row = 0; row < z.length; row++) {
    const level = levelOfRow[row]!;
    if (level < levels && !Number.isNaN(z[row]!)) totals[level]![design.unit[row]!]! += z[row]!;
  }
  return totals;
}

function unitTotals(design: SurveyDesign, z: Float64Array): Float64Array {
  const totals = new Float64Array(design.stages.at(-1)?.units ?? 0);
  for (let row = 0; row < z.length; row++) totals[design.unit[row]!]! += z[row]!;
  return totals;
}
