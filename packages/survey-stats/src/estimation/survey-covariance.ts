import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { checkColumn } from './cell-sums.ts';
import { influenceSimpleVariance } from './influence-simple-variance.ts';
import { linearisedVariance } from './linearised-variance.ts';
import { moments } from './moments.ts';
import { type EstimateOptions, finishEstimates, type SurveyEstimate } from './survey-estimate.ts';

/**
 * Survey variance: the estimated population variance of a variable in every domain, divisor n − 1.
 *
 * @param y row → value; NaN: no answer. n counts the rows with an answer (survey 4.1 counted all rows).
 * @param options domains, interval (default `mean`: t with df; `log` stays positive), design effect of the linearised
 *   variable.
 * @returns one estimate a domain, in squared units of y; NaN below two answers.
 * @throws as `surveyMean`.
 *
 * R equivalent: `survey::svyvar(~y, design, na.rm = TRUE)` of 4.5.
 * Source: s² = n/(n−1) · Σ w (y − ȳ)²/W; z is that of the mean of n/(n−1) · (y − ȳ)² with ȳ held fixed (R/survey.R).
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1] });
 * surveyVariance(design, Float64Array.of(1, 2, 6))[0].estimate; // 7
 */
export function surveyVariance(
  design: SurveyDesign,
  y: Float64Array,
  options: EstimateOptions = {},
): SurveyEstimate[] {
  checkColumn('surveyVariance', 'y', y, design.rows);
  return covariances('surveyVariance', design, [y, y], options);
}

/**
 * Survey covariance: the estimated population covariance of two variables in every domain, divisor n − 1.
 *
 * @param columns the two variables, row → value; a row with NaN in either is left out.
 * @param options domains, interval (default `mean`: t with df), design effect of the linearised variable.
 * @returns one estimate a domain; NaN below two answers.
 * @throws as `surveyMean`.
 *
 * R equivalent: the off-diagonal of `survey::svyvar(~x + y, design, na.rm = TRUE)` of 4.5.
 * Source: s = n/(n−1) · Σ w (x − x̄)(y − ȳ)/W, influence with both means held fixed (R/survey.R).
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1] });
 * surveyCovariance(design, [Float64Array.of(1, 2, 6), Float64Array.of(0, 3, 3)])[0].estimate; // 3
 */
export function surveyCovariance(
  design: SurveyDesign,
  columns: readonly [Float64Array, Float64Array],
  options: EstimateOptions = {},
): SurveyEstimate[] {
  checkColumn('surveyCovariance', 'columns[0]', columns[0], design.rows);
  checkColumn('surveyCovariance', 'columns[1]', columns[1], design.rows);
  return covariances('surveyCovariance', design, columns, options);
}

function covariances(
  caller: string,
  design: SurveyDesign,
  [x, y]: readonly [Float64Array, Float64Array],
  options: EstimateOptions,
): SurveyEstimate[] {
  const found = moments(cellsFor(caller, design, options.domains), x, y);
  const { sums, xy } = found;
  const z = new Float64Array(design.rows).fill(Number.NaN);
  found.forEachRow((row, level, share, _xx, own) => {
    z[row] = share * (own - xy[level]!);
  });
  const again = (cells: DomainCells) => moments(cells, x, y).xy;
  const linearised = { influence: z, estimate: xy, again };
  const variance = linearisedVariance(caller, sums.cells, linearised, options.replicates);
  const simpleVariance = influenceSimpleVariance(sums.cells, z, options.deff);
  return finishEstimates({ sums, estimate: xy, variance, simpleVariance }, options, 'mean');
}
