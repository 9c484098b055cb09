import { Condition } from './condition.ts';
import { Label } from './label.ts';
import { MissingReason } from './missing-reason.ts';
import { z } from './zod.ts';

/**
 * How well the wording of a question is known. `verified`: read on a label or in a paper that quotes it; `recalled`: general knowledge of
 * the questionnaire, read in no source; `proposed`: worded here, for a question whose wording no source gives or that wavebook designed.
 */
export const QuestionConfidence = z.enum(['verified', 'recalled', 'proposed']);
export type QuestionConfidence = z.infer<typeof QuestionConfidence>;

/**
 * A canonical variable: what a column means in every wave, whatever its raw name.
 *
 * - `kind`: `category` (codes of the list `codes`), `number` (in `unit`), or `text` (identifiers and names).
 * - `universe`: who is asked; all conditions hold. Absent: everybody.
 * - `range`: hard limits; a value outside is invalid. `usual`: soft limits; a value outside is kept and flagged.
 * - `derived`: computed by wavebook from other variables; never in a raw file.
 * - `question`: what the respondent is asked, with `question_confidence`; a variable of the frame or a derived one has none.
 * - `reference_period`: the time that the answer is about, where it is not the day of the interview.
 * - `missing`: the reasons for which a cell can be empty; an empty list says that it never is (keys).
 * - `source`: where a designed variable comes from (`designed: …`); variables of a found questionnaire have theirs in the codebooks.
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
  question: Label.optional(),
  question_confidence: QuestionConfidence.optional(),
  reference_period: Label.optional(),
  missing: z.array(MissingReason).optional(),
  source: z.string().optional(),
});
export type Variable = z.infer<typeof Variable>;
