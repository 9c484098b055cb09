import { cellsFor } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { checkColumn } from './cell-sums.ts';
import { domainSquares } from './domain-squares.ts';
import { type Estimand, type Estimator, estimateOne } from './estimator.ts';
import { simpleMeanVariance } from './simple-variance.ts';
import type { EstimateOptions, SurveyEstimate } from './survey-estimate.ts';
import { means } from './survey-mean.ts';

/**
 * Survey total: the weighted sum of a variable in every domain. A column of ones gives the number of people.
 *
 * Rows without an answer add nothing: a total over them is a total of those who answered. Look at `missingShare`.
 *
 * @param y row → value; NaN: no answer. @param options as for `surveyMean` (interval method `mean`: t with df).
 * @returns one estimate a domain, in units of weight × y.
 * @throws as `surveyMean`.
 *
 * R equivalent: `survey::svytotal(~y, design, na.rm = TRUE, deff = TRUE)`. Source: z = w y, R/multistage.R.
 * @example
 * const design = surveyDesign({ weight: [10, 20, 10] });
 * surveyTotal(design, Float64Array.of(1, 2, 4))[0].estimate; // 90
 */
export function surveyTotal(
  design: SurveyDesign,
  y: Float64Array,
  options: EstimateOptions = {},
): SurveyEstimate[] {
  const estimand = totalOf(design, y);
  return estimateOne(cellsFor('surveyTotal', design, options.domains), estimand, options);
}

export const totalEstimator: Estimator = {
  caller: 'surveyTotal',
  method: 'mean',
  estimate: ({ totalY, n }) => totalY.map((sum, d) => (n[d]! > 0 ? sum : Number.NaN)),
  form: ({ cells, n }) => ({
    constant: new Float64Array(cells.levels),
    y: Float64Array.from(n, (rows) => (rows > 0 ? 1 : Number.NaN)),
  }),
  ofTotals: (_weight, totalY) => totalY,
  simpleVariance: (sums, _estimate, deff) => {
    const ofMean = simpleMeanVariance(sums, domainSquares(sums, means(sums)), deff);
    return ofMean.map((v, d) => v * sums.weight[d]! * sums.weight[d]!);
  },
};

/** The total of a checked column. */
export function totalOf(design: SurveyDesign, y: Float64Array): Estimand {
  checkColumn('surveyTotal', 'y', y, design.rows);
  return { estimator: totalEstimator, columns: [{ y, centre: 0, squares: true }] };
}
