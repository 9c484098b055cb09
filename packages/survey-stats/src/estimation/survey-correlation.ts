import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { checkColumn } from './cell-sums.ts';
import { influenceSimpleVariance } from './influence-simple-variance.ts';
import { linearisedVariance } from './linearised-variance.ts';
import { type Moments, moments } from './moments.ts';
import { type EstimateOptions, finishEstimates, type SurveyEstimate } from './survey-estimate.ts';

/**
 * Survey correlation: Pearson's correlation of two variables in every domain.
 *
 * @param columns the two variables, row → value; a row with NaN in either is left out.
 * @param options domains, interval method (default `fisher_z`: symmetric on the inverse hyperbolic tangent, so that
 *   the limits stay inside −1 … 1; `mean`: estimate ∓ t se), design effect of the linearised variable.
 * @returns one estimate a domain, −1 to 1; NaN where a variable does not vary or below two answers.
 * @throws as `surveyMean`.
 *
 * R equivalent: delta method on `survey::svyvar(~x + y, design)`; `jtools::svycor` gives the estimate alone.
 * Source: r = s_xy/√(s_xx s_yy); z_r = z_xy/√(s_xx s_yy) − r/2 (z_xx/s_xx + z_yy/s_yy).
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1] });
 * surveyCorrelation(design, [Float64Array.of(1, 2, 3), Float64Array.of(1, 3, 2)])[0].estimate; // 0.5
 */
export function surveyCorrelation(
  design: SurveyDesign,
  columns: readonly [Float64Array, Float64Array],
  options: EstimateOptions = {},
): SurveyEstimate[] {
  const [x, y] = columns;
  checkColumn('surveyCorrelation', 'columns[0]', x, design.rows);
  checkColumn('surveyCorrelation', 'columns[1]', y, design.rows);
  const found = moments(cellsFor('surveyCorrelation', design, options.domains), x, y);
  const { sums, xx, yy } = found;
  const estimate = correlations(found);
  const z = new Float64Array(design.rows).fill(Number.NaN);
  found.forEachRow((row, level, share, ownXx, ownXy, ownYy) => {
    const r = estimate[level]!;
    const size = Math.sqrt(xx[level]!) * Math.sqrt(yy[level]!);
    z[row] = share * (ownXy / size - (r / 2) * (ownXx / xx[level]! + ownYy / yy[level]!));
  });
  const again = (cells: DomainCells) => correlations(moments(cells, x, y));
  const linearised = { influence: z, estimate, again };
  const variance = linearisedVariance('surveyCorrelation', sums.cells, linearised, options.replicates);
  const simpleVariance = influenceSimpleVariance(sums.cells, z, options.deff);
  return finishEstimates({ sums, estimate, variance, simpleVariance }, options, 'fisher_z');
}

function correlations({ xx, xy, yy }: Moments): Float64Array {
  return xy.map((covariance, d) => {
    const size = Math.sqrt(xx[d]!) * Math.sqrt(yy[d]!);
    return size > 0 ? Math.max(-1, Math.min(1, covariance / size)) : Number.NaN;
  });
}
