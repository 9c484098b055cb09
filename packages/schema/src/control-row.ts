import { z } from './zod.ts';

/**
 * A row of `data/controls/<instrument>/<wave>.csv`: the population total of one level of a calibration margin (a variable, or variables joined
 * by `:` and levels likewise), in persons, and where it was read. All margins of a file have the same sum.
 */
export const ControlRow = z.strictObject({
  margin: z.string().min(1),
  level: z.string().min(1),
  total: z.number().positive(),
  source: z.string().min(1),
  synthetic: z.boolean(),
});
export type ControlRow = z.infer<typeof ControlRow>;
