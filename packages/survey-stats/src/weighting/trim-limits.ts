import { kishDesignEffect } from './kish-design-effect.ts';
import { quantileOf } from './quantile-of.ts';
import { trimWeights } from './trim-weights.ts';

/**
 * Where weights are cut: at constants; at multiples of the mean or the median (`lower` · and `upper` · it); at quantiles
 * (probabilities); or as high as a target allows of Kish's design effect after trimming.
 */
export type TrimRule =
  | { readonly rule: 'constant'; readonly lower?: number; readonly upper?: number }
  | { readonly rule: 'mean' | 'median'; readonly lower?: number; readonly upper?: number }
  | { readonly rule: 'quantile'; readonly lower?: number; readonly upper?: number }
  | { readonly rule: 'design_effect'; readonly target: number };

export interface TrimLimits {
  readonly rule: TrimRule['rule'];
  readonly lower: number;
  readonly upper: number;
}

const BISECTIONS = 60;

/**
 * Limits for `trimWeights` and `trimAndCalibrate` by a named rule, from the weights that are not 0.
 *
 * Quantiles are R's type 7, unweighted. For `design_effect` the upper limit is the largest at which trimmed weights have
 * a Kish design effect of at most `target`; Infinity if they have it untrimmed.
 *
 * @param weight row → weight. @param rule its name and what it needs.
 * @returns limits on the weight; Infinity: none above.
 * @throws on a multiple or probability out of range, lower above upper, a target below 1, and without a weight above 0.
 *
 * R equivalent: none; the limits are given to `survey::trimWeights` by hand. Source: Potter 1990 for limits by rule.
 * @example trimLimits(Float64Array.of(1, 2, 3, 20), { rule: 'median', upper: 3 }) // { rule: 'median', lower: 0, upper: 7.5 }
 */
export function trimLimits(weight: Float64Array, rule: TrimRule): TrimLimits {
  const positive = weight.filter((w) => w !== 0).sort();
  if (positive.length === 0) throw new RangeError('trimLimits: expected a weight above 0, got none');
  if (rule.rule === 'design_effect') {
    return { rule: rule.rule, lower: 0, upper: upperForDesignEffect(weight, positive, rule.target) };
  }
  const { lower = 0, upper = rule.rule === 'quantile' ? 1 : Number.POSITIVE_INFINITY } = rule;
  if (!(lower <= upper && lower >= 0) || (rule.rule === 'quantile' && upper > 1)) {
    throw new RangeError(
      `trimLimits: rule ${rule.rule} needs 0 <= lower <= upper${rule.rule === 'quantile' ? ' <= 1' : ''}; got ${lower} and ${upper}`,
    );
  }
  if (rule.rule === 'quantile') {
    return {
      rule: rule.rule,
      lower: lower === 0 ? 0 : quantileOf(positive, lower),
      upper: upper === 1 ? Number.POSITIVE_INFINITY : quantileOf(positive, upper),
    };
  }
  const unit =
    rule.rule === 'constant'
      ? 1
      : rule.rule === 'median'
        ? quantileOf(positive, 0.5)
        : positive.reduce((sum, w) => sum + w, 0) / positive.length;
  return { rule: rule.rule, lower: lower * unit, upper: upper * unit };
}

function upperForDesignEffect(weight: Float64Array, positive: Float64Array, target: number): number {
  if (!(target >= 1)) {
    throw new RangeError(`trimLimits: the target design effect must be at least 1; got ${target}`);
  }
  if (kishDesignEffect(weight) <= target) return Number.POSITIVE_INFINITY;
  // at the mean every weight becomes the mean, and the design effect 1
  let low = positive.reduce((sum, w) => sum + w, 0) / positive.length;
  let high = positive.at(-1) ?? low;
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (kishDesignEffect(trimWeights(weight, { upper: middle }).weight) <= target) low = middle;
    else high = middle;
  }
  return low;
}
