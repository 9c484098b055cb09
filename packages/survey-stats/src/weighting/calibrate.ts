import type { SurveyDesign } from '../design/survey-design.ts';
import { type CalibrationKind, calibrationFunction } from './calibration-function.ts';
import { withCalibration } from './calibration-layer.ts';
import { proportionalStart, solveCalibration } from './solve-calibration.ts';
import { sparseFromColumns } from './sparse-rows.ts';

export interface CalibrationInput {
  /** calibration variables, one column each, a value for every row; add a column of ones for the population size */
  readonly x: readonly Float64Array[];
  /** population total of each column */
  readonly totals: readonly number[];
  readonly kind: CalibrationKind;
  /** limits of g, below and above 1; logit needs them */
  readonly bounds?: readonly [number, number] | undefined;
  /** largest relative miss of a total, default 1e-10 */
  readonly epsilon?: number | undefined;
  /** default 50 */
  readonly maxIterations?: number | undefined;
}

/**
 * Calibration: changes the weights as little as possible so that weighted totals equal population totals.
 *
 * Every later estimate from the result uses the residual form of the variance: what the calibration variables explain
 * adds nothing. Calibrations may follow one another.
 *
 * @returns a new design; its factors are `design.calibration.at(-1).g`. Redundant columns are allowed.
 * @throws if a column holds NaN, lengths differ, the bounds are not around 1, or no weights meet the totals: the column
 *   that misses most is named.
 *
 * R equivalent: `survey::calibrate(design, formula, population, calfun, bounds, epsilon)`; R stops at
 * |miss|/(1 + |T|) < 1e-7, this at 1e-10 relative. Source: Deville and Särndal 1992; R/grake.R, R/greg.R.
 * @example
 * const design = surveyDesign({ weight: [10, 10, 20] });
 * const ones = new Float64Array(3).fill(1);
 * calibrate(design, { x: [ones], totals: [80], kind: 'linear' }).weight; // Float64Array [20, 20, 40]
 */
export function calibrate(design: SurveyDesign, input: CalibrationInput): SurveyDesign {
  const { x, totals, kind, bounds, epsilon = 1e-10, maxIterations = 50 } = input;
  const f = calibrationFunction('calibrate', kind, bounds);
  if (x.length !== totals.length) {
    throw new RangeError(
      `calibrate: totals must have one number a column; expected ${x.length}, got ${totals.length}`,
    );
  }
  checkCalibrationColumns('calibrate', x, design.rows);
  totals.forEach((total, j) => {
    if (!Number.isFinite(total))
      throw new RangeError(`calibrate: every total must be a number; column ${j} has ${total}`);
  });
  const rows = sparseFromColumns(x, design.rows);
  const start =
    kind === 'raking' && !bounds
      ? proportionalStart(rows, design.weight, totals)
      : new Float64Array(rows.columns);
  const solution = solveCalibration(rows, design.weight, totals, f, epsilon, maxIterations, start);
  if (!solution.converged) {
    throw new RangeError(
      `calibrate: totals not met after ${solution.iterations} steps; column ${solution.worstColumn} misses by a relative ${solution.miss.toPrecision(3)} (allowed ${epsilon}). ` +
        'Check that the totals agree with each other, widen the bounds or leave a column out',
    );
  }
  return withCalibration(design, rows, solution.g);
}

/** Throws unless every column has a finite value for every row. */
export function checkCalibrationColumns(caller: string, x: readonly Float64Array[], rows: number): void {
  x.forEach((column, j) => {
    if (column.length !== rows) {
      throw new RangeError(
        `${caller}: x must have one value a row; column ${j}: expected ${rows}, got ${column.length}`,
      );
    }
    let bad = 0;
    let first = -1;
    for (let row = 0; row < rows; row++) {
      if (Number.isFinite(column[row])) continue;
      if (bad === 0) first = row;
      bad++;
    }
    if (bad > 0) {
      throw new RangeError(
        `${caller}: every row needs a value of every calibration variable; column ${j} has none in ${bad} of ${rows} rows, the first at index ${first}. Impute them first`,
      );
    }
  });
}
