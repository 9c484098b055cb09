import { cellsFor } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { type CellSums, checkColumn, roughCentre } from './cell-sums.ts';
import { domainSquares } from './domain-squares.ts';
import { type Estimand, type Estimator, estimateOne } from './estimator.ts';
import type { LinearForm } from './linear-form.ts';
import { simpleMeanVariance } from './simple-variance.ts';
import type { EstimateOptions, SurveyEstimate } from './survey-estimate.ts';

/**
 * Survey mean: the weighted mean of a variable in every domain, with its design-based standard error.
 *
 * @param y row → value; NaN: no answer. Rows without an answer leave the estimate, not the design.
 * @param options domains, interval level and method (default `mean`: t with the domain's df), design effect.
 * @returns one estimate a domain, in the order of the levels; a single one without domains. A domain without an answer
 *   has n = 0 and NaN.
 * @throws if y is not a Float64Array of the design's length, and for a stratum with one PSU under `lonelyPsu: 'fail'`.
 *
 * R equivalent: `survey::svymean(~y, design, na.rm = TRUE, deff = TRUE)` and `confint(…, df = degf(design))`, by domain
 * `survey::svyby`. Source: z = w(y − ȳ)/W in the variance of R/multistage.R.
 * @example
 * const design = surveyDesign({ weight: [1, 2, 1] });
 * surveyMean(design, Float64Array.of(1, 2, 4))[0].estimate; // 2.25
 */
export function surveyMean(
  design: SurveyDesign,
  y: Float64Array,
  options: EstimateOptions = {},
): SurveyEstimate[] {
  const estimand = meanOf(design, y);
  return estimateOne(cellsFor('surveyMean', design, options.domains), estimand, options);
}

export const meanEstimator: Estimator = {
  caller: 'surveyMean',
  method: 'mean',
  estimate: means,
  form: meanForm,
  ofTotals: meanOfTotals,
  simpleVariance: (sums, estimate, deff) => simpleMeanVariance(sums, domainSquares(sums, estimate), deff),
};

/** The mean of a checked column. */
export function meanOf(design: SurveyDesign, y: Float64Array): Estimand {
  checkColumn('surveyMean', 'y', y, design.rows);
  return { estimator: meanEstimator, columns: [{ y, centre: roughCentre(y), squares: true }] };
}

/** Weighted mean of y in every domain; NaN without answers. */
export function means(sums: CellSums): Float64Array {
  return sums.weight.map((weight, d) => (weight > 0 ? sums.centre + sums.totalY[d]! / weight : Number.NaN));
}

/** Mean less the centre, from a domain's totals; NaN without weight. */
export function meanOfTotals(weight: number, totalY: number): number {
  return totalY / weight;
}

/** Influence of a row on a mean: (y − ȳ)/W. */
export function meanForm(sums: CellSums): LinearForm {
  return {
    constant: sums.weight.map((weight, d) => (weight > 0 ? -sums.totalY[d]! / weight / weight : Number.NaN)),
    y: sums.weight.map((weight) => (weight > 0 ? 1 / weight : Number.NaN)),
  };
}
