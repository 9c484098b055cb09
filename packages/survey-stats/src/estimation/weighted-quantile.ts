/**
 * How a quantile is read off the cumulative weights: `math` (R's `hf1`) takes the smallest value whose cumulative share
 * reaches the probability, `school` (`hf2`) the midpoint where the share is met exactly. Neither depends on the order of
 * tied rows, as R's `hf4` to `hf9` do.
 */
export type QuantileRule = 'math' | 'school';

/**
 * Quantile of sorted values with cumulative weights.
 *
 * @param values ascending. @param cumulative Σ of the weights up to and including each value.
 * @returns NaN without values, and for a probability outside [0, 1]. Below the first weight share: the first value
 *   (survey 4.1 skips it).
 *
 * Source: R survey, R/newsvyquantile.R (`qrule_math`, `qrule_school`, 4.5).
 */
export function weightedQuantile(
  values: Float64Array,
  cumulative: Float64Array,
  probability: number,
  rule: QuantileRule,
): number {
  const n = values.length;
  if (n === 0 || !(probability >= 0 && probability <= 1)) return Number.NaN;
  const total = cumulative[n - 1]!;
  const k = lastAtMost(cumulative, probability * total);
  if (k < 0) return values[0]!;
  const next = values[Math.min(k + 1, n - 1)]!;
  if (probability - cumulative[k]! / total > 0) return next;
  return rule === 'math' ? values[k]! : (values[k]! + next) / 2;
}

function lastAtMost(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
