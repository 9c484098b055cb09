import type { SurveyDesign } from '../design/survey-design.ts';
import { calibrationColumns } from './calibration-columns.ts';
import type { BoundsOn } from './factor-limits.ts';
import { type FeasibleBounds, feasibleBounds } from './feasible-bounds.ts';

export interface CalibrationBoundsInput {
  /** calibration variables, one column each; for a margin the 0/1 indicators of its levels */
  readonly x: readonly Float64Array[];
  /** population total of each column */
  readonly totals: readonly number[];
  /** bounds of 'g' (default), or of the 'weight' after */
  readonly boundsOn?: BoundsOn | undefined;
  /** default 0: the lower bound beside which `smallestUpper` is sought */
  readonly lower?: number | undefined;
  /** default Infinity: the upper bound beside which `largestLower` is sought */
  readonly upper?: number | undefined;
}

/**
 * The tightest bounds with which a calibration can meet its totals, before one is tried.
 *
 * Exact, by linear programmes; whatever the kind of calibration. Take bounds a little wider: at the very limit there is
 * one set of weights left, and all of them lie on the bounds.
 *
 * @returns the narrowest bounds, the smallest upper bound beside `lower`, and the largest lower bound beside `upper`; NaN
 *   where the totals contradict each other, or `upper` is infinite.
 * @throws if columns and totals do not fit, or a column holds NaN.
 *
 * R equivalent: none in survey; ReGenesees `bounds.hint`, which guesses. Source: linear programmes in g, no formula.
 * @example
 * const design = surveyDesign({ weight: [1, 1] });
 * const x = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
 * calibrationBounds(design, { x, totals: [2, 3] }).narrowest; // [2, 3]
 */
export function calibrationBounds(design: SurveyDesign, input: CalibrationBoundsInput): FeasibleBounds {
  const { x, totals, boundsOn = 'g', lower = 0, upper = Number.POSITIVE_INFINITY } = input;
  const columns = calibrationColumns('calibrationBounds', x, design.rows);
  if (totals.length !== x.length || !totals.every(Number.isFinite)) {
    throw new RangeError(
      `calibrationBounds: totals must have one number a column; expected ${x.length}, got [${totals.join(', ')}]`,
    );
  }
  const size = boundsOn === 'g' ? design.weight : design.weight.map((w) => (w > 0 ? 1 : 0));
  return feasibleBounds({ x: columns.sparse, size, totals }, [lower, upper]);
}
