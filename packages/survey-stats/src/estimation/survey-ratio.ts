import { cellsFor } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { type CellSums, checkColumn, pairColumns } from './cell-sums.ts';
import { residualSquares } from './domain-squares.ts';
import { type Estimand, type Estimator, estimateOne } from './estimator.ts';
import { simpleMeanVariance } from './simple-variance.ts';
import type { EstimateOptions, SurveyEstimate } from './survey-estimate.ts';

/**
 * Survey ratio: the weighted total of one variable over that of another, in every domain.
 *
 * @param numerator,denominator row → value; a row with NaN in either is left out of both.
 * @param options as for `surveyMean` (interval method `mean`: t with df).
 * @returns one estimate a domain; NaN where the denominator's total is 0.
 * @throws as `surveyMean`.
 *
 * R equivalent: `survey::svyratio(~numerator, ~denominator, design, na.rm = TRUE)`. Source: z = w(y − R x)/X.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 2] });
 * surveyRatio(design, Float64Array.of(1, 2, 3), Float64Array.of(2, 2, 4))[0].estimate; // 0.75
 */
export function surveyRatio(
  design: SurveyDesign,
  numerator: Float64Array,
  denominator: Float64Array,
  options: EstimateOptions = {},
): SurveyEstimate[] {
  const estimand = ratioOf(design, numerator, denominator);
  return estimateOne(cellsFor('surveyRatio', design, options.domains), estimand, options);
}

export const ratioEstimator: Estimator = {
  caller: 'surveyRatio',
  method: 'mean',
  estimate: ratios,
  form: (sums) => {
    const estimate = ratios(sums);
    return {
      constant: new Float64Array(estimate.length),
      y: estimate.map((own, d) => (Number.isNaN(own) ? Number.NaN : 1 / sums.totalX[d]!)),
      x: estimate.map((own, d) => -own / sums.totalX[d]!),
    };
  },
  ofTotals: (_weight, totalY, totalX) => totalY / totalX,
  simpleVariance: (sums, estimate, deff) => {
    const ofMean = simpleMeanVariance(sums, residualSquares(sums, estimate), deff);
    return ofMean.map((v, d) => v * (sums.weight[d]! / sums.totalX[d]!) ** 2);
  },
};

/** The ratio of two checked columns. */
export function ratioOf(design: SurveyDesign, numerator: Float64Array, denominator: Float64Array): Estimand {
  checkColumn('surveyRatio', 'numerator', numerator, design.rows);
  checkColumn('surveyRatio', 'denominator', denominator, design.rows);
  return { estimator: ratioEstimator, columns: pairColumns(numerator, denominator) };
}

function ratios({ totalY, totalX }: CellSums): Float64Array {
  return totalY.map((sum, d) => (totalX[d] === 0 ? Number.NaN : sum / totalX[d]!));
}
