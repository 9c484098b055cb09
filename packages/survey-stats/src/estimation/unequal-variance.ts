import type { JointBlock } from '../design/joint-probabilities.ts';
import type { SamplingStage } from '../design/sampling-stage.ts';
import type { PpsEstimator, UnequalProbabilities } from '../design/unequal-probabilities.ts';

/**
 * What a stratum whose PSUs have unequal probabilities adds to a variance; PSUs not listed have a total of 0.
 *
 * Brewer: Σ (1 − p) n/(n − 1) (T − c)². Overton and Hartley-Rao: the quadratic form Σ Σ D_ij T_i T_j with
 * D_ij = 1 − (n − (p_i + p_j)/2)/(n − 1) or 1 − (n − p_i − p_j + P)/(n − 1) and D_ii = 1 − p_i, with the double sum worked
 * out. A stratum of one PSU: (1 − p)(T − c)².
 *
 * @param from,to the stratum's part of the list. @param centre mean total of the stratum, or what the rule for lonely
 *   PSUs takes for it. Source: Brewer 2002; Overton 1985; Hartley and Rao 1962; R survey, R/pps.R.
 */
export function unequalStratum(
  stage: SamplingStage,
  pps: UnequalProbabilities,
  h: number,
  unit: Int32Array,
  total: Float64Array,
  from: number,
  to: number,
  centre: number,
): number {
  const n = stage.sampled[h]!;
  const probability = stage.probability!;
  let squares = 0;
  let corrected = 0;
  let sum = 0;
  let sumP = 0;
  let squaresP = 0;
  let squaresOwn = 0;
  let unlisted = n - pps.sum[h]!;
  for (let i = from; i < to; i++) {
    const t = total[i]!;
    const p = probability[unit[i]!]!;
    const difference = t - centre;
    squares += difference * difference;
    corrected += (1 - p) * difference * difference;
    unlisted -= 1 - p;
    sum += t;
    sumP += p * t;
    squaresP += p * t * t;
    squaresOwn += t * t;
  }
  const absent = n - (to - from);
  if (absent > 0) {
    squares += absent * centre * centre;
    corrected += unlisted * centre * centre;
  }
  if (n === 1) return corrected;
  const m = n - 1;
  if (pps.method === 'brewer') return (n / m) * corrected;
  const p1 = pps.sum[h]!;
  const spread = (n / m) * squares;
  if (pps.method === 'overton') {
    const form = spread - (n * squaresP - sum * sumP) / m;
    // a row of D adds up to (Σp − n p)/(2(n − 1))
    return pps.estimator === 'horvitz-thompson' ? form : form - (p1 * squaresOwn - n * squaresP) / (2 * m);
  }
  const frame = pps.frameSquares?.[h] ?? p1 / n;
  const form = spread - squaresP - (2 * (squaresP - sum * sumP) - frame * (squaresOwn - sum * sum)) / m;
  // a row of D adds up to (Σp − p)/(n − 1) − P
  return pps.estimator === 'horvitz-thompson'
    ? form
    : form - ((p1 * squaresOwn - squaresP) / m - frame * squaresOwn);
}

/** Σ Σ D_ij T_i T_j over the blocks of joint probabilities; Yates-Grundy: less Σ_i T_i² Σ_j D_ij. */
export function jointVariance(
  psus: number,
  blocks: readonly JointBlock[],
  estimator: PpsEstimator,
  unit: Int32Array,
  total: Float64Array,
): number {
  const whole = new Float64Array(psus);
  for (let i = 0; i < unit.length; i++) whole[unit[i]!] = total[i]!;
  let variance = 0;
  for (const { psus: members, d, rowSum } of blocks) {
    const n = members.length;
    for (let i = 0; i < n; i++) {
      const t = whole[members[i]!]!;
      if (t === 0) continue;
      let product = 0;
      for (let j = 0; j < n; j++) product += d[i * n + j]! * whole[members[j]!]!;
      variance += t * (estimator === 'yates-grundy' ? product - rowSum[i]! * t : product);
    }
  }
  return variance;
}
