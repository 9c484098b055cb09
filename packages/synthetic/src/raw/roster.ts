import type { Household, Member } from '../population/member.ts';
import { relationTo } from '../population/relation.ts';

/** Order in which members are listed. */
const listed = [
  'respondent',
  'spouse',
  'child',
  'child_in_law',
  'parent',
  'sibling',
  'grandchild',
  'grandparent',
  'other',
];

export interface RosterEntry {
  readonly relation: string;
  readonly member: Member;
  /** Place of the member in the household. */
  readonly place: number;
}

/** The roster as the respondent gives it: the respondent first, then the whole family wherever its members live. */
export function rosterOf(household: Household, respondent: number): RosterEntry[] {
  return household.members
    .map((member, place) => ({ member, place, relation: relationTo(household, respondent, place) }))
    .sort((a, b) => listed.indexOf(a.relation) - listed.indexOf(b.relation) || a.place - b.place);
}
