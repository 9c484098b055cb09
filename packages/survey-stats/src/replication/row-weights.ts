import { replicateFactor } from './draws.ts';
import type { ReplicateWeights } from './replicate-weights.ts';

/** Row → weight in replicate r, the sampling weight in it. */
export function rowWeights(replicates: ReplicateWeights, r: number): Float64Array {
  if (replicates.level === 'row') return replicates.weights[r]!;
  const { weight, psu, psus } = replicates.design;
  const factor = replicateFactor(replicates, r, new Float64Array(psus));
  return weight.map((w, row) => w * factor[psu[row]!]!);
}
