/** Whether an estimate is precise enough to be shown. `review`: a statistician decides. */
export type Quality = 'reliable' | 'use_with_caution' | 'unreliable' | 'review';

/** The outcome of a quality rule: data, never an exception. */
export interface QualityVerdict {
  readonly quality: Quality;
  /** name of the rule */
  readonly rule: string;
  /** what decided; 'none' when reliable */
  readonly reason: string;
}

export function verdict(quality: Quality, rule: string, reason: string): QualityVerdict {
  return { quality, rule, reason };
}

export const MINIMUM_DF = 8;
