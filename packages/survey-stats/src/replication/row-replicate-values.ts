import type { CellSums } from '../estimation/cell-sums.ts';
import type { TotalsFunction } from './replicate-variance.ts';
import type { RowReplicates } from './replicate-weights.ts';

/**
 * The estimate of every domain in every replicate whose rows have weights of their own: the rows are summed once a
 * replicate.
 *
 * @returns one array a replicate: domain → estimate.
 */
export function rowReplicateValues(
  { cells, y, x, centre }: CellSums,
  replicates: RowReplicates,
  estimate: TotalsFunction,
): Float64Array[] {
  const { levels, levelOfRow } = cells;
  return replicates.weights.map((weights) => {
    const weight = new Float64Array(levels + 1);
    const totalY = new Float64Array(levels + 1);
    const totalX = new Float64Array(levels + 1);
    for (let row = 0; row < weights.length; row++) {
      const value = y[row]! - centre;
      const other = x === undefined ? 0 : x[row]!;
      if (Number.isNaN(value) || Number.isNaN(other)) continue;
      const level = levelOfRow[row]!;
      const w = weights[row]!;
      weight[level]! += w;
      totalY[level]! += w * value;
      totalX[level]! += w * other;
    }
    return Float64Array.from({ length: levels }, (_, d) => estimate(weight[d]!, totalY[d]!, totalX[d]!));
  });
}
