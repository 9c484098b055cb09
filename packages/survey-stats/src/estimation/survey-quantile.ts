import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { replicateQuantileVariance } from '../replication/replicate-quantile.ts';
import { type AscendingRows, ascendingRows } from './ascending-rows.ts';
import { checkColumn, sumCells } from './cell-sums.ts';
import { linearFormVariance } from './linear-form.ts';
import { proportionLimits } from './proportion-interval.ts';
import {
  assemble,
  domainDf,
  type EstimateOptions,
  finishEstimates,
  intervalRows,
  type SurveyEstimate,
  studentQuantiles,
} from './survey-estimate.ts';
import { meanForm, means } from './survey-mean.ts';
import { type QuantileRule, weightedQuantile } from './weighted-quantile.ts';

export interface QuantileOptions extends Omit<EstimateOptions, 'deff'> {
  /** default 'math', R's `hf1`: the smallest value whose cumulative weight share reaches the probability */
  readonly rule?: QuantileRule | undefined;
}

/** Limits of a share nearer to each other than this are one: the share has no variance. */
const ROUNDING = 1e-12;

/**
 * Survey quantile: the weighted quantile of a variable in every domain, with a Woodruff interval.
 *
 * The interval is that of the share of people at or below the quantile, mapped back by the same rule; its standard error
 * is its width over 2t. A limit of the share outside 0 to 1 has no quantile: NaN. There is no design effect (NaN). With
 * replicates (not a jackknife) the quantile is read off again in each, and the interval is estimate ∓ t se.
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
  if (options.replicates) {
    const asked = { cells, y, probability, rule, quantile, ciMethod };
    const variance = replicateQuantileVariance('surveyQuantile', asked, options.replicates);
    return finishEstimates({ sums: sumCells(cells, y, 0), estimate: quantile, variance }, options, 'mean');
  }
  const sums = sumCells(cells, atOrBelow(cells, y, quantile), 0);
  const share = means(sums);
  const variance = linearFormVariance(sums, meanForm(sums));
  const t = studentQuantiles(cells, ciLevel, options.df);
  const { df } = domainDf(cells, options.df);
  return Array.from(quantile, (value, d) => {
    const rows = design.calibration ? intervalRows(cells, d, sums.n[d]!, ciMethod) : sums.n[d]!;
    const limits = proportionLimits(
      share[d]!,
      Math.sqrt(variance[d]!),
      rows,
      df[d]!,
      ciLevel,
      ciMethod,
      t[d]!,
    );
    // by this rule the quantile at its own share is the quantile; read off anew, rounding could make it the next value
    const certain = (rule === 'math' || rule === 'hf1') && limits.high - limits.low < ROUNDING;
    const low = certain ? value : sorted.quantile(d, limits.low, rule);
    const high = certain ? value : sorted.quantile(d, limits.high, rule);
    const se = (high - low) / (2 * t[d]!);
    return assemble(sums, d, value, se, Number.NaN, { low, high }, ciMethod, ciLevel, options.df);
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
  const ascending = ascendingRows(y);
  const start = new Int32Array(levels + 2);
  for (let i = 0; i < ascending.rows.length; i++) start[levelOfRow[ascending.rows[i]!]! + 1]!++;
  for (let level = 0; level < levels; level++) start[level + 1]! += start[level]!;
  const values = new Float64Array(start[levels]!);
  const weights = new Float64Array(start[levels]!);
  spread(ascending, cells, start.slice(), values, weights);
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

/** Deals the answers and their weights out to their domains, which keeps the order. @param next domain → its first place. */
function spread(
  { rows, values }: AscendingRows,
  { levels, levelOfRow, design }: DomainCells,
  next: Int32Array,
  toValues: Float64Array,
  toWeights: Float64Array,
): void {
  const { weight } = design;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const level = levelOfRow[row]!;
    if (level === levels) continue;
    const at = next[level]!;
    next[level] = at + 1;
    toValues[at] = values[i]!;
    toWeights[at] = weight[row]!;
  }
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
