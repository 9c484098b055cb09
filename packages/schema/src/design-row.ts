import { z } from './zod.ts';

/** A row of `design.csv`, the side file of a wave whose true design is known: stratum and sample point of a respondent. */
export const DesignRow = z.strictObject({
  respondent_id: z.string().min(1),
  stratum: z.string().min(1),
  psu: z.string().min(1),
});
export type DesignRow = z.infer<typeof DesignRow>;
