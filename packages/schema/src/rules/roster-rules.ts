import { type AnswerView, type MemberRule, monthIndex, type RosterRule, type RosterSlot } from './rule.ts';

/** Years below which nobody is taken for a parent. */
const youngestParent = 10;

const monthOf = (view: AnswerView): number =>
  monthIndex(view.number('birth_year'), view.number('birth_month') || 1);

/** The rules on a member of the roster beside the respondent, in the order in which they run. */
export const memberRules: readonly MemberRule[] = [
  {
    id: 'birth_after_interview.member',
    code: 'birth_after_interview',
    label: { zh: '成员出生时间晚于调查月', en: 'member born after the interview month' },
    variable: 'birth_year',
    needs: ['birth_year'],
    clears: ['birth_year', 'birth_month'],
    source: 'surveys 3.3',
    fails: (member, respondent) => monthOf(member) > respondent.interviewMonth,
  },
  {
    id: 'child_before_parent',
    code: 'child_before_parent',
    label: {
      zh: `子女出生时被访者不足${youngestParent}岁`,
      en: `child born before the respondent was ${youngestParent}`,
    },
    variable: 'birth_year',
    needs: ['relation', 'birth_year'],
    source: 'surveys 3.3; S1b',
    fails: (member, respondent) =>
      member.code('relation') === 'child' && monthOf(member) < monthOf(respondent) + youngestParent * 12,
  },
  {
    id: 'parent_younger',
    code: 'parent_younger',
    label: {
      zh: `父母出生时间比被访者早不足${youngestParent}年`,
      en: `parent born less than ${youngestParent} years before the respondent`,
    },
    variable: 'birth_year',
    needs: ['relation', 'birth_year'],
    source: 'surveys 3.3',
    fails: (member, respondent) =>
      member.code('relation') === 'parent' && monthOf(member) > monthOf(respondent) - youngestParent * 12,
  },
];

const none: readonly number[] = [];

/** The slots beside the first that are so related to the respondent; on most records none, and no list is made. */
function slotsWith(roster: readonly RosterSlot[], relation: string): readonly number[] {
  let found: number[] | undefined;
  for (let i = 1; i < roster.length; i++) {
    if (roster[i]?.relation !== relation) continue;
    found ??= [];
    found.push(i + 1);
  }
  return found ?? none;
}

/** The empty slots between the first and the last filled one. */
function gapsIn(roster: readonly RosterSlot[]): readonly number[] {
  let found: number[] | undefined;
  let last = roster.length - 1;
  while (last > 0 && !roster[last]?.filled) last--;
  for (let i = 1; i < last; i++) {
    if (roster[i]?.filled) continue;
    found ??= [];
    found.push(i + 1);
  }
  return found ?? none;
}

/** The rules on a whole roster. */
export const rosterRules: readonly RosterRule[] = [
  {
    id: 'roster_gap',
    code: 'roster_gap',
    label: { zh: '成员表中间有空行', en: 'an empty slot of the roster before a filled one' },
    variable: '',
    needs: [],
    source: 'surveys 3.3',
    slots: gapsIn,
  },
  {
    id: 'roster_respondent',
    code: 'roster_respondent',
    label: {
      zh: '成员表第一人不是被访者本人',
      en: 'the first member of the roster is not the respondent',
    },
    variable: 'relation',
    needs: ['relation'],
    source: 'surveys 2.1, 3.4',
    slots: ([first]) => {
      const relation = first?.relation ?? null;
      return relation !== null && relation !== 'respondent' ? [1] : none;
    },
  },
  {
    id: 'roster_second_respondent',
    code: 'roster_second_respondent',
    label: {
      zh: '成员表第一人以外还有“本人”',
      en: 'a member beside the first is called the respondent',
    },
    variable: 'relation',
    needs: ['relation'],
    source: 'surveys 2.1, 3.3',
    slots: (roster) => slotsWith(roster, 'respondent'),
  },
  {
    id: 'roster_two_spouses',
    code: 'roster_two_spouses',
    label: { zh: '成员表中配偶多于一人', en: 'more than one spouse in the roster' },
    variable: 'relation',
    needs: ['relation'],
    source: 'surveys 2.1: spouse is relation code 2',
    slots: (roster) => {
      const spouses = slotsWith(roster, 'spouse');
      return spouses.length > 1 ? spouses.slice(1) : none;
    },
  },
  {
    id: 'spouse_of_never_married',
    code: 'spouse_of_never_married',
    label: { zh: '未婚者成员表中有配偶', en: 'the respondent never married, the roster has a spouse' },
    variable: 'relation',
    needs: ['relation'],
    source: 'surveys 2.1',
    slots: (roster) => slotsWith(roster, 'spouse'),
    holdsFor: (respondent) => respondent.code('marital_status') === 'never_married',
  },
];
