import { z } from 'zod';
import { Label } from './label.ts';

/** One answer or class: the canonical code (snake_case word or standard code) and its label. */
export const Code = z.strictObject({ code: z.string().min(1), label: Label });
export type Code = z.infer<typeof Code>;

/** A closed, ordered list of codes. `ordered` says that the order carries meaning (age groups, education). */
export const CodeList = z.strictObject({
  id: z.string(),
  label: Label,
  ordered: z.boolean(),
  standard: z.string().optional(),
  codes: z.array(Code).min(1),
});
export type CodeList = z.infer<typeof CodeList>;

/** Builds a code list from `[code, zh, en]` rows. */
export function codeList(
  id: string,
  label: Label,
  rows: readonly (readonly [code: string, zh: string, en: string])[],
  options: { ordered?: boolean; standard?: string } = {},
): CodeList {
  const codes = rows.map(([code, zh, en]) => ({ code, label: { zh, en } }));
  const list: CodeList = { id, label, ordered: options.ordered ?? false, codes };
  return options.standard === undefined ? list : { ...list, standard: options.standard };
}
