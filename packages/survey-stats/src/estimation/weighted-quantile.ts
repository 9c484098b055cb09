/**
 * How a quantile is read off the cumulative weights.
 *
 * `math` (R's `hf1`) takes the smallest value whose cumulative share reaches the probability, `school` (`hf2`) the
 * midpoint to the next value where the share is met exactly, `hf3` the even-numbered of the distinct values there.
 * `hf4` to `hf9` interpolate, after the numbering of Hyndman and Fan, between points (share, value); weights of
 * equal values are added up first (as SAS does; R does not, and its answer depends on the order of tied rows).
 */
export type QuantileRule =
  | 'math'
  | 'school'
  | 'hf1'
  | 'hf2'
  | 'hf3'
  | 'hf4'
  | 'hf5'
  | 'hf6'
  | 'hf7'
  | 'hf8'
  | 'hf9';

/**
 * Quantile of sorted values with cumulative weights.
 *
 * @param values ascending. @param cumulative Σ of the weights up to and including each value.
 * @returns NaN without values, and for a probability outside [0, 1]. Below the first weight share: the first value
 *   (survey 4.1 skips it for `math` and `school`; 4.5 still averages in `school`, skips in `hf3` and extrapolates in
 *   `hf4`); `hf7`, whose first point is at share 0, interpolates.
 * @throws on a rule that does not exist.
 *
 * Source: R survey, R/newsvyquantile.R (`qrule_math` … `qrule_hf9`, 4.5); Hyndman and Fan 1996.
 */
export function weightedQuantile(
  values: Float64Array,
  cumulative: Float64Array,
  probability: number,
  rule: QuantileRule,
): number {
  const n = values.length;
  if (n === 0 || !(probability >= 0 && probability <= 1)) return Number.NaN;
  switch (rule) {
    case 'math':
    case 'hf1':
      return stepQuantile(values, cumulative, probability, (own) => own);
    case 'school':
    case 'hf2':
      return stepQuantile(values, cumulative, probability, (own, next) => (own + next) / 2);
    case 'hf3': {
      const merged = mergeTies(values, cumulative);
      return stepQuantile(merged.values, merged.cumulative, probability, (own, next, k) =>
        k % 2 === 1 ? own : next,
      );
    }
    default: {
      const point = PLOTTING_POINTS[rule];
      if (!point) {
        throw new RangeError(
          `surveyQuantile: rule must be 'math', 'school' or 'hf1' to 'hf9'; got "${rule}"`,
        );
      }
      const merged = mergeTies(values, cumulative);
      return interpolate(merged.values, merged.cumulative, probability, point);
    }
  }
}

/** @param exact the value where the share of `own`, at index k, is the probability to the last bit. */
function stepQuantile(
  values: Float64Array,
  cumulative: Float64Array,
  probability: number,
  exact: (own: number, next: number, k: number) => number,
): number {
  const n = values.length;
  const total = cumulative[n - 1]!;
  const k = lastAtMost(cumulative, probability * total);
  if (k < 0) return values[0]!;
  const next = values[Math.min(k + 1, n - 1)]!;
  return probability - cumulative[k]! / total > 0 ? next : exact(values[k]!, next, k);
}

/**
 * Share at which a value stands, from the cumulative weights up to it and before it, the last value's and the one
 * before.
 */
type PlottingPoint = (upTo: number, before: number, total: number, beforeLast: number) => number;

const PLOTTING_POINTS: Partial<Record<QuantileRule, PlottingPoint>> = {
  hf4: (upTo, _before, total) => upTo / total,
  hf5: (upTo, before, total) => (upTo + before) / 2 / total,
  hf6: (upTo, _before, total, beforeLast) => upTo / (total + (total - beforeLast)),
  hf7: (_upTo, before, _total, beforeLast) => before / beforeLast,
  hf8: (upTo, before, total, beforeLast) => (before + 2 * upTo) / 3 / (total + (total - beforeLast) / 3),
  hf9: (upTo, before, total, beforeLast) => (3 * before + 5 * upTo) / 8 / (total + (total - beforeLast) / 4),
};

function interpolate(
  values: Float64Array,
  cumulative: Float64Array,
  probability: number,
  point: PlottingPoint,
): number {
  const n = values.length;
  if (n === 1) return values[0]!;
  const total = cumulative[n - 1]!;
  const beforeLast = cumulative[n - 2]!;
  const at = (k: number) => point(cumulative[k]!, k === 0 ? 0 : cumulative[k - 1]!, total, beforeLast);
  let low = 0;
  let high = n - 1;
  if (probability <= at(low)) return values[low]!;
  if (probability >= at(high)) return values[high]!;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (at(middle) <= probability) low = middle;
    else high = middle;
  }
  const share = (probability - at(low)) / (at(high) - at(low));
  return values[low]! * (1 - share) + values[high]! * share;
}

function mergeTies(values: Float64Array, cumulative: Float64Array) {
  const distinct = new Float64Array(values.length);
  const upTo = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (i === 0 || values[i] !== values[i - 1]) count++;
    distinct[count - 1] = values[i]!;
    upTo[count - 1] = cumulative[i]!;
  }
  return { values: distinct.subarray(0, count), cumulative: upTo.subarray(0, count) };
}

/** From the end, because weights below 0 make the cumulative ones go down in places. */
function lastAtMost(cumulative: Float64Array, limit: number): number {
  let k = cumulative.length - 1;
  while (k >= 0 && cumulative[k]! > limit) k--;
  return k;
}
