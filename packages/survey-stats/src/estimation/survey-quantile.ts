import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { checkColumn, sumCells } from './cell-sums.ts';
import { linearFormVariance } from './linear-form.ts';
import { proportionLimits } from './proportion-interval.ts';
import {
  assemble,
  type EstimateOptions,
  intervalRows,
  type SurveyEstimate,
  studentQuantiles,
} from './survey-estimate.ts';
import { meanForm, means } from './survey-mean.ts';
import { type QuantileRule, weightedQuantile } from './weighted-quantile.ts';

export interface QuantileOptions extends Omit<EstimateOptions, 'deff' | 'replicates'> {
  /** default 'math', R's `hf1`: the smallest value whose cumulative weight share reaches the probability */
  readonly rule?: QuantileRule | undefined;
}

/**
 * Survey quantile: the weighted quantile of a variable in every domain, with a Woodruff interval.
 *
 * The interval is that of the share of people at or below the quantile, mapped back by the same rule; its standard error
 * is its width over 2t. A limit of the share outside 0 to 1 has no quantile: NaN. There is no design effect (NaN).
 *
 * @param y row → value; NaN: no answer. @param probability 0.5 for the median.
 * @param options domains; `ciMethod` for the share: `mean` (default), `xlogit`, `asin`, `beta`; rule.
 * @returns one estimate a domain.
 * @throws if the probability is outside [0, 1]; else as `surveyMean`.
 *
 * R equivalent: `survey::svyquantile(~y, design, 0.5, qrule = "math", interval.type = "mean", na.rm = TRUE)`; below the
 * first weight share the smallest value is returned, as survey 4.5 does (4.1 skipped it). Source: R/newsvyquantile.R.
 * @example
 * const design = surveyDesign({ weight: [2, 1, 3, 1, 1] });
 * surveyQuantile(design, Float64Array.of(3, 7, 8, 15, 20), 0.5)[0].estimate; // 8
 */
export function surveyQuantile(
  design: SurveyDesign,
  y: Float64Array,
  probability: number,
  options: QuantileOptions = {},
): SurveyEstimate[] {
  checkColumn('surveyQuantile', 'y', y, design.rows);
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `surveyQuantile: probability must lie in [0, 1], for example 0.5 for the median; got ${probability}`,
    );
  }
  const { ciLevel = 0.95, ciMethod = 'mean', rule = 'math' } = options;
  const cells = cellsFor('surveyQuantile', design, options.domains);
  const sorted = sortWithinDomains(cells, y);
  const quantile = Float64Array.from({ length: cells.levels }, (_, d) =>
    sorted.quantile(d, probability, rule),
  );
  const sums = sumCells(cells, atOrBelow(cells, y, quantile), 0);
  const share = means(sums);
  const variance = linearFormVariance(sums, meanForm(sums));
  const t = studentQuantiles(cells, ciLevel);
  return Array.from(quantile, (value, d) => {
    const rows = design.calibration ? intervalRows(cells, d, sums.n[d]!, ciMethod) : sums.n[d]!;
    const limits = proportionLimits(
      share[d]!,
      Math.sqrt(variance[d]!),
      rows,
      cells.df[d]!,
      ciLevel,
      ciMethod,
      t[d]!,
    );
    const low = sorted.quantile(d, limits.low, rule);
    const high = sorted.quantile(d, limits.high, rule);
    return assemble(sums, d, value, (high - low) / (2 * t[d]!), Number.NaN, { low, high }, ciMethod, ciLevel);
  });
}

function atOrBelow(cells: DomainCells, y: Float64Array, quantile: Float64Array): Float64Array {
  const indicator = new Float64Array(y.length);
  for (let row = 0; row < y.length; row++) {
    const value = y[row]!;
    const level = cells.levelOfRow[row]!;
    indicator[row] =
      Number.isNaN(value) || level === cells.levels ? Number.NaN : value <= quantile[level]! ? 1 : 0;
  }
  return indicator;
}

interface SortedDomains {
  quantile(level: number, probability: number, rule: QuantileRule): number;
}

/** Answers of each domain in ascending order with cumulative weights (compensated, so that exact boundaries are met). */
function sortWithinDomains(cells: DomainCells, y: Float64Array): SortedDomains {
  const { levels, levelOfRow } = cells;
  const { weight } = cells.design;
  const start = new Int32Array(levels + 1);
  for (let row = 0; row < y.length; row++) {
    const level = levelOfRow[row]!;
    if (level < levels && !Number.isNaN(y[row]!)) start[level + 1]!++;
  }
  for (let level = 0; level < levels; level++) start[level + 1]! += start[level]!;
  const next = start.slice();
  const values = new Float64Array(start[levels]!);
  const weights = new Float64Array(start[levels]!);
  const order = ascending(y);
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const level = levelOfRow[row]!;
    if (level === levels) continue;
    const at = next[level]!;
    next[level] = at + 1;
    values[at] = y[row]!;
    weights[at] = weight[row]!;
  }
  for (let level = 0; level < levels; level++) accumulate(weights, start[level]!, start[level + 1]!);
  return {
    quantile: (level, probability, rule) =>
      weightedQuantile(
        values.subarray(start[level]!, start[level + 1]!),
        weights.subarray(start[level]!, start[level + 1]!),
        probability,
        rule,
      ),
  };
}

const knownOrders = new WeakMap<Float64Array, Int32Array>();

/**
 * Rows with an answer in ascending order of y, ties by row: sorted by value, then each row to its slot by binary search.
 * The order of the last call with the same array is used again if it still holds.
 */
function ascending(y: Float64Array): Int32Array {
  const known = knownOrders.get(y);
  if (known && stillAscending(y, known)) return known;
  const sorted = y.filter((value) => !Number.isNaN(value)).sort();
  const taken = new Int32Array(sorted.length);
  const order = new Int32Array(sorted.length);
  for (let row = 0; row < y.length; row++) {
    const value = y[row]!;
    if (Number.isNaN(value)) continue;
    const first = firstAtLeast(sorted, value);
    order[first + taken[first]!] = row;
    taken[first]!++;
  }
  knownOrders.set(y, order);
  return order;
}

function stillAscending(y: Float64Array, order: Int32Array): boolean {
  let answers = 0;
  for (let row = 0; row < y.length; row++) if (!Number.isNaN(y[row])) answers++;
  if (answers !== order.length) return false;
  for (let i = 1; i < order.length; i++) if (!(y[order[i - 1]!]! <= y[order[i]!]!)) return false;
  return order.length === 0 || !Number.isNaN(y[order[0]!]!);
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function accumulate(weights: Float64Array, from: number, to: number): void {
  let sum = 0;
  let lost = 0;
  for (let i = from; i < to; i++) {
    const w = weights[i]!;
    const next = sum + w;
    lost += Math.abs(sum) >= Math.abs(w) ? sum - next + w : w - next + sum;
    sum = next;
    weights[i] = sum + lost;
  }
}
