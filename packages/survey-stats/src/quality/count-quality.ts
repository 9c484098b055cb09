import { qt } from '../distributions/student.ts';
import { MINIMUM_DF, type QualityVerdict, verdict } from './quality.ts';

export interface CountQualityInput {
  /** estimated count, total or rate */
  readonly estimate: number;
  readonly se: number;
  /** respondents, unweighted */
  readonly n: number;
  readonly df: number;
  /** Kish's design effect of their weights, default 1; see `kishDesignEffect` */
  readonly kishDesignEffect?: number | undefined;
}

const RULE = 'nchs_2_200';

/**
 * Quality of a count or rate by the NCHS presentation standards.
 *
 * Unreliable: effective n (n over Kish's design effect) below 10, or the 95 % log interval exp(ln x ∓ t se/x), t with
 * effective n − 1 df, wider than 160 % of the count. Review: fewer than 8 df.
 *
 * @returns verdict with rule `nchs_2_200` and reason `effective_n_below_10`, `no_interval`,
 *   `relative_width_above_160`, `df_below_8` or `none`.
 * @throws nothing: the outcome is data.
 *
 * R equivalent: `surveytable` (`mode = "NCHS"`). Source: Vital Health Stat 2(200).
 * @example countQuality({ estimate: 12000, se: 900, n: 240, df: 40 }).quality // 'reliable'
 */
export function countQuality({
  estimate,
  se,
  n,
  df,
  kishDesignEffect = 1,
}: CountQualityInput): QualityVerdict {
  const effectiveN = n / kishDesignEffect;
  const half = (qt(0.975, effectiveN - 1) * se) / estimate;
  const relativeWidth = estimate > 0 ? Math.exp(half) - Math.exp(-half) : Number.NaN;
  return verdict(RULE, { estimate, se, n, df, effectiveN, relativeWidth }, [
    [!(effectiveN >= 10), 'unreliable', 'effective_n_below_10'],
    [!Number.isFinite(relativeWidth), 'unreliable', 'no_interval'],
    [relativeWidth > 1.6, 'unreliable', 'relative_width_above_160'],
    [!(df >= MINIMUM_DF), 'review', 'df_below_8'],
  ]);
}
