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
 * wider than 0.05 and than 130 % of p. Use with caution: wider than 130 % of 1 − p. Review: fewer than 8 df; 0 or 100 %.
 *
 * @returns verdict with rule `nchs_2_175` and reason `n_below_30`, `effective_n_below_30`, `no_interval`,
 *   `width_above_0.30`, `relative_width_above_130`, `zero_or_hundred_percent`, `df_below_8`, `complement_relative_width`
 *   or `none`.
 *
 * R equivalent: `surveytable` (`mode = "NCHS"`). Source: Parker et al. 2017, Vital Health Stat 2(175).
 * @example proportionQuality({ p: 0.4, se: 0.02, n: 900, df: 60 }) // { quality: 'reliable', rule: 'nchs_2_175', reason: 'none' }
 */
export function proportionQuality({ p, se, n, df }: ProportionQualityInput): QualityVerdict {
  if (!(n >= 30)) return verdict('unreliable', RULE, 'n_below_30');
  if (p === 0 || p === 1) return verdict('review', RULE, 'zero_or_hundred_percent');
  const effective = Math.min(n, (p * (1 - p)) / (se * se));
  if (effective < 30) return verdict('unreliable', RULE, 'effective_n_below_30');
  const interval = proportionInterval({ estimate: p, se, n, df, level: 0.95, method: 'beta_nchs' });
  const width = interval.high - interval.low;
  if (!Number.isFinite(width)) return verdict('unreliable', RULE, 'no_interval');
  if (width >= 0.3) return verdict('unreliable', RULE, 'width_above_0.30');
  if (width > 0.05 && width / p > 1.3) return verdict('unreliable', RULE, 'relative_width_above_130');
  if (df < MINIMUM_DF) return verdict('review', RULE, 'df_below_8');
  if (width / (1 - p) > 1.3) return verdict('use_with_caution', RULE, 'complement_relative_width');
  return verdict('reliable', RULE, 'none');
}
