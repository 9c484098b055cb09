import { proportionInterval } from '../estimation/proportion-interval.ts';
import { MINIMUM_DF, type QualityVerdict, verdict } from './quality.ts';

export interface ProportionQualityInput {
  /** share, 0 to 1 */
  readonly p: number;
  readonly se: number;
  /** respondents in the denominator, unweighted */
  readonly n: number;
  readonly df: number;
}

const RULE = 'nchs_2_175';

/**
 * Quality of a proportion by the NCHS presentation standards.
 *
 * Unreliable: n or the effective n (p(1−p)/se², cut at n) below 30; Korn-Graubard 95 % interval 0.30 wide or more; or
 * wider than 0.05 and than 130 % of p. Use with caution: wider than 130 % of 1 − p, also where it is at most 0.05 wide
 * (CDC's `surveytable` gives no caution there). Review: fewer than 8 df; 0 or 100 %.
 *
 * @returns verdict with rule `nchs_2_175` and reason `n_below_30`, `effective_n_below_30`, `no_interval`,
 *   `width_above_0.30`, `relative_width_above_130`, `zero_or_hundred_percent`, `df_below_8`,
 *   `complement_relative_width` or `none`.
 * @throws nothing: the outcome is data.
 *
 * R equivalent: `surveytable` (`mode = "NCHS"`). Source: Parker et al. 2017, Vital Health Stat 2(175).
 * @example
 * proportionQuality({ p: 0.4, se: 0.02, n: 900, df: 60 });
 * // { quality: 'reliable', rule: 'nchs_2_175', reason: 'none', … }
 */
export function proportionQuality({ p, se, n, df }: ProportionQualityInput): QualityVerdict {
  const extreme = p === 0 || p === 1;
  const effectiveN = extreme ? n : Math.min(n, (p * (1 - p)) / (se * se));
  const interval = proportionInterval({ estimate: p, se, n, df, level: 0.95, method: 'beta_nchs' });
  const width = interval.high - interval.low;
  const relativeWidth = width / p;
  const complementRelativeWidth = width / (1 - p);
  const small = !(n >= 30);
  return verdict(RULE, { p, se, n, df, effectiveN, width, relativeWidth, complementRelativeWidth }, [
    [small, 'unreliable', 'n_below_30'],
    [extreme, 'review', 'zero_or_hundred_percent'],
    [effectiveN < 30 && !small, 'unreliable', 'effective_n_below_30'],
    [!extreme && !Number.isFinite(width), 'unreliable', 'no_interval'],
    [!extreme && width >= 0.3, 'unreliable', 'width_above_0.30'],
    [!extreme && width > 0.05 && relativeWidth > 1.3, 'unreliable', 'relative_width_above_130'],
    [!(df >= MINIMUM_DF), 'review', 'df_below_8'],
    [!extreme && complementRelativeWidth > 1.3, 'use_with_caution', 'complement_relative_width'],
  ]);
}
