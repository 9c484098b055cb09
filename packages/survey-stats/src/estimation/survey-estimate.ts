import type { DomainCells } from '../design/domain-cells.ts';
import { qt } from '../distributions/student.ts';
import { replicateDf } from '../replication/replicate-df.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import type { Answered } from './answered.ts';
import { type Interval, type IntervalMethod, proportionLimits } from './proportion-interval.ts';

/**
 * Where the degrees of freedom of an interval come from: `domain_psus_minus_strata`, the PSUs minus the strata that
 * hold rows of the domain (R's `degf(subset(design, …))`), `given` by the caller or with the replicates (Infinity:
 * the normal distribution), or `replicate_rank_minus_one`, the rank of the domain's given replicate weights less 1.
 */
export type DfRule = 'domain_psus_minus_strata' | 'given' | 'replicate_rank_minus_one';

/** Degrees of freedom of every domain, and where they come from. */
export interface DomainDf {
  readonly df: ArrayLike<number>;
  readonly rule: DfRule;
}

/** An estimate for one domain, never without its standard error and counts. NaN where there is none. */
export interface SurveyEstimate {
  readonly estimate: number;
  readonly se: number;
  /** rows of the domain with an answer and a weight that is not 0 */
  readonly n: number;
  /** the sum of their weights */
  readonly nWeighted: number;
  /** PSUs minus strata among the domain's rows of non-zero weight, before rows without an answer are dropped */
  readonly df: number;
  /** where df comes from */
  readonly dfRule: DfRule;
  /** design effect against simple random sampling; see {@link EstimateOptions.deff} */
  readonly deff: number;
  /** se / |estimate|; NaN at 0 */
  readonly cv: number;
  /** NaN when df ≤ 0 */
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly ciMethod: string;
  readonly ciLevel: number;
  /** weighted share of the domain's rows without an answer */
  readonly missingShare: number;
  /** rows of the domain, with an answer or not */
  readonly nDomain: number;
}

export interface EstimateOptions {
  /** domains to estimate for; absent: the whole population */
  readonly domains?: DomainCells | undefined;
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
  readonly ciMethod?: IntervalMethod | undefined;
  /**
   * degrees of freedom of every interval in place of the domain's own: one number, or one a domain; Infinity gives
   * intervals by the normal distribution
   */
  readonly df?: number | ArrayLike<number> | undefined;
  /**
   * Simple random sampling `without_replacement` (default, R's `deff = TRUE`) or `with_replacement` (R's
   * `deff = "replace"`). Without replacement is NaN when the weights sum to n or less: scaled weights.
   */
  readonly deff?: 'without_replacement' | 'with_replacement' | undefined;
  /**
   * variance from replicates in place of linearisation; df stays PSUs minus strata of the domain, but for given ones
   */
  readonly replicates?: ReplicateWeights | undefined;
}

/** Everything a finished estimate is made of, per domain. Private to `estimation/`. */
export interface RawEstimates {
  readonly sums: Answered;
  readonly estimate: Float64Array;
  readonly variance: Float64Array;
  /** variance of the estimate under simple random sampling; absent: no design effect */
  readonly simpleVariance?: Float64Array;
}

export function finishEstimates(
  raw: RawEstimates,
  options: EstimateOptions,
  defaultMethod: IntervalMethod,
): SurveyEstimate[] {
  const { sums, estimate, variance, simpleVariance } = raw;
  const { cells } = sums;
  const level = checkedLevel(options.ciLevel ?? 0.95);
  const method = options.ciMethod ?? defaultMethod;
  const given = options.df ?? (options.replicates && replicateDf(options.replicates, cells));
  const resolved = domainDf(cells, given);
  const intervals = intervalsOf(raw, method, level, resolved.df, studentQuantiles(cells, level, given));
  return intervals.map((interval, d) =>
    assemble(
      sums,
      d,
      estimate[d]!,
      Math.sqrt(variance[d]!),
      simpleVariance ? variance[d]! / simpleVariance[d]! : Number.NaN,
      interval,
      method,
      level,
      resolved,
    ),
  );
}

/** The interval of every domain. */
function intervalsOf(
  { sums: { cells, n }, estimate, variance }: RawEstimates,
  method: IntervalMethod,
  level: number,
  df: ArrayLike<number>,
  quantiles: Float64Array,
): Interval[] {
  const intervals: Interval[] = [];
  for (let d = 0; d < cells.levels; d++) {
    const rows = method === 'beta' ? betaRows(cells, d) : n[d]!;
    const se = Math.sqrt(variance[d]!);
    intervals.push(proportionLimits(estimate[d]!, se, rows, df[d]!, level, method, quantiles[d]!));
  }
  return intervals;
}

export function assemble(
  sums: Answered,
  d: number,
  estimate: number,
  se: number,
  deff: number,
  interval: Interval,
  ciMethod: string,
  ciLevel: number,
  givenDf?: EstimateOptions['df'] | DomainDf,
): SurveyEstimate {
  const { cells } = sums;
  const n = sums.n[d]!;
  const { df, rule } = domainDf(cells, givenDf);
  return {
    estimate,
    se,
    n,
    nWeighted: sums.weight[d]!,
    df: df[d]!,
    dfRule: rule,
    deff: Number.isFinite(deff) ? deff : Number.NaN,
    cv: estimate === 0 ? Number.NaN : se / Math.abs(estimate),
    ciLow: interval.low,
    ciHigh: interval.high,
    ciMethod,
    ciLevel,
    missingShare: missingShare(cells.weight[d]!, sums.weight[d]!, cells.weightedRows[d]!, n),
    nDomain: cells.rows[d]!,
  };
}

/**
 * Rows that R's `beta` counts: all of the domain, or all of a design whose subsets keep the rows outside at weight 0, a
 * calibrated one and one of unequal probabilities.
 */
export const betaRows = ({ design, rows }: DomainCells, d: number): number =>
  design.calibration || design.pps ? design.rows : rows[d]!;

function missingShare(all: number, answered: number, rows: number, answeredRows: number): number {
  if (!(all > 0)) return Number.NaN;
  return rows === answeredRows ? 0 : answeredRows === 0 ? 1 : (all - answered) / all;
}

function checkedLevel(level: number): number {
  if (!(level > 0 && level < 1))
    throw new RangeError(`ciLevel must lie between 0 and 1, for example 0.95; got ${level}`);
  return level;
}

/** Degrees of freedom of every domain: those given, or PSUs minus strata. */
export function domainDf(cells: DomainCells, given: EstimateOptions['df'] | DomainDf): DomainDf {
  if (given === undefined) return { df: cells.df, rule: 'domain_psus_minus_strata' };
  if (typeof given === 'object' && 'rule' in given) return given;
  const df = typeof given === 'number' ? new Float64Array(cells.levels).fill(given) : given;
  if (df.length !== cells.levels) {
    throw new RangeError(
      `options.df must be one number, or one a domain; expected ${cells.levels}, got ${df.length}`,
    );
  }
  for (let d = 0; d < df.length; d++) {
    if (!(df[d]! >= 0)) {
      throw new RangeError(
        `options.df must be 0 or more, or Infinity for normal intervals; domain ${d} has ${df[d]}`,
      );
    }
  }
  return { df, rule: 'given' };
}

const quantileTables = new WeakMap<DomainCells, Map<number, Float64Array>>();

/** Student's quantile of every domain of a breakdown, worked out once per level. NaN where df ≤ 0. */
export function studentQuantiles(
  cells: DomainCells,
  level: number,
  given?: EstimateOptions['df'] | DomainDf,
): Float64Array {
  if (given !== undefined) return quantilesOf(domainDf(cells, given).df, level);
  let table = quantileTables.get(cells);
  if (!table) {
    table = new Map();
    quantileTables.set(cells, table);
  }
  let quantiles = table.get(level);
  if (!quantiles) {
    quantiles = quantilesOf(cells.df, level);
    table.set(level, quantiles);
  }
  return quantiles;
}

function quantilesOf(dfs: ArrayLike<number>, level: number): Float64Array {
  const known = new Map<number, number>();
  return Float64Array.from(dfs, (df) => {
    let t = known.get(df);
    if (t === undefined) {
      t = df > 0 ? qt((1 + level) / 2, df) : Number.NaN;
      known.set(df, t);
    }
    return t;
  });
}
