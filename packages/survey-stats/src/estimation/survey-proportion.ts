import { cellsFor } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { checkColumn } from './cell-sums.ts';
import { type Estimand, type Estimator, estimateOne } from './estimator.ts';
import { simpleMeanVariance } from './simple-variance.ts';
import type { EstimateOptions, SurveyEstimate } from './survey-estimate.ts';
import { meanForm, meanOfTotals, means } from './survey-mean.ts';

/**
 * Survey proportion: the weighted share of rows with y = 1 in every domain.
 *
 * @param y row → 1, 0 or NaN (no answer).
 * @param options as for `surveyMean`; the interval's default method is `logit`, which has no limits at exactly 0 or 1.
 * @returns one estimate a domain, as shares from 0 to 1.
 * @throws if y holds another value: how many rows and the first.
 *
 * R equivalent: `survey::svyciprop(~I(y == 1), design, method = "logit")` with `survey::svymean`'s design effect.
 * Source: R/ciprop.R; the logit limits in closed form agree with R's svyglm to 1e-12.
 * @example
 * const design = surveyDesign({ weight: [1, 2, 1] });
 * surveyProportion(design, Float64Array.of(1, 0, 1))[0].estimate; // 0.5
 */
export function surveyProportion(
  design: SurveyDesign,
  y: Float64Array,
  options: EstimateOptions = {},
): SurveyEstimate[] {
  const estimand = proportionOf(design, y);
  return estimateOne(cellsFor('surveyProportion', design, options.domains), estimand, options);
}

export const proportionEstimator: Estimator = {
  caller: 'surveyProportion',
  method: 'logit',
  estimate: means,
  form: meanForm,
  ofTotals: meanOfTotals,
  simpleVariance: (sums, estimate, deff) => {
    const squares = estimate.map((p, d) => sums.weight[d]! * p * (1 - p));
    return simpleMeanVariance(sums, squares, deff);
  },
};

/** The proportion of a column, whose values are checked when it is summed. */
export function proportionOf(design: SurveyDesign, y: Float64Array): Estimand {
  checkColumn('surveyProportion', 'y', y, design.rows);
  return {
    estimator: proportionEstimator,
    columns: [{ y, centre: 0, squares: false, checkIndicator }],
  };
}

function checkIndicator(y: Float64Array): void {
  let bad = 0;
  let first = -1;
  for (let row = 0; row < y.length; row++) {
    const value = y[row]!;
    if (value * (value - 1) === 0 || Number.isNaN(value)) continue;
    if (bad === 0) first = row;
    bad++;
  }
  if (bad > 0) {
    throw new RangeError(
      `surveyProportion: y must be 0, 1 or NaN; ${bad} of ${y.length} rows are not, the first at index ${first} (${y[first]}). Recode it, or call surveyMean`,
    );
  }
}
