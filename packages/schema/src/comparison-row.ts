import { z } from './zod.ts';

/**
 * A row of `comparisons.csv`: the difference of an indicator between two levels of a breakdown in one wave, `to` minus `from`, tested on
 * the design with the covariance that levels have through shared sampling units. `p_holm` is the two-sided p-value after Holm over the
 * chapter's comparisons of that wave; a sentence may claim a difference only where it is below 0.05.
 */
export const ComparisonRow = z.strictObject({
  id: z.string(),
  indicator: z.string(),
  instrument: z.string(),
  wave: z.string(),
  domain: z.string(),
  from: z.string(),
  to: z.string(),
  unit: z.string(),
  difference: z.number(),
  se: z.number(),
  ci_low: z.number(),
  ci_high: z.number(),
  df: z.number(),
  p_value: z.number(),
  p_holm: z.number(),
  confidential: z.boolean(),
  synthetic: z.boolean(),
});
export type ComparisonRow = z.infer<typeof ComparisonRow>;

/** Column names of `comparisons.csv`, in file order. */
export const comparisonColumns = Object.keys(ComparisonRow.shape) as (keyof ComparisonRow)[];
