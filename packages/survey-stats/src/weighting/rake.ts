import type { SurveyDesign } from '../design/survey-design.ts';
import { type CalibrationOptions, calibrationFactors } from './calibration-factors.ts';
import type { CalibrationKind } from './calibration-function.ts';
import { withCalibration } from './calibration-layer.ts';
import { crossedMargins } from './crossed-margins.ts';
import { checkedMargins, type Margin, type MarginResult, resultsFromTotals } from './margins.ts';

export interface RakeOptions extends CalibrationOptions {
  /** distance between the weights before and after, default 'raking' */
  readonly method?: CalibrationKind | undefined;
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
 * To rake inside each of several regions cross every margin with the region. Trimming is not ignored: weights outside
 * bounds on the weight (`boundsOn: 'weight'`) never come out.
 *
 * @throws naming what is wrong: a category without respondents, rows without a category (how many), margins with
 *   different sums (both), and no convergence: the category that misses most and, with bounds, the categories that
 *   alone are out of reach and the tightest bounds that work.
 *
 * R equivalent: `survey::calibrate(design, ~a + b, totals, calfun = "raking", epsilon = 1e-13)`; in the limit
 * `survey::rake`. Source: Deville and Särndal 1992; R/grake.R.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const sex = { name: 'sex', codes: Int32Array.of(0, 0, 0, 1), levels: ['female', 'male'], totals: [50, 50] };
 * rake(design, [sex]).design.weight; // Float64Array [16.66…, 16.66…, 16.66…, 50]
 */
export function rake(
  design: SurveyDesign,
  margins: readonly Margin[],
  options: RakeOptions = {},
): RakeResult {
  const checked = checkedMargins('rake', design, margins);
  const categories = checked.flatMap(({ name, levels }) => levels.map((level) => `${name} "${level}"`));
  const coded = checked.map(({ codes, levels }) => ({ codes, levels: levels.length }));
  const indicators = crossedMargins(coded, design.rows);
  const { g, iterations, x, q } = calibrationFactors(
    'rake',
    design.weight,
    {
      x: indicators,
      totals: checked.flatMap((margin) => margin.totals),
      kind: options.method ?? 'raking',
      totalsName: 'margins',
      columnName: (column) => categories[column] ?? 'no category',
    },
    options,
  );
  const calibrated = withCalibration(design, x, g, { q });
  return {
    design: calibrated,
    g,
    iterations,
    margins: resultsFromTotals(
      margins,
      indicators.totals(design.weight),
      indicators.totals(calibrated.weight),
    ),
  };
}
