import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { checkColumn } from './cell-sums.ts';
import { influenceSimpleVariance } from './influence-simple-variance.ts';
import { linearisedVariance } from './linearised-variance.ts';
import { linearise } from './statistic.ts';
import { type EstimateOptions, finishEstimates, type SurveyEstimate } from './survey-estimate.ts';

export interface GeometricMeanOptions extends EstimateOptions {
  /**
   * Values of 0 and below have no logarithm: `throw` (default), or `exclude`, which treats them as having no answer,
   * so that the result describes the people with a positive value.
   */
  readonly notPositive?: 'throw' | 'exclude' | undefined;
}

/**
 * Geometric mean: exp of the weighted mean of the logarithms, in every domain; the usual mean of wages and waiting
 * times.
 *
 * @param y row → positive value; NaN: no answer. @param options domains, `notPositive`, interval (default `log`: the
 *   t limits of the mean logarithm, exponentiated). The design effect is that of the linearised variable.
 * @returns one estimate a domain, in units of y.
 * @throws as `surveyMean`, and on values of 0 and below unless `notPositive` is `exclude`: how many and the first.
 *
 * R equivalent: `survey::svycontrast(survey::svymean(~log(y), design), quote(exp(...)))`. Source: SE = exp(m) ·
 * SE(m).
 * @example
 * const design = surveyDesign({ weight: [1, 1] });
 * geometricMean(design, Float64Array.of(1, 100))[0].estimate; // 10
 */
export function geometricMean(
  design: SurveyDesign,
  y: Float64Array,
  options: GeometricMeanOptions = {},
): SurveyEstimate[] {
  checkColumn('geometricMean', 'y', y, design.rows);
  const cells = cellsFor('geometricMean', design, options.domains);
  if (options.notPositive !== 'exclude') checkPositive(y);
  const logs = y.map((value) => (value > 0 ? Math.log(value) : Number.NaN));
  const found = linearise(cells, { kind: 'mean', y: logs });
  const { sums } = found;
  const estimate = found.estimate.map(Math.exp);
  const influence = found.influence.map((z, row) => z * estimate[cells.levelOfRow[row]!]!);
  const again = (other: DomainCells) => linearise(other, { kind: 'mean', y: logs }).estimate.map(Math.exp);
  const linearised = { influence, estimate, again };
  const variance = linearisedVariance('geometricMean', cells, linearised, options.replicates);
  const simpleVariance = influenceSimpleVariance(cells, influence, options.deff);
  return finishEstimates({ sums, estimate, variance, simpleVariance }, options, 'log');
}

function checkPositive(y: Float64Array): void {
  const first = y.findIndex((value) => value <= 0);
  if (first < 0) return;
  const count = y.reduce((sum, value) => (value <= 0 ? sum + 1 : sum), 0);
  throw new RangeError(
    `geometricMean: y must be above 0; ${count} of ${y.length} rows are not, the first at index ${first} (${y[first]}). Make them NaN, or set notPositive: 'exclude'`,
  );
}
