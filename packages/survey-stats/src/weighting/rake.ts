import type { SurveyDesign } from '../design/survey-design.ts';
import { type CalibrationKind, calibrationFunction } from './calibration-function.ts';
import { withCalibration } from './calibration-layer.ts';
import { checkedMargins, type Margin, type MarginResult, marginResults } from './margins.ts';
import { proportionalStart, solveCalibration } from './solve-calibration.ts';
import { sparseFromCodes } from './sparse-rows.ts';

export interface RakeOptions {
  /** distance between the weights before and after, default 'raking' */
  readonly method?: CalibrationKind | undefined;
  /** limits of g, below and above 1; logit needs them */
  readonly bounds?: readonly [number, number] | undefined;
  /** largest relative miss of a margin, default 1e-10 */
  readonly epsilon?: number | undefined;
  /** default 100 */
  readonly maxIterations?: number | undefined;
}

export interface RakeResult {
  /** the design with calibrated weights; its variances use residuals from the margins */
  readonly design: SurveyDesign;
  /** row → weight after / weight before */
  readonly g: Float64Array;
  readonly iterations: number;
  /** every category of every margin, before and after */
  readonly margins: readonly MarginResult[];
}

/**
 * Raking: adjusts the weights until the weighted sample has the given margins, all at once and to convergence.
 *
 * Solved by Newton's method on the margin indicators, which has the same solution as sweeping over the margins for ever.
 * The variance of later estimates is the residual form (Deville and Särndal), not that of R's `rake()`, whose sweeps stop
 * early and whose residuals come from unweighted cell means.
 *
 * @param margins categories per row and population totals; all margins add up to the same population.
 * @returns the new design, g, and each category's total before and after: largest |discrepancy| < 1e-10.
 * @throws naming what is wrong: a category without respondents, rows without a category (how many), margins with
 *   different sums (both), and no convergence (the category that misses most), for instance in tight bounds.
 *
 * R equivalent: `survey::calibrate(design, ~a + b, totals, calfun = "raking", epsilon = 1e-13)`; in the limit
 * `survey::rake`. Source: Deville and Särndal 1992; R/grake.R.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const sex = { name: 'sex', codes: Int32Array.of(0, 0, 0, 1), levels: ['female', 'male'], totals: [50, 50] };
 * rake(design, [sex]).design.weight; // 16.67, 16.67, 16.67, 50 (rounded)
 */
export function rake(
  design: SurveyDesign,
  margins: readonly Margin[],
  options: RakeOptions = {},
): RakeResult {
  const { method = 'raking', bounds, epsilon = 1e-10, maxIterations = 100 } = options;
  const f = calibrationFunction('rake', method, bounds);
  const checked = checkedMargins('rake', design, margins);
  const x = sparseFromCodes(
    checked.map(({ codes, levels }) => ({ codes, levels: levels.length })),
    design.rows,
  );
  const totals = checked.flatMap((margin) => margin.totals);
  const start =
    method === 'raking' && !bounds
      ? proportionalStart(x, design.weight, totals)
      : new Float64Array(x.columns);
  const solution = solveCalibration(x, design.weight, totals, f, epsilon, maxIterations, start);
  if (!solution.converged) {
    const category = checked.flatMap(({ name, levels }) => levels.map((level) => `${name} "${level}"`))[
      solution.worstColumn
    ];
    throw new RangeError(
      `rake: margins not met after ${solution.iterations} steps; ${category} misses by a relative ${solution.miss.toPrecision(3)} (allowed ${epsilon}). ` +
        'Widen the bounds, merge small categories, or look for combinations of categories without respondents',
    );
  }
  const calibrated = withCalibration(design, x, solution.g);
  return {
    design: calibrated,
    g: solution.g,
    iterations: solution.iterations,
    margins: marginResults(margins, design.weight, calibrated.weight),
  };
}
