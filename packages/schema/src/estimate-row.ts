import { z } from './zod.ts';

export const Quality = z.enum(['reliable', 'use_with_caution', 'unreliable', 'review']);
export type Quality = z.infer<typeof Quality>;

const figure = z.number().nullable();

/**
 * A row of `estimates.csv`: one statistic of one indicator in one wave, domain and level.
 *
 * - `domain` is a breakdown (`all`, `province`, `sex:age_group`), `level` its value, crossed ones joined by `:`; both as codes.
 * - `category` is the class of a structure indicator, else empty.
 * - `estimate` and `se` are in `unit`; shares lie between 0 and 1.
 * - `n` is the number of respondents with an answer, `n_weighted` the sum of their weights, `missing_share` the weighted share of the
 *   universe without an answer.
 * - `design` names the design of the errors; `suppressed` rows keep their number here and lose it in every file made to be shown.
 */
export const EstimateRow = z.strictObject({
  id: z.string(),
  indicator: z.string(),
  variant: z.enum(['level', 'trend']),
  instrument: z.string(),
  wave: z.string(),
  domain: z.string(),
  level: z.string(),
  statistic: z.enum(['mean', 'proportion', 'total', 'ratio', 'quantile', 'gini', 'gap', 'reliability']),
  category: z.string(),
  unit: z.string(),
  weighting: z.enum(['weighted', 'unweighted']),
  estimate: figure,
  se: figure,
  ci_low: figure,
  ci_high: figure,
  ci_method: z.string(),
  ci_level: z.number(),
  cv: figure,
  deff: figure,
  df: figure,
  n: z.number().int().nonnegative(),
  n_weighted: z.number().nonnegative(),
  missing_share: figure,
  design: z.string(),
  quality: Quality,
  quality_rule: z.string(),
  confidential: z.boolean(),
  suppressed: z.boolean(),
  synthetic: z.boolean(),
});
export type EstimateRow = z.infer<typeof EstimateRow>;

/** Column names of `estimates.csv`, in file order. */
export const estimateColumns = Object.keys(EstimateRow.shape) as (keyof EstimateRow)[];
