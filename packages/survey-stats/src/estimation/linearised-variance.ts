import type { DomainCells } from '../design/domain-cells.ts';
import { replicateSpread } from '../replication/replicate-spread.ts';
import { checkReplicates } from '../replication/replicate-variance.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { rowWeights } from '../replication/row-weights.ts';
import { domainInfluenceVariance } from './domain-influence.ts';

/** A statistic whose influence stays inside its own domain: its values, and how it is worked out with other weights. */
interface LinearisedStatistic {
  /** row → weighted influence on the row's own domain; NaN where the row does not enter */
  readonly influence: Float64Array;
  readonly estimate: Float64Array;
  /** the values under the weights of the cells' design */
  again(cells: DomainCells): Float64Array;
}

/** Variance in every domain: linearised, or from replicates; NaN where there is no estimate. */
export function linearisedVariance(
  caller: string,
  cells: DomainCells,
  { influence, estimate, again }: LinearisedStatistic,
  replicates: ReplicateWeights | undefined,
): Float64Array {
  const variance = replicates
    ? againVariance(caller, cells, replicates, estimate, again)
    : domainInfluenceVariance(cells, influence);
  return variance.map((v, d) => (Number.isNaN(estimate[d]!) ? Number.NaN : v));
}

/** Variance of a statistic worked out again with the weights of every replicate. */
export function againVariance(
  caller: string,
  cells: DomainCells,
  replicates: ReplicateWeights,
  estimate: Float64Array,
  again: LinearisedStatistic['again'],
): Float64Array {
  checkReplicates(caller, cells.design, replicates);
  const theta = Array.from(replicates.rscales, (_, r) =>
    again({ ...cells, design: { ...cells.design, weight: rowWeights(replicates, r) } }),
  );
  return replicateSpread(replicates, theta, estimate);
}
