import { type MissingCount, MissingReason, type Variable } from '@wavebook/schema';
import type { Table } from '@wavebook/tables';
import { levelCounts, textColumnOf } from './column-values.ts';

/** How many cells of each variable are empty, by reason, in the order of the definition. */
export const missingCounts = (records: Table, unit: readonly Variable[]): MissingCount[] =>
  unit.flatMap(({ name }) => {
    const reasons = textColumnOf(records, `${name}_missing`);
    if (!reasons || records.rows === 0) return [];
    const counts = levelCounts(reasons);
    return MissingReason.options.flatMap((reason) => {
      const count = counts[reasons.levels.indexOf(reason)] ?? 0;
      return count === 0 ? [] : [{ variable: name, reason, count, share: count / records.rows }];
    });
  });
