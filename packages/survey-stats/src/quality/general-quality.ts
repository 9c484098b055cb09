import { MINIMUM_DF, type QualityVerdict, verdict } from './quality.ts';

export interface GeneralQualityInput {
  /** respondents, unweighted */
  readonly n: number;
  /** se / |estimate|, 0.3 is 30 % */
  readonly cv: number;
  readonly df: number;
}

const RULE = 'n30_cv30_df8';

/**
 * Quality of a mean, median or ratio: reliable needs n ≥ 30, cv ≤ 30 % and df ≥ 8.
 *
 * Unreliable: n below 30, or no cv (no standard error, or an estimate of 0). Use with caution: cv above 30 %. Review:
 * fewer than 8 df.
 *
 * @returns verdict with rule `n30_cv30_df8` and reason `n_below_30`, `no_cv`, `cv_above_30`, `df_below_8` or `none`.
 * @throws nothing: the outcome is data.
 *
 * R equivalent: none. Source: the former NCHS rule (n < 30 suppressed, RSE of 30 % flagged) with the df test of 2(175).
 * @example generalQuality({ n: 250, cv: 0.08, df: 30 }).quality // 'reliable'
 */
export function generalQuality({ n, cv, df }: GeneralQualityInput): QualityVerdict {
  return verdict(RULE, { n, cv, df }, [
    [!(n >= 30), 'unreliable', 'n_below_30'],
    [!Number.isFinite(cv), 'unreliable', 'no_cv'],
    [!(df >= MINIMUM_DF), 'review', 'df_below_8'],
    [cv > 0.3, 'use_with_caution', 'cv_above_30'],
  ]);
}
