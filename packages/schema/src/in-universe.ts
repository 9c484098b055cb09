import type { Condition } from './condition.ts';
import type { Variable } from './variable.ts';

/** A record by canonical variable names; `null` or an absent key is an empty cell. `<name>_missing` may hold the reason beside it. */
export type RecordValues = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || Number.isNaN(value);

/** Whether one condition holds; undefined where the cell is empty for another reason than routing. */
function holds(condition: Condition, record: RecordValues): boolean | undefined {
  const value = record[condition.variable];
  if (isEmpty(value)) return record[`${condition.variable}_missing`] === 'not_applicable' ? false : undefined;
  if ('in' in condition) return condition.in.includes(String(value));
  const number = Number(value);
  if (Number.isNaN(number)) return undefined;
  return (
    number >= (condition.min ?? Number.NEGATIVE_INFINITY) &&
    number <= (condition.max ?? Number.POSITIVE_INFINITY)
  );
}

/**
 * Tells whether a record belongs to the universe of a variable: whether this person (child, enterprise) is asked.
 *
 * All conditions must hold. One that does not hold decides, whatever is not known of the others; else one that is not known (an empty
 * cell) leaves the answer not known. A cell that is empty because its own question was routed past (`<name>_missing` is
 * `not_applicable`) does not hold. A variable without a universe is asked of everybody.
 *
 * @param variable the variable, or anything with its `universe`
 * @param record values by canonical name
 * @returns `true` (asked), `false` (routed past) or `undefined` (not known)
 *
 * @example
 * const contract = { universe: [{ variable: 'employment_status', in: ['employee'] }] };
 * inUniverse(contract, { employment_status: 'employee' }) // true
 * inUniverse(contract, { employment_status: 'employer' }) // false
 * inUniverse(contract, { employment_status: null }) // undefined
 */
export function inUniverse(variable: Pick<Variable, 'universe'>, record: RecordValues): boolean | undefined {
  let result: boolean | undefined = true;
  for (const condition of variable.universe ?? []) {
    const truth = holds(condition, record);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}
