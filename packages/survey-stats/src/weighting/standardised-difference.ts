import { checkLengths } from './check-lengths.ts';

/**
 * Absolute standardised mean difference (ASMD) of a variable under two sets of weights: |mean − target mean| / target
 * standard deviation. Above 0.1 is commonly called out of balance.
 *
 * @param values row → value; NaN is left out. @param weight of the respondents, 0 for others.
 * @param target weights that make the target: the base weights of the whole sample, for respondents against it.
 * @returns 0 or more; NaN without rows, and for a variable that is constant in the target but differs.
 * @throws unless there is one weight a value in both sets.
 *
 * R equivalent: none in survey; `cobalt::bal.tab`. Source: Rosenbaum and Rubin 1985; balance (Meta), `asmd`.
 * @example standardisedDifference(Float64Array.of(0, 1), [0, 1], [1, 1]) // 1: (1 − 0.5) / 0.5
 */
export function standardisedDifference(
  values: Float64Array,
  weight: ArrayLike<number>,
  target: ArrayLike<number>,
): number {
  checkLengths('standardisedDifference', 'weight', weight.length, values.length);
  checkLengths('standardisedDifference', 'target', target.length, values.length);
  const own = moments(values, weight);
  const wanted = moments(values, target);
  const distance = Math.abs(own.mean - wanted.mean);
  return distance === 0 ? 0 : distance / (wanted.deviation || Number.NaN);
}

function moments(values: Float64Array, weight: ArrayLike<number>): { mean: number; deviation: number } {
  let size = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!)) continue;
    size += weight[row]!;
    sum += weight[row]! * values[row]!;
  }
  const mean = sum / size;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row]!)) squares += weight[row]! * (values[row]! - mean) ** 2;
  }
  return { mean, deviation: Math.sqrt(squares / size) };
}
