import type { Column, Table } from '../table.ts';
import { csvText } from '../write-csv.ts';

const rowsAtATime = 4096;

/** The table as CSV in UTF-8, some rows at a time. */
export function* csvPieces(input: Table): Generator<Uint8Array> {
  yield Buffer.from(`${[...input.columns.keys()].map(csvText).join(',')}\n`);
  const cells = [...input.columns.values()].map(cellTexts);
  for (let start = 0; start < input.rows; start += rowsAtATime) {
    const end = Math.min(start + rowsAtATime, input.rows);
    let text = '';
    for (let row = start; row < end; row++) text += `${cells.map((cell) => cell(row)).join(',')}\n`;
    yield Buffer.from(text);
  }
}

const cellTexts = (column: Column): ((row: number) => string) => {
  if (column.kind === 'number') return (row) => csvText(column.values[row] as number);
  const { codes } = column;
  const levels = column.levels.map(csvText);
  return (row) => levels[codes[row] as number] ?? '';
};
