import { Condition } from './condition.ts';
import { Label } from './label.ts';
import { Measure } from './measure.ts';
import { z } from './zod.ts';

/** The chapters of the book that are estimated from the monitoring survey. */
export const Topic = z.enum(['employment', 'insurance', 'services', 'mobility', 'integration']);
export type Topic = z.infer<typeof Topic>;

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
  unit: z.enum([
    'share',
    'yuan_per_month',
    'yuan_per_hour',
    'yuan_per_year',
    'hours_per_week',
    'topics',
    'years',
    'months',
    'index',
    'score',
    'persons',
    'moves',
    'cities',
  ]),
  direction: z.enum(['higher_is_better', 'lower_is_better', 'neither']),
  dont_know: z.enum(['in_denominator', 'excluded', 'not_applicable']),
  source: z.string(),
});
export type Indicator = z.infer<typeof Indicator>;
