import { countQuality } from './count-quality.ts';
import { generalQuality } from './general-quality.ts';
import { proportionQuality } from './proportion-quality.ts';
import type { QualityVerdict } from './quality.ts';
import {
  DHS,
  NCHS_30_30,
  type QualityThresholds,
  STATCAN_CV,
  thresholdQuality,
} from './threshold-quality.ts';

/**
 * A rule by name: `nchs_2_175` for shares, `nchs_2_200` for counts and rates, `n30_cv30_df8` for means, medians and
 * ratios, `nchs_30_30`, `statcan_cv` and `dhs` for any estimate.
 */
export type QualityRuleName =
  | 'nchs_2_175'
  | 'nchs_2_200'
  | 'n30_cv30_df8'
  | 'nchs_30_30'
  | 'statcan_cv'
  | 'dhs';

/** What the rules look at: a row of any estimator has it all but Kish's design effect. */
export interface QualityInput {
  readonly estimate: number;
  readonly se: number;
  readonly cv: number;
  /** respondents, unweighted: of a share those of the denominator */
  readonly n: number;
  readonly df: number;
  /** of the weights, for `nchs_2_200`; default 1 */
  readonly kishDesignEffect?: number | undefined;
}

/**
 * Quality of an estimate by a rule that the caller names, or by limits of one's own.
 *
 * @param rule a name, or thresholds. @param input the estimate's row.
 * @returns verdict with the rule, the deciding reason, every test that fired and the numbers looked at.
 * @throws on a name that is no rule.
 *
 * R equivalent: `surveytable` (`mode = "NCHS"`) for the NCHS rules, none for the others. Source: see the rule's own function:
 * `proportionQuality`, `countQuality`, `generalQuality`, `thresholdQuality`.
 * @example assessQuality('statcan_cv', { estimate: 5, se: 1, cv: 0.2, n: 80, df: 40 }).quality // 'use_with_caution'
 */
export function assessQuality(
  rule: QualityRuleName | QualityThresholds,
  input: QualityInput,
): QualityVerdict {
  if (typeof rule === 'object') return thresholdQuality(input, rule);
  switch (rule) {
    case 'nchs_2_175':
      return proportionQuality({ p: input.estimate, se: input.se, n: input.n, df: input.df });
    case 'nchs_2_200':
      return countQuality(input);
    case 'n30_cv30_df8':
      return generalQuality(input);
    case 'nchs_30_30':
      return thresholdQuality(input, NCHS_30_30);
    case 'statcan_cv':
      return thresholdQuality(input, STATCAN_CV);
    case 'dhs':
      return thresholdQuality(input, DHS);
    default:
      throw new RangeError(
        `assessQuality: rule must be nchs_2_175, nchs_2_200, n30_cv30_df8, nchs_30_30, statcan_cv, dhs or thresholds; got "${String(rule)}"`,
      );
  }
}
