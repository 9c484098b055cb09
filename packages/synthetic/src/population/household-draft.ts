import type { Random } from '../random/random.ts';
import type { Household, Member } from './member.ts';
import { codebookOf, type Wave } from './waves.ts';

/** Slots of the roster: no household is larger. */
const MOST_MEMBERS = 10;

/** A household while it is being filled. */
export interface HouseholdDraft extends Household {
  readonly wave: Wave;
  readonly members: Member[];
  readonly eligible: number[];
  here: number;
}

export const emptyHousehold = (wave: Wave): HouseholdDraft => ({ wave, members: [], eligible: [], here: 0 });

/** Adds a member with a birth month that fits the age; `migrant` is false for holders of local hukou. */
export function addMember(
  draft: HouseholdDraft,
  member: Pick<Member, 'role' | 'sex' | 'age' | 'residence' | 'maritalStatus'> & {
    readonly localHukou?: boolean;
  },
  random: Random,
): void {
  if (draft.members.length === MOST_MEMBERS) return;
  const { interview, age_window } = codebookOf(draft.wave);
  const { role, sex, age, residence, maritalStatus } = member;
  const months = interview.year * 12 + (interview.month - 1) - (age * 12 + random.integer(12));
  const inside = age >= age_window[0] && (age_window[1] === null || age <= age_window[1]);
  const eligible = residence === 'here' && member.localHukou !== true && inside;
  if (eligible) draft.eligible.push(draft.members.length);
  if (residence === 'here') draft.here++;
  const birthYear = Math.floor(months / 12);
  const birthMonth = (months % 12) + 1;
  draft.members.push({ role, sex, age, birthYear, birthMonth, residence, maritalStatus, eligible });
}
