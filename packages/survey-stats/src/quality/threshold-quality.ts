import { type QualityTest, type QualityVerdict, verdict } from './quality.ts';

/** Limits on respondents, cv and df; a limit that is absent is not tested. */
export interface QualityThresholds {
  /** name of the rule in the verdict */
  readonly name: string;
  /** fewer respondents than this: unreliable */
  readonly minimumN?: number | undefined;
  /** fewer than this, but not unreliable: use with caution */
  readonly cautionBelowN?: number | undefined;
  /** a cv above this: unreliable, and so is an estimate without a cv; 0.333 is 33.3 % */
  readonly maximumCv?: number | undefined;
  /** a cv above this: use with caution */
  readonly cautionAboveCv?: number | undefined;
  /** a cv of this or more: use with caution */
  readonly cautionFromCv?: number | undefined;
  /** fewer degrees of freedom: review */
  readonly minimumDf?: number | undefined;
}

export interface ThresholdQualityInput {
  /** respondents, unweighted: of a share those of the denominator */
  readonly n: number;
  /** se / |estimate|, 0.3 is 30 % */
  readonly cv: number;
  readonly df: number;
}

/** The former NCHS rule: fewer than 30 respondents suppressed, a relative standard error of 30 % or more flagged. */
export const NCHS_30_30: QualityThresholds = { name: 'nchs_30_30', minimumN: 30, cautionFromCv: 0.3 };

/**
 * Statistics Canada: at least 10 respondents; cv up to 16.5 % plain, to 33.3 % with caution ("E"), above suppressed
 * ("F").
 */
export const STATCAN_CV: QualityThresholds = {
  name: 'statcan_cv',
  minimumN: 10,
  cautionAboveCv: 0.165,
  maximumCv: 0.333,
};

/** Demographic and Health Surveys: 25 to 49 unweighted cases in parentheses, fewer not shown. */
export const DHS: QualityThresholds = { name: 'dhs', minimumN: 25, cautionBelowN: 50 };

/**
 * Quality of any estimate by limits on n, cv and df: the rules of an office (`NCHS_30_30`, `STATCAN_CV`, `DHS`) or
 * one's own.
 *
 * @returns verdict with reason `n_below_…`, `no_cv`, `cv_above_…` or `cv_from_…` in percent, `df_below_…` or `none`.
 *   Of several the worst decides: unreliable, then review, then use with caution.
 * @throws nothing: the outcome is data.
 *
 * R equivalent: none in survey. Source: surveytable (`30 / 30 rule`); Statistics Canada's release guidelines; DHS final reports.
 * @example thresholdQuality({ n: 40, cv: 0.1, df: 30 }, DHS).reason // 'n_below_50'
 */
export function thresholdQuality(input: ThresholdQualityInput, rule: QualityThresholds): QualityVerdict {
  const { n, cv, df } = input;
  const { minimumN, cautionBelowN, maximumCv, cautionAboveCv, cautionFromCv, minimumDf } = rule;
  const tests: QualityTest[] = [];
  if (minimumN !== undefined) tests.push([!(n >= minimumN), 'unreliable', `n_below_${minimumN}`]);
  if (maximumCv !== undefined) {
    tests.push([!Number.isFinite(cv), 'unreliable', 'no_cv']);
    tests.push([cv > maximumCv, 'unreliable', `cv_above_${percent(maximumCv)}`]);
  }
  if (minimumDf !== undefined) tests.push([!(df >= minimumDf), 'review', `df_below_${minimumDf}`]);
  if (cautionBelowN !== undefined) {
    tests.push([!(n >= cautionBelowN), 'use_with_caution', `n_below_${cautionBelowN}`]);
  }
  if (cautionAboveCv !== undefined) {
    tests.push([!(cv <= cautionAboveCv), 'use_with_caution', `cv_above_${percent(cautionAboveCv)}`]);
  }
  if (cautionFromCv !== undefined) {
    tests.push([!(cv < cautionFromCv), 'use_with_caution', `cv_from_${percent(cautionFromCv)}`]);
  }
  return verdict(rule.name, { n, cv, df }, tests);
}

function percent(share: number): string {
  return String(Number((share * 100).toPrecision(6)));
}
