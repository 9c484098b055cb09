import { Confidence } from '../confidence.ts';
import { z } from '../zod.ts';

/**
 * One correspondence. `to` is null where the target has no class for `from` (the note says why). `match` compares the two classes: `exact`,
 * `narrower` (from is a part of to), `broader` (to is a part of from), `overlap` (each has parts that the other has not).
 */
export const CodeCrosswalkRow = z.strictObject({
  from: z.string(),
  to: z.string().nullable(),
  match: z.enum(['exact', 'narrower', 'broader', 'overlap', 'none']),
  confidence: Confidence,
  note: z.string().optional(),
});
export type CodeCrosswalkRow = z.infer<typeof CodeCrosswalkRow>;

/**
 * How the codes of one list stand to those of another; both are ids of code lists. A code with several rows has parts in several classes and
 * cannot be recoded by the crosswalk alone. `recodes` says that every code has one target at most.
 */
export const CodeCrosswalk = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  recodes: z.boolean(),
  rows: z.array(CodeCrosswalkRow).min(1),
});
export type CodeCrosswalk = z.infer<typeof CodeCrosswalk>;

/**
 * Recodes one code by a crosswalk.
 *
 * @returns the code of the target list, or null where the target has no class for it
 * @throws where the code is unknown to the crosswalk, or has parts in several classes
 *
 * @example
 * const { education_eight_to_education } = await crosswalks();
 * recode(education_eight_to_education, '5') // 'upper_secondary': 中专, not junior college
 */
export function recode(crosswalk: CodeCrosswalk, code: string): string | null {
  const rows = crosswalk.rows.filter((row) => row.from === code);
  const [row] = rows;
  if (!row)
    throw new RangeError(
      `recode: ${crosswalk.id} goes from codes ${[...new Set(crosswalk.rows.map((r) => r.from))].join(', ')}; got "${code}"; use a code of the list ${crosswalk.from}`,
    );
  if (rows.length > 1)
    throw new RangeError(
      `recode: ${crosswalk.id} must have one class for a code; "${code}" has parts in ${rows.map((r) => r.to).join(', ')}; read the rows and decide by a finer variable`,
    );
  return row.to;
}
