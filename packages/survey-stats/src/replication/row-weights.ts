import type { ReplicateWeights } from './replicate-weights.ts';

/** Row → weight in replicate r, the sampling weight in it. */
export function rowWeights(replicates: ReplicateWeights, r: number): Float64Array {
  if (replicates.level === 'row') return replicates.weights[r]!;
  const { weight, psu } = replicates.design;
  const factor = replicates.factors[r]!;
  return weight.map((w, row) => w * factor[psu[row]!]!);
}
