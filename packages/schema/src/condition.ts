import { z } from './zod.ts';

/** A test of one canonical variable; conditions in a list must all hold. Routing and universes are written with it. */
export const Condition = z.union([
  z.strictObject({ variable: z.string(), in: z.array(z.string()).min(1) }),
  z.strictObject({ variable: z.string(), min: z.number().optional(), max: z.number().optional() }),
]);
export type Condition = z.infer<typeof Condition>;
