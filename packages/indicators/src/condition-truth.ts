import type { Condition } from '@wavebook/schema';
import { numbersOf, type Table, textOf } from '@wavebook/tables';

/** Rows for which a condition holds (1), does not (0), or cannot be told (-1). */
export type Truth = Int8Array;

/** A cell that is empty because its question was routed past does not hold; one that is empty otherwise is not known. */
function routedPast(records: Table, variable: string): (row: number) => boolean {
  const reason = records.columns.get(`${variable}_missing`);
  if (reason?.kind !== 'text') return () => false;
  const skipped = reason.levels.indexOf('not_applicable');
  return (row) => skipped >= 0 && reason.codes[row] === skipped;
}

/** Whether a condition holds, row by row. */
export function conditionTruth(records: Table, condition: Condition): Truth {
  const skipped = routedPast(records, condition.variable);
  const truth = new Int8Array(records.rows);
  if ('in' in condition) {
    const { codes, levels } = textOf(records, condition.variable);
    const holds = levels.map((level) => (condition.in.includes(level) ? 1 : 0));
    for (let row = 0; row < truth.length; row++)
      truth[row] = holds[codes[row] as number] ?? (skipped(row) ? 0 : -1);
    return truth;
  }
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = condition;
  const values = numbersOf(records, condition.variable);
  for (let row = 0; row < truth.length; row++) {
    const value = values[row] as number;
    truth[row] = Number.isNaN(value) ? (skipped(row) ? 0 : -1) : value >= min && value <= max ? 1 : 0;
  }
  return truth;
}

/** Whether all hold: one that does not decides, else one that is not known leaves it open. */
export function allHold(truths: readonly Truth[], rows: number): Truth {
  const all = new Int8Array(rows).fill(1);
  for (const truth of truths)
    for (let row = 0; row < rows; row++) {
      if (truth[row] === 0) all[row] = 0;
      else if (truth[row] === -1 && all[row] === 1) all[row] = -1;
    }
  return all;
}

/** Whether one holds: one that does decides, else one that is not known leaves it open. */
export function anyHolds(truths: readonly Truth[], rows: number): Truth {
  const any = new Int8Array(rows);
  for (const truth of truths)
    for (let row = 0; row < rows; row++) {
      if (truth[row] === 1) any[row] = 1;
      else if (truth[row] === -1 && any[row] === 0) any[row] = -1;
    }
  return any;
}
