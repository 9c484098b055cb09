import { isHeading, type Table } from './table.ts';

/** Refuses a table whose lines have another number of cells than it has columns. */
export function checkTable(table: Table): void {
  table.rows.forEach((row, i) => {
    if (!isHeading(row) && row.cells.length !== table.columns.length)
      throw new Error(
        `checkTable: table "${table.id}" has ${table.columns.length} columns; line ${i + 1} has ${row.cells.length} cells`,
      );
  });
}
