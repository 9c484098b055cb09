import type { SurveyDesign } from '../design/survey-design.ts';
import { calibrateParts } from './calibrate-parts.ts';
import { calibrationColumns } from './calibration-columns.ts';
import { type CalibrationOptions, calibrationFactors } from './calibration-factors.ts';
import type { CalibrationKind } from './calibration-function.ts';
import { withCalibration } from './calibration-layer.ts';

export interface CalibrationPartition {
  /** row → group, from 0; −1: none, allowed only for rows of weight 0 */
  readonly codes: Int32Array;
  /** group names, for messages */
  readonly levels: readonly string[];
}

export interface CalibrationInput extends CalibrationOptions {
  /** calibration variables, one column each, a value for every row; add a column of ones for the population size */
  readonly x: readonly Float64Array[];
  /** population total of each column; with `partition`, one such list a group */
  readonly totals: readonly number[] | readonly (readonly number[])[];
  readonly kind: CalibrationKind;
  /** names of the columns, for messages */
  readonly names?: readonly string[] | undefined;
  /** groups that are calibrated one by one, each to its own totals; one residual variance for all */
  readonly partition?: CalibrationPartition | undefined;
}

/**
 * Calibration: changes the weights as little as possible so that weighted totals equal population totals.
 *
 * Every later estimate from the result uses the residual form of the variance: what the calibration variables explain
 * adds nothing. Calibrations may follow one another; residuals are taken from the last one first, so that its totals have
 * no error (R begins with the first calibration, and they have one).
 *
 * Kinds: `linear` (chi-square distance), `raking`, `logit` (between bounds) and `sinh`; with `bounds` the others are
 * clamped. Bounds are on g or, `boundsOn: 'weight'`, on the weight after. `constantWithin` gives all rows of a household
 * or cluster the same g. `q` enters the residuals of every kind (Deville and Särndal); R drops its `variance` from them
 * except for unbounded linear calibration.
 *
 * @returns a new design; its factors are `design.calibration.at(-1).g`. Redundant columns are allowed.
 * @throws if a column holds NaN, lengths differ, the bounds do not fit, or no weights meet the totals: the column that
 *   misses most is named and, with bounds, the tightest bounds that work. Nothing is returned that misses its totals
 *   (R's `force`).
 *
 * R equivalent: `survey::calibrate(design, formula, population, calfun, bounds, bounds.const, aggregate.stage, variance,
 * epsilon)`; R stops at |miss|/(1 + |T|) < 1e-7, this at 1e-10 relative. `partition` is ReGenesees' `partition`, in R an
 * interaction of the formula with the group. Source: Deville and Särndal 1992; R/grake.R, R/greg.R.
 * @example
 * const design = surveyDesign({ weight: [10, 10, 20] });
 * const ones = new Float64Array(3).fill(1);
 * calibrate(design, { x: [ones], totals: [80], kind: 'linear' }).weight; // Float64Array [20, 20, 40]
 */
export function calibrate(design: SurveyDesign, input: CalibrationInput): SurveyDesign {
  const { x, totals, kind, names, partition } = input;
  const columnName = (column: number): string =>
    names?.[column] === undefined ? `column ${column}` : `${names[column]}`;
  if (names && names.length !== x.length) {
    throw new RangeError(
      `calibrate: names must have one entry a column; expected ${x.length}, got ${names.length}`,
    );
  }
  const columns = calibrationColumns('calibrate', x, design.rows);
  if (partition) {
    const perGroup = partition.levels.map((level, group) =>
      checkedTotals(totals[group], x.length, columnName, ` of group "${level}"`),
    );
    if (totals.length !== partition.levels.length) {
      throw new RangeError(
        `calibrate: with partition totals must have one list a group; expected ${partition.levels.length}, got ${totals.length}`,
      );
    }
    return calibrateParts(design, { ...input, x: columns, partition, totals: perGroup, columnName });
  }
  const single = checkedTotals(totals, x.length, columnName, '');
  const made = calibrationFactors(
    'calibrate',
    design.weight,
    { x: columns, totals: single, kind, totalsName: 'totals', columnName },
    input,
  );
  return withCalibration(design, made.x, made.g, { q: made.q });
}

function checkedTotals(
  totals: unknown,
  columns: number,
  columnName: (column: number) => string,
  where: string,
): readonly number[] {
  const list = Array.isArray(totals) ? totals : [];
  if (list.length !== columns) {
    throw new RangeError(
      `calibrate: totals${where} must have one number a column; expected ${columns}, got ${list.length}`,
    );
  }
  list.forEach((total, j) => {
    if (!Number.isFinite(total))
      throw new RangeError(`calibrate: every total must be a number; ${columnName(j)}${where} has ${total}`);
  });
  return list;
}
