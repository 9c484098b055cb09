import { qt } from '../distributions/student.ts';
import { type Gradient, gradientAt, type SmoothFunction } from './gradient.ts';
import { jointDf } from './joint-df.ts';
import type { JointEstimates } from './joint-estimates.ts';
import { type IntervalMethod, proportionLimits } from './proportion-interval.ts';
import type { DfRule } from './survey-estimate.ts';

export interface DeltaOptions {
  /** its partial derivatives; absent: numeric */
  readonly gradient?: Gradient | undefined;
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
  /** default `mean`: estimate ∓ t se; `log` for a result that is positive, `logit` for a share */
  readonly ciMethod?: Exclude<IntervalMethod, 'beta' | 'beta_nchs' | 'likelihood'> | undefined;
  /** in place of the rule; Infinity: normal */
  readonly df?: number | undefined;
}

export interface DeltaEstimate {
  readonly estimate: number;
  readonly se: number;
  readonly cv: number;
  /** PSUs minus strata that hold rows of the domains */
  readonly df: number;
  readonly dfRule: DfRule;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly ciMethod: string;
  readonly ciLevel: number;
}

/**
 * Delta method: a smooth function of joint estimates, over domains, variables or both, such as the ratio of two
 * domains' means, with its design-based standard error.
 *
 * @param joint from `jointEstimates`. @param g function of all its entries, in the order domain, statistic.
 * @returns NaN if an entry has no estimate; take only domains that have one.
 * @throws if the gradient has not one number an entry.
 *
 * R equivalent: `survey::svycontrast(joint, quote(a / b))`. Source: V = ∇gᵀ V ∇g.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const domains = domainCells(design, Int32Array.of(0, 0, 1, 1), 2); // women, men
 * const joint = jointMeans(design, [Float64Array.of(1, 2, 3, 5)], { domains });
 * deltaMethod(joint, ([women, men]) => women / men, { ciMethod: 'log' }).estimate; // 0.375
 */
export function deltaMethod(
  joint: JointEstimates,
  g: SmoothFunction,
  options: DeltaOptions = {},
): DeltaEstimate {
  const { ciLevel = 0.95, ciMethod = 'mean' } = options;
  const at = Array.from(joint.estimate);
  const size = at.length;
  const known = !at.some(Number.isNaN);
  const estimate = known ? g(at) : Number.NaN;
  let variance = known ? 0 : Number.NaN;
  if (known) {
    const slopes = gradientAt('deltaMethod', g, options.gradient, at);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) variance += slopes[i]! * slopes[j]! * joint.covariance[i * size + j]!;
    }
  }
  const se = Math.sqrt(Math.max(0, variance));
  const { df, dfRule } = jointDf(joint, () => true, options.df);
  const t = df > 0 ? qt((1 + ciLevel) / 2, df) : Number.NaN;
  const { low, high } = proportionLimits(estimate, se, Number.NaN, df, ciLevel, ciMethod, t);
  return {
    estimate,
    se,
    cv: estimate === 0 ? Number.NaN : se / Math.abs(estimate),
    df,
    dfRule,
    ciLow: low,
    ciHigh: high,
    ciMethod,
    ciLevel,
  };
}
