import { cellsFor, type DomainCells, domainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { replicateQuantileVariance } from '../replication/replicate-quantile.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { type CellSums, checkColumn, sumCells } from './cell-sums.ts';
import { linearFormVariance } from './linear-form.ts';
import { proportionLimits } from './proportion-interval.ts';
import { type SortedDomains, sortDomains } from './sorted-domains.ts';
import {
  assemble,
  betaRows,
  domainDf,
  type EstimateOptions,
  finishEstimates,
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
 * is its width over 2t. A limit of the share outside 0 to 1 has no quantile: NaN; nor have
 * limits in the wrong order, where R's error is below 0 (`asin`, far from 50 % with few PSUs). There is no design effect (NaN). With
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
  checkQuantile(design, y, probability);
  const cells = cellsFor('surveyQuantile', design, options.domains);
  const sorted = sortDomains(cells, y);
  const found = quantilesOf(sorted, probability, options.rule);
  if (options.replicates) return replicatedQuantile(found, options, options.replicates);
  const sums = sumCells(cells, atOrBelow(found), 0);
  const variance = linearFormVariance(sums, meanForm(sums));
  return finishQuantile(found, sums, variance, options);
}

export function checkQuantile(design: SurveyDesign, y: Float64Array, probability: number): void {
  checkColumn('surveyQuantile', 'y', y, design.rows);
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `surveyQuantile: probability must lie in [0, 1], for example 0.5 for the median; got ${probability}`,
    );
  }
}

/** A quantile of every domain, and what it was read off. */
export interface FoundQuantile {
  readonly sorted: SortedDomains;
  readonly probability: number;
  readonly rule: QuantileRule;
  /** per domain */
  readonly quantile: Float64Array;
}

const quantileIn = (
  { start, values, cumulative }: SortedDomains,
  d: number,
  probability: number,
  rule: QuantileRule,
): number =>
  weightedQuantile(
    values.subarray(start[d]!, start[d + 1]!),
    cumulative.subarray(start[d]!, start[d + 1]!),
    probability,
    rule,
  );

export function quantilesOf(
  sorted: SortedDomains,
  probability: number,
  rule: QuantileRule = 'math',
): FoundQuantile {
  const quantile = Float64Array.from({ length: sorted.cells.levels }, (_, d) =>
    quantileIn(sorted, d, probability, rule),
  );
  return { sorted, probability, rule, quantile };
}

/** The quantile with its variance over replicates. */
export function replicatedQuantile(
  { sorted: { cells, y }, probability, rule, quantile }: FoundQuantile,
  options: QuantileOptions,
  replicates: ReplicateWeights,
): SurveyEstimate[] {
  const asked = { cells, y, probability, rule, quantile, ciMethod: options.ciMethod ?? 'mean' };
  const variance = replicateQuantileVariance('surveyQuantile', asked, replicates);
  return finishEstimates({ sums: sumCells(cells, y, 0), estimate: quantile, variance }, options, 'mean');
}

/** The quantile with its Woodruff interval. @param sums of the column of `atOrBelow`. @param variance of its share. */
export function finishQuantile(
  found: FoundQuantile,
  sums: CellSums,
  variance: Float64Array,
  { ciLevel = 0.95, ciMethod = 'mean', df: givenDf }: QuantileOptions,
): SurveyEstimate[] {
  const { sorted, rule, quantile } = found;
  const { cells } = sorted;
  const share = means(sums);
  const t = studentQuantiles(cells, ciLevel, givenDf);
  const answered = ciMethod === 'beta' ? answeredCells(sorted) : undefined;
  const { df } = domainDf(answered ?? cells, givenDf);
  return Array.from(quantile, (value, d) => {
    const limits = proportionLimits(
      share[d]!,
      Math.sqrt(variance[d]!),
      answered ? betaRows(answered, d) : sums.n[d]!,
      df[d]!,
      ciLevel,
      ciMethod,
      t[d]!,
    );
    // by this rule the quantile at its own share is the quantile; read off anew, rounding could make it the next value
    const certain = (rule === 'math' || rule === 'hf1') && Math.abs(limits.high - limits.low) < ROUNDING;
    const [low, high] = certain
      ? [value, value]
      : uncrossed(quantileIn(sorted, d, limits.low, rule), quantileIn(sorted, d, limits.high, rule));
    const se = (high - low) / (2 * t[d]!);
    return assemble(sums, d, value, se, Number.NaN, { low, high }, ciMethod, ciLevel, givenDf);
  });
}

/** The rows with an answer alone: R's `beta` limits of the share have their number and their df. */
function answeredCells({ cells, y }: SortedDomains): DomainCells {
  const { design, levels, domainOfRow } = cells;
  const codes = domainOfRow.map((level, row) => (level === levels || Number.isNaN(y[row]!) ? -1 : level));
  return domainCells(design, codes, levels);
}

/** An angle (`asin`) that goes past 0 or 1 comes back, and may take a limit of the share past the other: no interval then. */
const uncrossed = (low: number, high: number): [number, number] =>
  high < low ? [Number.NaN, Number.NaN] : [low, high];

/** Row → 1 at or below the quantile of its domain, 0 above; NaN: no answer, or in no domain. */
export function atOrBelow({ sorted: { cells, y }, quantile }: FoundQuantile): Float64Array {
  const indicator = new Float64Array(y.length);
  for (let row = 0; row < y.length; row++) {
    const value = y[row]!;
    const level = cells.levelOfRow[row]!;
    indicator[row] =
      Number.isNaN(value) || level === cells.levels ? Number.NaN : value <= quantile[level]! ? 1 : 0;
  }
  return indicator;
}
