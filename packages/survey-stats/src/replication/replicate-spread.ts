import type { ReplicateWeights } from './replicate-weights.ts';

/**
 * Covariance matrix of statistics from their values in every replicate: scale · Σ rscales (θ_r − c)(θ_r − c)'.
 *
 * @param values one array a replicate: statistic → θ_r. @param estimate the full sample's θ, which is c under `mse`.
 * @returns by rows. Source: R survey, R/surveyrep.R (`svrVar`).
 */
export function replicateCovariance(
  replicates: ReplicateWeights,
  values: readonly Float64Array[],
  estimate: ArrayLike<number>,
): Float64Array {
  const { scale, rscales } = replicates;
  const p = estimate.length;
  const deviations = deviationsFrom(replicates, values, estimate);
  const covariance = new Float64Array(p * p);
  deviations.forEach((deviation, r) => {
    for (let i = 0; i < p; i++) {
      const weighted = rscales[r]! * deviation[i]!;
      for (let j = 0; j <= i; j++) covariance[i * p + j]! += weighted * deviation[j]!;
    }
  });
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      covariance[i * p + j]! *= scale;
      covariance[j * p + i] = covariance[i * p + j]!;
    }
  }
  return covariance;
}

/** The variances alone: the diagonal of {@link replicateCovariance}. */
export function replicateSpread(
  replicates: ReplicateWeights,
  values: readonly Float64Array[],
  estimate: ArrayLike<number>,
): Float64Array {
  const { scale, rscales } = replicates;
  const centre = centreOf(replicates, values, estimate);
  const variance = new Float64Array(estimate.length);
  values.forEach((theta, r) => {
    addSquares(theta, centre, rscales[r]!, variance);
  });
  return variance.map((sum) => scale * sum);
}

function addSquares(theta: Float64Array, centre: Float64Array, by: number, sums: Float64Array): void {
  for (let i = 0; i < sums.length; i++) {
    const deviation = theta[i]! - centre[i]!;
    sums[i]! += by * (deviation * deviation);
  }
}

function deviationsFrom(
  replicates: ReplicateWeights,
  values: readonly Float64Array[],
  estimate: ArrayLike<number>,
): Float64Array[] {
  const centre = centreOf(replicates, values, estimate);
  return values.map((theta) => theta.map((value, i) => value - centre[i]!));
}

function centreOf(
  { rscales, mse }: ReplicateWeights,
  values: readonly Float64Array[],
  estimate: ArrayLike<number>,
): Float64Array {
  if (mse) return Float64Array.from(estimate);
  const centre = new Float64Array(estimate.length);
  const counted = values.filter((_, r) => rscales[r]! > 0);
  for (const theta of counted) for (let i = 0; i < centre.length; i++) centre[i]! += theta[i]!;
  return centre.map((sum) => sum / counted.length);
}
