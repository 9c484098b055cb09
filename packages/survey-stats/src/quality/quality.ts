/** Whether an estimate is precise enough to be shown. `review`: a statistician decides. */
export type Quality = 'reliable' | 'use_with_caution' | 'unreliable' | 'review';

/** The outcome of a quality rule: data, never an exception. */
export interface QualityVerdict {
  readonly quality: Quality;
  /** name of the rule */
  readonly rule: string;
  /** what decided; 'none' when reliable */
  readonly reason: string;
  /** every test of the rule that fired, the deciding one first; empty when reliable */
  readonly flags: readonly string[];
  /** what the rule looked at: the numbers given and those worked out from them */
  readonly inputs: Readonly<Record<string, number>>;
}

export function verdict(
  rule: string,
  inputs: Readonly<Record<string, number>>,
  tests: readonly QualityTest[],
): QualityVerdict {
  const fired = tests.filter(([failed]) => failed);
  const [first] = fired;
  return {
    quality: first?.[1] ?? 'reliable',
    rule,
    reason: first?.[2] ?? 'none',
    flags: fired.map(([, , flag]) => flag),
    inputs,
  };
}

/** A test of a rule: whether it fired, what quality that means, and its name. The first that fires decides. */
export type QualityTest = readonly [failed: boolean, quality: Quality, flag: string];

export const MINIMUM_DF = 8;
