import { type Column, textColumn } from '../table.ts';
import { asNumbers } from './as-numbers.ts';

/** A cell as the readers of Excel, Parquet and Arrow give it. */
export type Cell = bigint | boolean | Date | number | string | null | undefined;

/** A column of cells of any kind: numbers if all of them are, else text; dates as `2017-05-01`, truths as `true` and `false`. */
export function columnOfCells(cells: ArrayLike<Cell>): Column {
  if (areNumbers(cells)) {
    const values = new Float64Array(cells.length);
    for (let row = 0; row < values.length; row++) values[row] = (cells[row] as number | null) ?? Number.NaN;
    return { kind: 'number', values };
  }
  const texts = new Array<string | null>(cells.length);
  for (let row = 0; row < texts.length; row++) texts[row] = textOfCell(cells[row]);
  const column = textColumn(texts);
  return asNumbers(column) ?? column;
}

function areNumbers(cells: ArrayLike<Cell>): boolean {
  let numbers = 0;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (typeof cell === 'number') numbers++;
    else if (cell !== null && cell !== undefined) return false;
  }
  return numbers > 0;
}

/** A cell as text; null where it is empty or blank. */
function textOfCell(cell: Cell): string | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return Number.isNaN(cell) ? null : String(cell);
  const text = cell instanceof Date ? dateText(cell) : String(cell);
  return text.trim() === '' ? null : text;
}

/** `2017-05-01`, with the time where there is one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, -14) : text.slice(0, -1).replace(/\.000$/, '');
}
