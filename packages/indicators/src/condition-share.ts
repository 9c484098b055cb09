import type { Measure } from '@wavebook/schema';
import type { Table } from '@wavebook/tables';
import { allHold, anyHolds, conditionTruth } from './condition-truth.ts';

/** 1 for those for whom every condition holds, 0 for others of the denominator, NaN outside it or where not known. */
export function conditionShare(
  records: Table,
  { conditions, among }: Extract<Measure, { kind: 'condition_share' }>,
): Float64Array {
  const truthOf = (list: typeof conditions) =>
    allHold(
      list.map((condition) => conditionTruth(records, condition)),
      records.rows,
    );
  const truth = truthOf(conditions);
  const counted = among && anyHolds(among.map(truthOf), records.rows);
  return Float64Array.from(truth, (value, row) =>
    value === -1 || (counted && counted[row] !== 1) ? Number.NaN : value,
  );
}
