import { cellsFor } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { checkColumn, residualSquares, sumCellPairs } from './cell-sums.ts';
import type { LinearForm } from './linear-form.ts';
import { simpleMeanVariance } from './simple-variance.ts';
import {
  type EstimateOptions,
  estimateVariance,
  finishEstimates,
  type SurveyEstimate,
} from './survey-estimate.ts';

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
  checkColumn('surveyRatio', 'numerator', numerator, design.rows);
  checkColumn('surveyRatio', 'denominator', denominator, design.rows);
  const cells = cellsFor('surveyRatio', design, options.domains);
  const sums = sumCellPairs(cells, numerator, denominator);
  const { totalX } = sums;
  const estimate = sums.totalY.map((total, d) => (totalX[d] === 0 ? Number.NaN : total / totalX[d]!));
  const form: LinearForm = {
    constant: new Float64Array(cells.levels),
    y: estimate.map((ratio, d) => (Number.isNaN(ratio) ? Number.NaN : 1 / totalX[d]!)),
    x: estimate.map((ratio, d) => -ratio / totalX[d]!),
  };
  const variance = estimateVariance(
    'surveyRatio',
    sums,
    form,
    (_weight, totalY, wholeX) => totalY / wholeX,
    options,
  );
  const squares = residualSquares(cells, numerator, denominator, estimate);
  const simple = simpleMeanVariance(sums, squares, options.deff);
  return finishEstimates(
    {
      sums,
      estimate,
      variance,
      simpleVariance: simple.map((v, d) => v * (sums.weight[d]! / totalX[d]!) ** 2),
    },
    options,
    'mean',
  );
}
