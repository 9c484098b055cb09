import { Confidence, Mapping, MissingReason } from '@wavebook/schema';
import { z } from 'zod';

// The file is read with every scalar as text, so that the raw code 01 stays 01 and the answer no stays no.
const text = z.string().min(1);
const whole = z
  .string()
  .regex(/^\d+$/, 'a whole number')
  .transform((digits) => Number(digits));
const open = z.enum(['null', '~', '']).transform(() => null);
const decide = { decide: z.string().optional() };

const OwnMapping = z.strictObject({
  variable: text,
  raw: text,
  read: Mapping.shape.read,
  times: text.optional(),
  plus: text.optional(),
  question: text.optional(),
  confidence: Confidence.exclude(['placeholder']).default('verified'),
  codes: z.record(z.string(), z.string()).optional(),
  texts: z.record(z.string(), z.string()).optional(),
  missing: z.record(z.string(), MissingReason).optional(),
  note: text.optional(),
  ...decide,
});

/**
 * What `codebook.yaml` of a wave folder holds: the wave's layout as `Codebook` has it, and two things that only a draft knows. `left_out` lists
 * raw columns that nothing is read from (`{n}` stands for the slot of a roster), `left_out_second` those of the second file, of which `member` then
 * holds the columns; `decide`, wherever it stands, is a question that a person
 * has to answer, and the file is refused as long as one is there.
 */
export const OwnCodebook = z.strictObject({
  name: text,
  instrument: text,
  wave: text,
  nearest: text.optional(),
  interview: z.strictObject({ year: whole, month: whole, ...decide }),
  age_window: z.strictObject({ from: whole, to: z.union([whole, open]), ...decide }),
  usual_rows: whole,
  roster_slots: whole,
  respondent: z.array(OwnMapping),
  member: z.union([z.array(OwnMapping), open.transform(() => [])]).default([]),
  not_asked: z.union([z.array(text), open.transform(() => [])]).default([]),
  left_out: z.union([z.array(text), open.transform(() => [])]).default([]),
  left_out_second: z.union([z.array(text), open.transform(() => [])]).default([]),
  ...decide,
});
export type OwnCodebook = z.infer<typeof OwnCodebook>;
export type OwnMapping = z.infer<typeof OwnMapping>;
