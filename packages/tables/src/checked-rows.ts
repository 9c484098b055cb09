import type { Column, MissingCodes, Table } from './table.ts';
import { table } from './table.ts';

/** A range of rows that is inside the table. @throws for one that is not. */
export function checkedRows(
  range: { readonly from?: number; readonly to?: number } | undefined,
  rows: number,
): { from: number; to: number } {
  const { from = 0, to = rows } = range ?? {};
  if (Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= rows)
    return { from, to };
  throw new Error(`readTable: rows must be whole numbers, 0 ≤ from ≤ to ≤ ${rows}; got ${from} to ${to}`);
}

/** Some rows of a table. */
export function rowsOf(input: Table, { from, to }: { from: number; to: number }): Table {
  if (from === 0 && to === input.rows) return input;
  const columns = [...input.columns].map(([name, column]) => [name, part(column, from, to)] as const);
  return { ...input, ...table(to - from, columns, input.labels) };
}

const part = (column: Column, from: number, to: number): Column => {
  const beside: { missing?: MissingCodes } = column.missing
    ? { missing: { ...column.missing, codes: column.missing.codes.slice(from, to) } }
    : {};
  return column.kind === 'text'
    ? { ...column, codes: column.codes.slice(from, to), ...beside }
    : { ...column, values: column.values.slice(from, to), ...beside };
};
