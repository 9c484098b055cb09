import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { countAnswered } from './answered.ts';
import { checkColumn } from './cell-sums.ts';
import { influenceSimpleVariance } from './influence-simple-variance.ts';
import { linearisedVariance } from './linearised-variance.ts';
import { forEachTie, sortDomains } from './sorted-domains.ts';
import { type EstimateOptions, finishEstimates, type SurveyEstimate } from './survey-estimate.ts';

/**
 * Gini coefficient of a variable in every domain: half the weighted mean absolute difference over the mean.
 *
 * Definition: G = Σ_k Σ_l w_k w_l |y_k − y_l| / (2 W Σ w y), which is twice the area between the diagonal and the
 * Lorenz curve of straight lines. Neither the scale of the weights nor the order of equal values changes it.
 * `convey::svygini` is larger by Σ w (w − 1) y/(W Σ w y), because its sum has 2C_k − 1 where this has 2C_k − w_k.
 *
 * @param y row → value, 0 or more; NaN: no answer. @param options domains, interval (default `mean`: t with df;
 *   `logit`). The design effect is that of the linearised variable.
 * @returns one coefficient a domain, 0 (all equal) to 1; NaN where the total is 0.
 * @throws as `surveyMean`, and on negative values: how many and the first.
 *
 * R equivalent: `convey::svygini`. Source: the derivative of G by each weight (Deville 1999),
 * z_k = w_k (a_k/(W Y) − G/W − G y_k/Y), a_k = Σ_l w_l |y_k − y_l|.
 * @example
 * const design = surveyDesign({ weight: [1, 1] });
 * gini(design, Float64Array.of(1, 3))[0].estimate; // 0.25
 */
export function gini(design: SurveyDesign, y: Float64Array, options: EstimateOptions = {}): SurveyEstimate[] {
  checkColumn('gini', 'y', y, design.rows);
  checkNotNegative('gini', y);
  const cells = cellsFor('gini', design, options.domains);
  const found = ginis(cells, y);
  const { sums, estimate, influence } = found;
  const again = (other: DomainCells) => ginis(other, y).estimate;
  const variance = linearisedVariance('gini', cells, { ...found, again }, options.replicates);
  const simpleVariance = influenceSimpleVariance(cells, influence, options.deff);
  return finishEstimates({ sums, estimate, variance, simpleVariance }, options, 'mean');
}

function ginis(cells: DomainCells, y: Float64Array) {
  const { design } = cells;
  const sums = countAnswered(cells, [y]);
  const sorted = sortDomains(cells, y);
  const influence = new Float64Array(design.rows).fill(Number.NaN);
  const estimate = Float64Array.from({ length: cells.levels }, (_, level) => {
    const from = sorted.start[level]!;
    const to = sorted.start[level + 1]!;
    const weight = sums.weight[level]!;
    let total = 0;
    for (let at = from; at < to; at++) total += design.weight[sorted.rows[at]!]! * sorted.values[at]!;
    if (!(total > 0)) return Number.NaN;
    const distance = new Float64Array(to - from);
    let below = 0;
    let upTo = 0;
    let sum = 0;
    forEachTie(sorted, from, to, (first, after) => {
      const value = sorted.values[first]!;
      const tied = sorted.cumulative[after - 1]! - below;
      upTo += tied * value;
      below = sorted.cumulative[after - 1]!;
      const a = value * (2 * below - weight) + total - 2 * upTo;
      distance.fill(a, first - from, after - from);
      sum += tied * a;
    });
    const g = sum / (2 * weight * total);
    for (let at = from; at < to; at++) {
      const row = sorted.rows[at]!;
      influence[row] =
        design.weight[row]! *
        (distance[at - from]! / (weight * total) - g / weight - (g * sorted.values[at]!) / total);
    }
    return g;
  });
  return { sums, estimate, influence };
}

export function checkNotNegative(caller: string, y: Float64Array): void {
  const first = y.findIndex((value) => value < 0);
  if (first < 0) return;
  const count = y.reduce((sum, value) => (value < 0 ? sum + 1 : sum), 0);
  throw new RangeError(
    `${caller}: y must be 0 or more; ${count} of ${y.length} rows are not, the first at index ${first} (${y[first]}). Make them NaN or 0 and say so`,
  );
}
