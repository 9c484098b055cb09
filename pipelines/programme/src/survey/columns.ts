import { numbersOf, type Table, textOf } from '@wavebook/tables';

/** The text of every row, empty where there is none. */
export function texts(records: Table, name: string): string[] {
  const column = textOf(records, name);
  return Array.from(column.codes, (code) => column.levels[code] ?? '');
}

/** The same of a question that a survey may not have asked: empty throughout where the records have it not. */
export const textsOr = (records: Table, name: string): string[] =>
  records.columns.has(name) ? texts(records, name) : new Array<string>(records.rows).fill('');

/** Numbers of a column, NaN throughout where the records have it not. */
export function numbersOr(records: Table, name: string): Float64Array {
  return records.columns.has(name)
    ? numbersOf(records, name)
    : new Float64Array(records.rows).fill(Number.NaN);
}
