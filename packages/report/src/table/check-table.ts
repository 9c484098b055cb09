import { heatOfCell } from './cell-text.ts';
import { isHeading, type Table } from './table.ts';

/** Refuses a table whose lines have another number of cells than it has columns, or whose colours nothing explains. */
export function checkTable(table: Table): void {
  table.rows.forEach((row, i) => {
    if (!isHeading(row) && row.cells.length !== table.columns.length)
      throw new Error(
        `checkTable: table "${table.id}" has ${table.columns.length} columns; line ${i + 1} has ${row.cells.length} cells`,
      );
    const unexplained = isHeading(row)
      ? undefined
      : row.cells.find(
          (cell) =>
            heatOfCell(cell) !== undefined && !table.legend?.some(({ heat }) => heat === heatOfCell(cell)),
        );
    if (unexplained)
      throw new Error(
        `checkTable: line ${i + 1} of table "${table.id}" has a cell in colour; give the table a legend that explains class ${heatOfCell(unexplained)}`,
      );
  });
}
