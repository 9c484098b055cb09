import type { IssueCode, Mapping, Variable } from '@wavebook/schema';
import { type NumberForm, numberForms } from '@wavebook/tables';
import type { RawColumn } from './raw-column.ts';
import { type Reading, readAnswer } from './read-answer.ts';

/** How many cells hold a number that is not written plainly; `decimal_comma`: one that may be and is not read. */
export interface FormCount {
  readonly form: NumberForm | 'decimal_comma';
  readonly cells: number;
}

const unread: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'unknown_code',
  'not_a_number',
  'unknown_place',
  'garbled_text',
]);
/** Whether a text could not be read, which another form of its number may be. */
export const isUnread = (reading: Reading): boolean => 'issue' in reading && unread.has(reading.issue);

/** The form of each level that is not written plainly. */
export type FormOf = readonly (FormCount['form'] | undefined)[];

/** Reads what was not read where it is a number in another form: codes in full-width digits, numbers in any. The form of each level beside. */
export function readForms(
  { levels }: RawColumn,
  plainly: readonly Reading[],
  mapping: Mapping,
  variable: Variable,
): { readings: readonly Reading[]; formOf: FormOf } {
  const isNumber = mapping.read === 'number';
  const { plain, doubtful } = numberForms(levels);
  const formOf: FormCount['form'][] = [];
  const readings = plainly.map((reading, i) => {
    if (!isUnread(reading)) return reading;
    const level = levels[i] as string;
    if (isNumber && doubtful.has(level)) formOf[i] = 'decimal_comma';
    const found = plain.get(level);
    if (!found || (!isNumber && found.form !== 'full_width')) return reading;
    const again = readAnswer(found.text, mapping, variable, undefined);
    if (!isUnread(again)) formOf[i] = found.form;
    return again;
  });
  return { readings, formOf };
}

/** How many cells a column has of each form. */
export function countForms({ codes }: RawColumn, formOf: FormOf): FormCount[] {
  const counts = new Map<FormCount['form'], number>();
  for (const code of codes) {
    const form = formOf[code];
    if (form) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].map(([form, cells]) => ({ form, cells })).sort((a, b) => (a.form < b.form ? -1 : 1));
}
