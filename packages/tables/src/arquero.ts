import { table as arqueroTable, type ColumnTable } from 'arquero';
import type { Table } from './table.ts';

/** The table as an Arquero table: numbers share their array, text becomes its levels, empty cells are null. */
export function toArquero(input: Table): ColumnTable {
  return arqueroTable(
    [...input.columns].map(([name, column]) => [
      name,
      column.kind === 'number'
        ? Array.from(column.values, (v) => (Number.isNaN(v) ? null : v))
        : Array.from(column.codes, (code) => (code < 0 ? null : column.levels[code])),
    ]),
  );
}
