import { z } from 'zod';
import { Condition } from './condition.ts';
import { Label } from './label.ts';

/**
 * A canonical variable: what a column means in every wave, whatever its raw name.
 *
 * - `kind`: `category` (codes of the list `codes`), `number` (in `unit`), or `text` (identifiers and names).
 * - `universe`: who is asked; all conditions hold. Absent: everybody.
 * - `range`: hard limits; a value outside is invalid. `usual`: soft limits; a value outside is kept and flagged.
 * - `derived`: computed by wavebook from other variables; never in a raw file.
 */
export const Variable = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: Label,
  kind: z.enum(['category', 'number', 'text']),
  codes: z.string().optional(),
  unit: z.string().optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  usual: z.tuple([z.number(), z.number()]).optional(),
  universe: z.array(Condition).optional(),
  derived: z.string().optional(),
});
export type Variable = z.infer<typeof Variable>;
