import type { Measure } from '@wavebook/schema';
import { type Table, textOf } from '@wavebook/tables';
import { allHold, conditionTruth } from './condition-truth.ts';
import { hasAnswers } from './has-answers.ts';

/**
 * Among respondents with a member for whom `members` holds: 1 if the conditions hold for all such members (or any), else 0; NaN for others and
 * where an answer that would decide is not known. Undefined when the wave's roster lacks one of the variables.
 */
export function householdShare(
  records: Table,
  members: Table,
  { members: wanted, conditions, quantifier }: Extract<Measure, { kind: 'household_share' }>,
): Float64Array | undefined {
  if (![...wanted, ...conditions].every(({ variable }) => hasAnswers(members, variable))) return undefined;
  const truthOf = (list: typeof conditions) =>
    allHold(
      list.map((condition) => conditionTruth(members, condition)),
      members.rows,
    );
  const [chosen, holds] = [truthOf(wanted), truthOf(conditions)];
  const ids = textOf(records, 'respondent_id');
  const rowOf = new Map(Array.from(ids.codes, (code, row) => [ids.levels[code] ?? '', row]));
  const owner = textOf(members, 'respondent_id');
  const rowOfLevel = owner.levels.map((id) => rowOf.get(id) ?? -1);
  const deciding = quantifier === 'all' ? 0 : 1;
  const decided = new Uint8Array(records.rows);
  const open = new Uint8Array(records.rows);
  const some = new Uint8Array(records.rows);
  for (let i = 0; i < members.rows; i++) {
    const row = rowOfLevel[owner.codes[i] as number] ?? -1;
    if (row < 0 || chosen[i] !== 1) continue;
    some[row] = 1;
    if (holds[i] === deciding) decided[row] = 1;
    else if (holds[i] === -1) open[row] = 1;
  }
  return Float64Array.from(some, (has, row) =>
    !has ? Number.NaN : decided[row] ? deciding : open[row] ? Number.NaN : 1 - deciding,
  );
}
