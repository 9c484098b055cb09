import { textOf } from '@wavebook/tables';
import { checkListColumns, type ListFile, tellingPlaces, WrongRow } from './list-file.ts';

const columns = ['stratum', 'psu'] as const;

/** Checks the side file of a design: it has its columns, no cell of them is empty, and no record stands twice. What is wrong is told with its place. */
export const checkDesign = (list: ListFile, key: string): Promise<void> =>
  tellingPlaces(list, () => checkCells(list, key));

function checkCells(list: ListFile, key: string): void {
  checkListColumns(list, [key, ...columns]);
  const { table } = list;
  for (const name of [key, ...columns]) {
    const { codes, levels } = textOf(table, name);
    const blank = levels.map((level) => level.trim() === '');
    const row = codes.findIndex((code) => code < 0 || blank[code] === true);
    if (row >= 0) throw new WrongRow(row, `${name} is empty`);
  }
  const { codes, levels } = textOf(table, key);
  const rowOf = new Int32Array(levels.length).fill(-1);
  for (let row = 0; row < table.rows; row++) {
    const id = codes[row] as number;
    const first = rowOf[id] as number;
    if (first >= 0)
      throw new WrongRow(row, (placeOf) => `${key} "${levels[id]}" stands twice, first in ${placeOf(first)}`);
    rowOf[id] = row;
  }
}
