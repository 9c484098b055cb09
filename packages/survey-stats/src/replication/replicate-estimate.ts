import { wholePopulation } from '../design/domain-cells.ts';
import { replicateDf } from './replicate-df.ts';
import { replicateCovariance } from './replicate-spread.ts';
import type { ReplicateWeights } from './replicate-weights.ts';
import { rowWeights } from './row-weights.ts';

/** Statistics of any kind with their variance from replicates. */
export interface ReplicateEstimate {
  readonly estimate: Float64Array;
  readonly se: Float64Array;
  /** covariance matrix by rows */
  readonly covariance: Float64Array;
  /** one array a replicate: the statistics in it */
  readonly replicates: readonly Float64Array[];
  /** degrees of freedom of the design: PSUs minus strata, or what the replicates say */
  readonly df: number;
}

/**
 * Replicate estimate: any statistics of a sample, with their covariance matrix from estimating again on every replicate.
 *
 * @param replicates from `replicateWeights`, `givenReplicates` or `calibrateReplicates`.
 * @param statistic row weights → one or more numbers, always as many and in the same order; it must not keep or change the
 *   weights. NaN in one replicate leaves that statistic without a variance (NaN).
 * @returns the statistics of the full sample with their covariance matrix.
 * @throws if the number of statistics is 0 or changes between replicates.
 *
 * R equivalent: `survey::withReplicates(design, function(w, data) …)`. Source: R/surveyrep.R.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 2] });
 * const jackknife = replicateWeights(design, { method: 'jackknife' });
 * replicateEstimate(jackknife, (w) => [w[0] / w[2]]).estimate; // Float64Array [0.5]
 */
export function replicateEstimate(
  replicates: ReplicateWeights,
  statistic: (weight: Float64Array) => ArrayLike<number>,
): ReplicateEstimate {
  const { design, rscales } = replicates;
  const estimate = Float64Array.from(statistic(design.weight));
  if (estimate.length === 0) {
    throw new RangeError('replicateEstimate: statistic must give at least one number; got none');
  }
  const values = Array.from(rscales, (_, r) => {
    const theta = Float64Array.from(statistic(rowWeights(replicates, r)));
    if (theta.length !== estimate.length) {
      throw new RangeError(
        `replicateEstimate: statistic must give as many numbers in every replicate; expected ${estimate.length}, got ${theta.length} in replicate ${r + 1}`,
      );
    }
    return theta;
  });
  const covariance = replicateCovariance(replicates, values, estimate);
  const cells = wholePopulation(design);
  return {
    estimate,
    se: estimate.map((_, i) => Math.sqrt(covariance[i * (estimate.length + 1)]!)),
    covariance,
    replicates: values,
    df: (replicateDf(replicates, cells)?.df ?? cells.df)[0]!,
  };
}
