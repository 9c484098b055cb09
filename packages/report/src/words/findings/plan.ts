import { Label } from '@wavebook/schema';
import { z } from 'zod';

/**
 * A sentence of a finding as its author plans it; the numbers, and whether anything is claimed, come from the estimates.
 *
 * - `level`: a figure with its interval, for everybody or for one level of a breakdown. `says` has `{value}`.
 * - `shares`: the largest classes of a structure. `says` has `{list}`.
 * - `change`: how a figure changed on the trend variant; `subject` is what rose or fell.
 * - `contrast`: two groups side by side; the difference must be planned in the chapter's `contrasts`.
 * - `extremes`: the highest and the lowest of a breakdown, among reliable estimates.
 */
export const SentencePlan = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('level'),
    indicator: z.string(),
    says: Label,
    domain: z.string().optional(),
    level: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('shares'),
    indicator: z.string(),
    says: Label,
    most: z.number().int().positive(),
  }),
  z.strictObject({ kind: z.literal('change'), indicator: z.string(), subject: Label }),
  z.strictObject({
    kind: z.literal('contrast'),
    indicator: z.string(),
    domain: z.string(),
    from: z.string(),
    to: z.string(),
    subject: Label.optional(),
  }),
  z.strictObject({ kind: z.literal('extremes'), indicator: z.string(), domain: z.string(), subject: Label }),
]);
export type SentencePlan = z.infer<typeof SentencePlan>;

/** The subjects that run through the official books, and those that the programme asks for. */
export const Theme = z.enum([
  'new_trends',
  'urbanisation',
  'equal_access',
  'border_areas',
  'left_behind',
  'work_injury',
  'women',
  'young_workers',
  'children',
  'migrant_types',
]);
export type Theme = z.infer<typeof Theme>;

/** A key finding: a few words over it, its sentences in order, and the themes that it belongs to. */
export const FindingPlan = z.strictObject({
  title: Label,
  themes: z.array(Theme).optional(),
  sentences: z.array(SentencePlan).min(1),
});
export type FindingPlan = z.infer<typeof FindingPlan>;
