import { Label } from './label.ts';
import { z } from './zod.ts';

/** One answer or class: the canonical code (snake_case word or standard code) and its label. */
export const Code = z.strictObject({ code: z.string().min(1), label: Label });
export type Code = z.infer<typeof Code>;

/**
 * A closed, ordered list of codes. `ordered` says that the order carries meaning (age groups, education). `standard` names the
 * classification that the list follows; `source` says where its answers come from, where that is less than a printed code list.
 */
export const CodeList = z.strictObject({
  id: z.string(),
  label: Label,
  ordered: z.boolean(),
  standard: z.string().optional(),
  source: z.string().optional(),
  codes: z.array(Code).min(1),
});
export type CodeList = z.infer<typeof CodeList>;

/** Builds a code list from `[code, zh, en]` rows. */
export function codeList(
  id: string,
  label: Label,
  rows: readonly (readonly [code: string, zh: string, en: string])[],
  { ordered = false, ...origin }: { ordered?: boolean; standard?: string; source?: string } = {},
): CodeList {
  const codes = rows.map(([code, zh, en]) => ({ code, label: { zh, en } }));
  return { id, label, ordered, ...origin, codes };
}
