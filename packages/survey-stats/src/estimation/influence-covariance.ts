import type { SurveyDesign } from '../design/survey-design.ts';
import { residualise } from './residualise.ts';
import { stageVariance } from './stage-variance.ts';

/**
 * Covariance matrix of statistics from their influence values: the variance engine for anything that is linear after
 * linearisation (regression, two-way tables, Gini, smooth functions).
 *
 * @param influence one column a statistic: row → influence value **already multiplied by the weight**, 0 for a row that
 *   does not enter.
 * @param present row → 1 for a row of the domain, 0 outside; absent: every row. It decides which strata the lonely-PSU
 *   rules `fail`, `adjust` and `average` see. A calibrated design has every row, because a residual is not 0 outside.
 * @returns the matrix by rows, columns × columns.
 * @throws if a column is not of the design's length or holds a value that is not finite, and for a stratum with one PSU
 *   under `lonelyPsu: 'fail'`.
 *
 * R equivalent: `survey::svyrecvar(z, …)`. Source: R/multistage.R; formulas in the doc of {@link stageVariance}.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1] });
 * influenceCovariance(design, [Float64Array.of(-1, 0, 1)]); // Float64Array [3]: 3/2 · ((−1)² + 0 + 1²)
 */
export function influenceCovariance(
  design: SurveyDesign,
  influence: readonly Float64Array[],
  present?: Uint8Array,
): Float64Array {
  influence.forEach((column, index) => {
    checkInfluence(column, index, design.rows);
  });
  const layers = design.calibration ?? [];
  const everywhere = layers.length > 0 || present === undefined;
  const { units, place } = presentUnits(design, everywhere ? undefined : present);
  const totals = influence.map((column) => {
    const z = layers.reduceRight((sofar, layer) => residualise(layer, sofar), column);
    return unitTotals(design, z, place, units.length);
  });
  return totalsCovariance(design, units, totals);
}

/** The same from totals of the listed units, residuals already taken: one column a statistic, one value a unit. */
export function totalsCovariance(
  design: SurveyDesign,
  units: Int32Array,
  totals: readonly Float64Array[],
): Float64Array {
  const scale = totals.map(largest);
  const unitScaled = totals.map((total, j) => total.map((value) => (scale[j] === 0 ? 0 : value / scale[j]!)));
  const p = totals.length;
  const covariance = new Float64Array(p * p);
  const both = new Float64Array(units.length);
  const combined = (a: Float64Array, b: Float64Array, sign: number): number => {
    for (let u = 0; u < both.length; u++) both[u] = a[u]! + sign * b[u]!;
    return stageVariance(design, units, both);
  };
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const a = unitScaled[i]!;
      const b = unitScaled[j]!;
      const scaled = i === j ? stageVariance(design, units, a) : (combined(a, b, 1) - combined(a, b, -1)) / 4;
      covariance[i * p + j] = scaled * scale[i]! * scale[j]!;
      covariance[j * p + i] = covariance[i * p + j]!;
    }
  }
  return covariance;
}

function checkInfluence(column: Float64Array, index: number, rows: number): void {
  if (column.length !== rows) {
    throw new RangeError(
      `influenceCovariance: every column must have one value a row of the design; column ${index}: expected ${rows}, got ${column.length}`,
    );
  }
  const bad = column.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `influenceCovariance: every influence value must be finite; column ${index} has ${column[bad]} at row index ${bad}. Rows that do not enter have 0`,
    );
  }
}

/** Units of the last stage that hold a row present, ascending, and each unit's place among them. */
function presentUnits(design: SurveyDesign, present: Uint8Array | undefined) {
  const place = new Int32Array(design.stages.at(-1)?.units ?? 0).fill(present ? -1 : 0);
  if (present) for (let row = 0; row < design.rows; row++) if (present[row]) place[design.unit[row]!] = 0;
  const units: number[] = [];
  for (let unit = 0; unit < place.length; unit++) {
    if (place[unit] === -1) continue;
    place[unit] = units.length;
    units.push(unit);
  }
  return { units: Int32Array.from(units), place };
}

function unitTotals(design: SurveyDesign, z: Float64Array, place: Int32Array, units: number): Float64Array {
  const totals = new Float64Array(units);
  for (let row = 0; row < z.length; row++) {
    const at = place[design.unit[row]!]!;
    if (at >= 0) totals[at]! += z[row]!;
  }
  return totals;
}

function largest(values: Float64Array): number {
  let max = 0;
  for (const value of values) max = Math.max(max, Math.abs(value));
  return max;
}
