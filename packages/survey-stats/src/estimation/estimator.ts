import type { DomainCells } from '../design/domain-cells.ts';
import {
  checkReplicates,
  replicateVariance,
  type TotalsFunction,
} from '../replication/replicate-variance.ts';
import { type CellSums, pairSums, sumPrepared } from './cell-sums.ts';
import { type LinearForm, linearFormVariances } from './linear-form.ts';
import { type ColumnToSum, prepareColumns } from './prepared-columns.ts';
import type { IntervalMethod } from './proportion-interval.ts';
import {
  type EstimateOptions,
  finishEstimates,
  type RawEstimates,
  type SurveyEstimate,
} from './survey-estimate.ts';

/** What a mean, proportion, total or ratio makes of the sums over its rows. Private to `estimation/`. */
export interface Estimator {
  readonly caller: string;
  /** default method of the interval */
  readonly method: IntervalMethod;
  /** per domain; NaN where there is none */
  readonly estimate: (sums: CellSums) => Float64Array;
  /** influence of a row on it */
  readonly form: (sums: CellSums) => LinearForm;
  /** the same estimate, up to a constant, from a domain's totals: what replicates need */
  readonly ofTotals: TotalsFunction;
  /** its variance under simple random sampling */
  readonly simpleVariance: (
    sums: CellSums,
    estimate: Float64Array,
    deff: EstimateOptions['deff'],
  ) => Float64Array;
}

/** Columns of one variable, or of two, checked; and the estimator that they are for. */
export interface Estimand {
  readonly estimator: Estimator;
  readonly columns: readonly ColumnToSum[];
}

/** Sums the rows once and estimates in every domain. */
export function estimateOne(
  cells: DomainCells,
  { estimator, columns }: Estimand,
  options: EstimateOptions,
): SurveyEstimate[] {
  const [first, second] = sumPrepared(cells, prepareColumns(cells.design.weight, columns));
  const sums = second ? pairSums(first!, second) : first!;
  const [raw] = rawEstimates([{ estimator, sums }], options);
  return finishEstimates(raw!, options, estimator.method);
}

/** A statistic summed over one breakdown. */
interface Summed {
  readonly estimator: Estimator;
  readonly sums: CellSums;
}

/** Estimates and variances of statistics that were summed side by side over one breakdown. */
export function rawEstimates(summed: readonly Summed[], options: EstimateOptions): RawEstimates[] {
  const estimates = summed.map(({ estimator, sums }) => estimator.estimate(sums));
  const variances = variancesOf(summed, options);
  return summed.map(({ estimator, sums }, i) => {
    const estimate = estimates[i]!;
    const variance = variances[i]!;
    for (let d = 0; d < variance.length; d++) if (Number.isNaN(estimate[d]!)) variance[d] = Number.NaN;
    const simpleVariance = estimator.simpleVariance(sums, estimate, options.deff);
    return { sums, estimate, variance, simpleVariance };
  });
}

/** Linearised, or from replicates if the options hold them. */
function variancesOf(summed: readonly Summed[], { replicates }: EstimateOptions): Float64Array[] {
  if (replicates) {
    return summed.map(({ estimator, sums }) => {
      checkReplicates(estimator.caller, sums.cells.design, replicates);
      return replicateVariance(sums, replicates, estimator.ofTotals);
    });
  }
  return linearFormVariances(
    summed.map(({ sums }) => sums),
    summed.map(({ estimator, sums }) => estimator.form(sums)),
  );
}
