import type { Table } from '@wavebook/tables';
import { textColumnOf } from './column-values.ts';

/** Answers from which a province gets a row of its own. */
const fewestInProvince = 500;

/** The rows of the whole wave (null) and of each province, in the order of their codes. */
export function rowsByProvince(
  records: Table,
  isCounted: (row: number) => boolean,
): [string | null, number[]][] {
  const all = Array.from({ length: records.rows }, (_, row) => row).filter(isCounted);
  const column = textColumnOf(records, 'province');
  const groups = new Map<string, number[]>();
  for (const row of column ? all : []) {
    const province = column?.levels[column.codes[row] as number];
    if (province === undefined) continue;
    const rows = groups.get(province);
    if (rows) rows.push(row);
    else groups.set(province, [row]);
  }
  const large = [...groups]
    .filter(([, rows]) => rows.length >= fewestInProvince)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [[null, all], ...large];
}
