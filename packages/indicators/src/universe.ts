import type { Condition } from '@wavebook/schema';
import { numbersOf, type Table, textOf } from '@wavebook/tables';

/** Rows for which every condition holds: 1, else 0; an empty cell holds no condition. Undefined if the records lack a variable. */
export function universeMask(records: Table, conditions: readonly Condition[]): Uint8Array | undefined {
  const mask = new Uint8Array(records.rows).fill(1);
  for (const condition of conditions) {
    if (!records.columns.has(condition.variable)) return undefined;
    if ('in' in condition) {
      const column = textOf(records, condition.variable);
      const wanted = column.levels.map((level) => condition.in.includes(level));
      for (let row = 0; row < mask.length; row++) if (!wanted[column.codes[row] as number]) mask[row] = 0;
    } else {
      const values = numbersOf(records, condition.variable);
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = condition;
      for (let row = 0; row < mask.length; row++) {
        const value = values[row] as number;
        if (!(value >= min && value <= max)) mask[row] = 0;
      }
    }
  }
  return mask;
}
