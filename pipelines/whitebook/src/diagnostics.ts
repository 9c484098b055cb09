import { z } from 'zod';

/** The part of a wave's `diagnostics.json` that the book prints. */
export const Diagnostics = z.object({
  final_weight: z.object({ kish_deff: z.number(), effective_n: z.number() }),
  g: z.object({ min: z.number(), max: z.number() }),
  strata: z.number(),
  psus: z.number(),
});
