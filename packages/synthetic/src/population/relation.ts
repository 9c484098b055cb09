import type { Household, Member, Role } from './member.ts';

/** What a member is to the respondent, by the respondent's role and the member's role in the household. */
const relations: Readonly<Record<Role, Readonly<Record<Role, string>>>> = {
  head: { head: 'respondent', spouse: 'spouse', child: 'child', parent: 'parent', sibling: 'sibling' },
  spouse: { head: 'spouse', spouse: 'respondent', child: 'child', parent: 'parent', sibling: 'other' },
  child: { head: 'parent', spouse: 'parent', child: 'sibling', parent: 'grandparent', sibling: 'other' },
  parent: { head: 'child', spouse: 'child_in_law', child: 'grandchild', parent: 'spouse', sibling: 'child' },
  sibling: { head: 'sibling', spouse: 'sibling', child: 'other', parent: 'parent', sibling: 'sibling' },
};

/** What the member at `place` is to the respondent of a household. */
export function relationTo(household: Household, respondent: number, place: number): string {
  if (place === respondent) return 'respondent';
  const own = household.members[respondent] as Member;
  const other = household.members[place] as Member;
  return relations[own.role][other.role];
}
