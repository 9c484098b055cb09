import { numbersOf, type Table, textOf } from '@wavebook/tables';

/** The text of every row, empty where there is none. */
export function texts(records: Table, name: string): string[] {
  const column = textOf(records, name);
  return Array.from(column.codes, (code) => column.levels[code] ?? '');
}

/** Numbers of a column, NaN throughout where the records have it not. */
export function numbersOr(records: Table, name: string): Float64Array {
  return records.columns.has(name)
    ? numbersOf(records, name)
    : new Float64Array(records.rows).fill(Number.NaN);
}
