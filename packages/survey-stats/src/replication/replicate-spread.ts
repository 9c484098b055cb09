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
  const variance = new Float64Array(estimate.length);
  deviationsFrom(replicates, values, estimate).forEach((deviation, r) => {
    for (let i = 0; i < variance.length; i++) variance[i]! += rscales[r]! * deviation[i]! ** 2;
  });
  return variance.map((sum) => scale * sum);
}

function deviationsFrom(
  { rscales, mse }: ReplicateWeights,
  values: readonly Float64Array[],
  estimate: ArrayLike<number>,
): Float64Array[] {
  const centre = Float64Array.from(estimate);
  if (!mse) {
    const counted = values.filter((_, r) => rscales[r]! > 0);
    centre.fill(0);
    for (const theta of counted) for (let i = 0; i < centre.length; i++) centre[i]! += theta[i]!;
    for (let i = 0; i < centre.length; i++) centre[i]! /= counted.length;
  }
  return values.map((theta) => {
    const deviation = new Float64Array(theta.length);
    for (let i = 0; i < deviation.length; i++) deviation[i] = theta[i]! - centre[i]!;
    return deviation;
  });
}
