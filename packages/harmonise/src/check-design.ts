import { DataError, textOf } from '@wavebook/tables';
import { checkListColumns, type NamedTable } from './check-sample.ts';

const columns = ['stratum', 'psu'] as const;

/** Checks the side file of a design: it has its columns, no cell of them is empty, and no record stands twice. What is wrong is told with its line. */
export function checkDesign({ path, table }: NamedTable, key: string): void {
  checkListColumns({ path, table }, [key, ...columns]);
  const fail = (row: number, message: string): never => {
    throw new DataError(`${path}: line ${row + 2}: ${message}`);
  };
  for (const name of [key, ...columns]) {
    const { codes, levels } = textOf(table, name);
    const blank = levels.map((level) => level.trim() === '');
    const row = codes.findIndex((code) => code < 0 || blank[code] === true);
    if (row >= 0) fail(row, `${name} is empty`);
  }
  const { codes, levels } = textOf(table, key);
  const lineOf = new Int32Array(levels.length);
  for (let row = 0; row < table.rows; row++) {
    const id = codes[row] as number;
    if ((lineOf[id] as number) > 0)
      fail(row, `${key} "${levels[id]}" stands twice, first in line ${lineOf[id]}`);
    lineOf[id] = row + 2;
  }
}
