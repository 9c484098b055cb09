import type { DomainCells } from '../design/domain-cells.ts';
import { qt } from '../distributions/student.ts';
import {
  checkReplicates,
  replicateVariance,
  type TotalsFunction,
} from '../replication/replicate-variance.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import type { CellSums } from './cell-sums.ts';
import { type LinearForm, linearFormVariance } from './linear-form.ts';
import { type Interval, type IntervalMethod, proportionLimits } from './proportion-interval.ts';

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
   * Simple random sampling `without_replacement` (default, R's `deff = TRUE`) or `with_replacement` (R's
   * `deff = "replace"`). Without replacement is NaN when the weights sum to n or less: scaled weights.
   */
  readonly deff?: 'without_replacement' | 'with_replacement' | undefined;
  /** variance from replicates in place of linearisation; df stays PSUs minus strata of the domain */
  readonly replicates?: ReplicateWeights | undefined;
}

/** Everything a finished estimate is made of, per domain. Private to `estimation/`. */
export interface RawEstimates {
  readonly sums: CellSums;
  readonly estimate: Float64Array;
  readonly variance: Float64Array;
  /** variance of the estimate under simple random sampling; absent: no design effect */
  readonly simpleVariance?: Float64Array;
}

/** Variance of every domain: linearised, or from replicates if the options hold them. */
export function estimateVariance(
  caller: string,
  sums: CellSums,
  form: LinearForm,
  estimate: TotalsFunction,
  options: EstimateOptions,
): Float64Array {
  if (!options.replicates) return linearFormVariance(sums, form);
  checkReplicates(caller, sums.cells.design, options.replicates);
  return replicateVariance(sums, options.replicates, estimate);
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
  const quantiles = studentQuantiles(cells, level);
  const results: SurveyEstimate[] = [];
  for (let d = 0; d < cells.levels; d++) {
    const value = estimate[d]!;
    const se = Math.sqrt(variance[d]!);
    const n = sums.n[d]!;
    const interval = proportionLimits(
      value,
      se,
      intervalRows(cells, d, n, method),
      cells.df[d]!,
      level,
      method,
      quantiles[d]!,
    );
    results.push(
      assemble(
        sums,
        d,
        value,
        se,
        simpleVariance ? variance[d]! / simpleVariance[d]! : Number.NaN,
        interval,
        method,
        level,
      ),
    );
  }
  return results;
}

export function assemble(
  sums: CellSums,
  d: number,
  estimate: number,
  se: number,
  deff: number,
  interval: Interval,
  ciMethod: string,
  ciLevel: number,
): SurveyEstimate {
  const { cells } = sums;
  const n = sums.n[d]!;
  return {
    estimate,
    se,
    n,
    nWeighted: sums.weight[d]!,
    df: cells.df[d]!,
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

/** R's `beta` counts the rows of the design passed, missing ones and, after calibration, all rows of the full design. */
export function intervalRows(cells: DomainCells, d: number, n: number, method: IntervalMethod): number {
  if (method !== 'beta') return n;
  return cells.design.calibration ? cells.design.rows : cells.rows[d]!;
}

function missingShare(all: number, answered: number, rows: number, answeredRows: number): number {
  if (!(all > 0)) return Number.NaN;
  return rows === answeredRows ? 0 : answeredRows === 0 ? 1 : (all - answered) / all;
}

function checkedLevel(level: number): number {
  if (!(level > 0 && level < 1))
    throw new RangeError(`ciLevel must lie between 0 and 1, for example 0.95; got ${level}`);
  return level;
}

const quantileTables = new WeakMap<DomainCells, Map<number, Float64Array>>();

/** Student's quantile of every domain of a breakdown, worked out once per level. NaN where df ≤ 0. */
export function studentQuantiles(cells: DomainCells, level: number): Float64Array {
  let table = quantileTables.get(cells);
  if (!table) {
    table = new Map();
    quantileTables.set(cells, table);
  }
  let quantiles = table.get(level);
  if (!quantiles) {
    const known = new Map<number, number>();
    quantiles = Float64Array.from(cells.df, (df) => {
      let t = known.get(df);
      if (t === undefined) {
        t = df > 0 ? qt((1 + level) / 2, df) : Number.NaN;
        known.set(df, t);
      }
      return t;
    });
    table.set(level, quantiles);
  }
  return quantiles;
}
