import { type Column, type Table, type TextColumn, table } from '../table.ts';

/**
 * The table with a text column `<name>_missing` behind each column that says why its cells are empty, unless there is one already: for formats
 * that know one kind of empty cell.
 */
export function withMissingColumns(input: Table): Table {
  const columns = [...input.columns].flatMap(([name, column]): [string, Column][] => {
    const { missing, ...plain } = column;
    const beside = `${name}_missing`;
    if (!missing || input.columns.has(beside)) return [[name, plain]];
    const reasons: TextColumn = { kind: 'text', ...missing };
    return [
      [name, plain],
      [beside, reasons],
    ];
  });
  return { ...input, ...table(input.rows, columns, input.labels) };
}
