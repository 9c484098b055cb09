import { Condition } from './condition.ts';
import { Label } from './label.ts';
import { z } from './zod.ts';

/** Answers of a variable as numbers: a scale's points, years of schooling. An answer that is not listed has no score. */
const Scored = z.strictObject({ variable: z.string(), scores: z.record(z.string(), z.number()) });
/** A number by its weighted rank in the wave, from 0 to 1. */
const Ranked = z.strictObject({ variable: z.string(), rank: z.literal(true) });
/** A number as 1 above a value, else 0. */
const Threshold = z.strictObject({ variable: z.string(), above: z.number() });
const Parts = z
  .array(
    z.strictObject({
      name: z.string(),
      label: Label,
      weight: z.number().positive(),
      items: z.array(z.union([Scored, Ranked, Threshold])).min(1),
    }),
  )
  .min(1);
const Time = z.union([
  z.strictObject({ year: z.string(), month: z.string().optional() }),
  z.literal('interview'),
]);
const scale = { items: z.array(Scored).min(1), combine: z.enum(['sum', 'mean']) };
const battery = { variables: z.array(z.string()).min(2), codes: z.array(z.string()).min(1) };

/** Measures of one or two variables. */
const simple = [
  z.strictObject({
    kind: z.literal('share'),
    variable: z.string(),
    codes: z.array(z.string()).min(1),
    excluded: z.array(z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal('share_above'), variable: z.string(), above: z.number() }),
  z.strictObject({
    kind: z.literal('structure'),
    variable: z.string(),
    excluded: z.array(z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal('mean'), variable: z.string() }),
  z.strictObject({ kind: z.literal('quantile'), variable: z.string(), probability: z.number() }),
  z.strictObject({
    kind: z.literal('member_share'),
    where: z.array(Condition).min(1),
    variable: z.string(),
    codes: z.array(z.string()).min(1),
  }),
  z.strictObject({ kind: z.literal('gini'), variable: z.string() }),
  z.strictObject({ kind: z.literal('low_pay'), variable: z.string(), fraction: z.number().positive() }),
  z.strictObject({
    kind: z.literal('gap'),
    variable: z.string(),
    by: z.string(),
    of: z.string(),
    against: z.string(),
    controls: z.array(z.string()).min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal('ratio'),
    variable: z.string(),
    denominator: z.string(),
    scale: z.number().optional(),
  }),
] as const;

/** Measures made of several answers, conditions or members. */
const composed = [
  z.strictObject({
    kind: z.literal('condition_share'),
    conditions: z.array(Condition).min(1),
    among: z.array(z.array(Condition).min(1)).min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('score_mean'), ...scale }),
  z.strictObject({ kind: z.literal('score_above'), ...scale, above: z.number() }),
  z.strictObject({ kind: z.literal('reliability'), items: z.array(Scored).min(2) }),
  z.strictObject({ kind: z.literal('composite'), parts: Parts }),
  z.strictObject({ kind: z.literal('composite_above'), parts: Parts, above: z.number() }),
  z.strictObject({ kind: z.literal('count_mean'), ...battery }),
  z.strictObject({ kind: z.literal('count_above'), ...battery, above: z.number() }),
  z.strictObject({
    kind: z.literal('household_share'),
    members: z.array(Condition).min(1),
    conditions: z.array(Condition).min(1),
    quantifier: z.enum(['all', 'any']),
  }),
  z.strictObject({
    kind: z.literal('years_between'),
    from: Time,
    to: Time,
    statistic: z.enum(['mean', 'median']),
  }),
] as const;

/**
 * How an indicator is computed from canonical variables.
 *
 * - `share`: the proportion whose `variable` is one of `codes`; every other answer is in the denominator, missing values are not.
 * - `structure`: the proportion of each code of `variable`, one row a code.
 * - `mean`: the mean of a number. `ratio`: total of `variable` over total of `denominator`, both present.
 * - `quantile`: the value below which the share `probability` lies (R's `math` rule).
 * - `member_share`: among household members for whom all `where` conditions hold, the proportion whose `variable` is one of `codes`;
 *   each member counts with the household weight.
 * - `gini`: the Gini coefficient of a number.
 * - `low_pay`: the proportion whose `variable` is below `fraction` of the median of the whole universe in the wave, all levels together.
 * - `gap`: how far the mean of `variable` among those with code `of` of the variable `by` lies below that of those with code `against`, as
 *   a share of the latter. With `controls` the gap at equal characteristics: 1 − exp(b), b the coefficient of `of` in a regression of the
 *   logarithm on the controls (categories as classes, numbers as they are and squared); values of 0 are left out.
 * - `excluded`: answers left out of the denominator, such as 不清楚.
 * - `condition_share`: the proportion for whom all `conditions` hold (`inUniverse`: one that does not hold decides; else one that is not
 *   known leaves the person out). With `among`, the denominator holds those for whom one of its lists holds.
 * - `score_mean`, `score_above`: mean of the sum or mean of scored items, and the proportion above a value.
 * - `reliability`: Cronbach's alpha of scored items.
 * - `composite`, `composite_above`: mean of the weighted sum of parts, each the mean of items between 0 and 1, and the proportion above a
 *   value.
 * - `count_mean`, `count_above`: mean number of `variables` answered with one of `codes`, and the proportion above a number.
 * - `household_share`: among respondents with a member for whom `members` holds, the proportion for whom `conditions` hold for all such
 *   members (or any).
 * - `years_between`: mean or median years from one date to another, months where both are known; a negative time is no answer.
 */
export const Measure = z.discriminatedUnion('kind', [...simple, ...composed]);
export type Measure = z.infer<typeof Measure>;
