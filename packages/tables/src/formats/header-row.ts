import { parseNumber } from '../parse-number.ts';
import type { Cell } from './cell-columns.ts';

export const isEmpty = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));

/** Titles, and the upper of two rows of names, are looked for in so many rows. */
const mostTitles = 10;
/** So many rows below a row of names are looked at. */
const looked = 50;

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && !isEmpty([cell]);
const isNumber = (cell: Cell | undefined): boolean =>
  typeof cell === 'number' ||
  cell instanceof Date ||
  (typeof cell === 'string' && cell.trim() !== '' && parseNumber(cell) !== undefined);

/** A row of names: in each column a text of its own that is no number. */
function isNames(cells: readonly Cell[], width: number): boolean {
  const names = cells.slice(0, width).map((cell) => String(cell ?? '').trim());
  return (
    cells.length >= width &&
    cells.slice(0, width).every((cell) => isFilled(cell) && !isNumber(cell)) &&
    new Set(names).size === width
  );
}

/** Whether some column has numbers under a row, as it has under names and hardly under a record. */
const isAboveNumbers = (below: readonly (readonly Cell[])[], width: number): boolean =>
  Array.from({ length: width }, (_, i) =>
    below.flatMap((cells) => (isFilled(cells[i]) ? [cells[i]] : [])),
  ).some((column) => column.length > 0 && column.every(isNumber));

/**
 * The row that holds the names of a sheet whose first row with cells is `first`: that row, or one below it where titles or merged headings that
 * leave most columns without a cell stand above a row with a name in each column and numbers under it.
 */
export function headerRow(data: readonly (readonly Cell[])[], first: number): number {
  const rows = data.slice(first, first + mostTitles + looked);
  const widthOf = (cells: readonly Cell[]): number => cells.findLastIndex((cell) => isFilled(cell)) + 1;
  const width = Math.max(...rows.map(widthOf));
  const isTitle = (cells: readonly Cell[]): boolean => cells.filter(isFilled).length <= width / 2;
  for (let i = 0; i < Math.min(rows.length, mostTitles); i++) {
    const cells = rows[i] as readonly Cell[];
    if (i > 0 && isNames(cells, width) && isAboveNumbers(rows.slice(i + 1), width)) return first + i;
    if (!isTitle(cells)) return first;
  }
  return first;
}
