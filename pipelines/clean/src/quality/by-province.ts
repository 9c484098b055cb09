import type { Table } from '@wavebook/tables';
import { textColumnOf } from './column-values.ts';

/** Answers from which a province gets a row of its own. */
const fewestInProvince = 500;

/** Of how many records something was counted, and on how many it is so. */
export interface Counts {
  /** null: the whole wave */
  readonly province: string | null;
  readonly n: number;
  readonly count: number;
}

/** Counts in the whole wave and in each province with enough answers, in the order of their codes; none where nobody answered. */
export function countsByProvince(
  records: Table,
  among: (row: number) => boolean,
  has: (row: number) => boolean,
): Counts[] {
  const { codes, levels } = textColumnOf(records, 'province') ?? { codes: undefined, levels: [] };
  // records without a province stand behind the provinces
  const n = new Int32Array(levels.length + 1);
  const count = new Int32Array(levels.length + 1);
  for (let row = 0; row < records.rows; row++) {
    if (!among(row)) continue;
    const code = codes?.[row] ?? -1;
    const place = code < 0 ? levels.length : code;
    n[place] = (n[place] as number) + 1;
    if (has(row)) count[place] = (count[place] as number) + 1;
  }
  const sum = (counts: Int32Array): number => counts.reduce((total, some) => total + some, 0);
  const whole: Counts = { province: null, n: sum(n), count: sum(count) };
  const provinces = levels
    .map((province, i) => ({ province, n: n[i] as number, count: count[i] as number }))
    .filter((own) => own.n >= fewestInProvince)
    .sort((a, b) => (a.province < b.province ? -1 : 1));
  return whole.n === 0 ? [] : [whole, ...provinces];
}
