import { cellsFor } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { centredSquares, checkColumn, sumCells } from './cell-sums.ts';
import type { LinearForm } from './linear-form.ts';
import { simpleMeanVariance } from './simple-variance.ts';
import {
  type EstimateOptions,
  estimateVariance,
  finishEstimates,
  type SurveyEstimate,
} from './survey-estimate.ts';
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
  checkColumn('surveyTotal', 'y', y, design.rows);
  const cells = cellsFor('surveyTotal', design, options.domains);
  const sums = sumCells(cells, y, 0);
  const answered = sums.n;
  const estimate = sums.totalY.map((total, d) => (answered[d]! > 0 ? total : Number.NaN));
  const form: LinearForm = {
    constant: new Float64Array(cells.levels),
    y: estimate.map((total) => (Number.isNaN(total) ? Number.NaN : 1)),
  };
  const found = estimateVariance('surveyTotal', sums, form, (_weight, totalY) => totalY, options);
  const variance = found.map((v, d) => (answered[d]! > 0 ? v : Number.NaN));
  const simple = simpleMeanVariance(sums, centredSquares(cells, y, means(sums)), options.deff);
  return finishEstimates(
    { sums, estimate, variance, simpleVariance: simple.map((v, d) => v * sums.weight[d]! * sums.weight[d]!) },
    options,
    'mean',
  );
}
