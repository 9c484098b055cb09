import { z } from './zod.ts';

const WeightSummary = z.strictObject({
  sum: z.number(),
  min: z.number(),
  max: z.number(),
  kish_deff: z.number(),
  effective_n: z.number(),
});

/**
 * `diagnostics.json` of a weighted wave: ranges of base and final weights, their Kish design effect (1 + the squared coefficient of variation),
 * the range of g (final over base weight), the largest relative miss of a margin before and after calibration (null without controls), and the
 * size of the design. `unknown_psu` counts records of unknown place, a cluster of their own in their stratum.
 */
export const WeightDiagnostics = z.strictObject({
  respondents: z.number().int().nonnegative(),
  base_weight: WeightSummary,
  final_weight: WeightSummary,
  g: z.strictObject({ min: z.number(), max: z.number() }),
  largest_discrepancy: z.strictObject({ before: z.number(), after: z.number() }).nullable(),
  strata: z.number().int().nonnegative(),
  psus: z.number().int().nonnegative(),
  unknown_psu: z.number().int().nonnegative(),
  lonely_strata: z.number().int().nonnegative(),
});
export type WeightDiagnostics = z.infer<typeof WeightDiagnostics>;
