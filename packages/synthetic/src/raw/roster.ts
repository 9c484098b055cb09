import type { Household, Member, Role } from '../population/member.ts';

/** What a member is to the respondent, by the respondent's role and the member's role in the household. */
const relations: Readonly<Record<Role, Readonly<Record<Role, string>>>> = {
  head: { head: 'respondent', spouse: 'spouse', child: 'child', parent: 'parent', sibling: 'sibling' },
  spouse: { head: 'spouse', spouse: 'respondent', child: 'child', parent: 'parent', sibling: 'other' },
  child: { head: 'parent', spouse: 'parent', child: 'sibling', parent: 'grandparent', sibling: 'other' },
  parent: { head: 'child', spouse: 'child_in_law', child: 'grandchild', parent: 'spouse', sibling: 'child' },
  sibling: { head: 'sibling', spouse: 'sibling', child: 'other', parent: 'parent', sibling: 'sibling' },
};

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
/** Listed wherever they live; the others only if they live here. */
const listedAnywhere = new Set(['respondent', 'spouse', 'child']);

export interface RosterEntry {
  readonly relation: string;
  readonly member: Member;
  /** Place of the member in the household. */
  readonly place: number;
}

/** The roster as the respondent gives it: the respondent first, spouse and children wherever they are, others who live here. */
export function rosterOf(household: Household, respondent: number): RosterEntry[] {
  const own = household.members[respondent] as Member;
  return household.members
    .map((member, place) => ({
      member,
      place,
      relation: place === respondent ? 'respondent' : relations[own.role][member.role],
    }))
    .filter(({ relation, member }) => listedAnywhere.has(relation) || member.residence === 'here')
    .sort((a, b) => listed.indexOf(a.relation) - listed.indexOf(b.relation) || a.place - b.place);
}
