import { Condition } from './condition.ts';
import { Label } from './label.ts';
import { z } from './zod.ts';

export const Topic = z.enum(['employment', 'insurance', 'services', 'mobility']);
export type Topic = z.infer<typeof Topic>;

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
 */
export const Measure = z.discriminatedUnion('kind', [
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
]);
export type Measure = z.infer<typeof Measure>;

/**
 * One figure that a chapter of the book estimates, defined once. `universe` conditions must all hold; `dont_know` says how 不清楚 counts
 * where the variable has that answer.
 */
export const Indicator = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  topic: Topic,
  label: Label,
  definition: Label,
  universe: z.array(Condition),
  universe_label: Label,
  measure: Measure,
  unit: z.enum(['share', 'yuan_per_month', 'yuan_per_hour', 'hours_per_week', 'topics', 'years', 'index']),
  direction: z.enum(['higher_is_better', 'lower_is_better', 'neither']),
  dont_know: z.enum(['in_denominator', 'excluded', 'not_applicable']),
  source: z.string(),
});
export type Indicator = z.infer<typeof Indicator>;
