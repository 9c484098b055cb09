import { asks, asksOfMembers, type Defect } from './defect.ts';
import type { RowView } from './row-view.ts';

const ADULT = 18;
/** Respondents of at least this age have children who are out of school even if born in their parent's childhood. */
const OLD_ENOUGH = 30;

const ageIn = (row: RowView, slot?: number): number =>
  row.codebook.interview.year - row.date('birth', slot).year;

const childSlot = (row: RowView): number | undefined =>
  row.filledSlots.find(
    (slot) => row.memberCode(slot, 'relation') === 'child' && !Number.isNaN(row.date('birth', slot).month),
  );

const attendance = (row: RowView, slot: number): string => {
  const column = row.memberColumn(slot, 'attends_school');
  return column === undefined ? '' : row.cell(column);
};

/** A child who is asked nothing about school, whatever the year of birth becomes. */
const childOutOfSchool = (row: RowView): number | undefined =>
  row.filledSlots.find(
    (slot) => row.memberCode(slot, 'relation') === 'child' && attendance(row, slot) === '',
  );

const adultSlot = (row: RowView): number | undefined =>
  row.filledSlots.find((slot) => ageIn(row, slot) > ADULT && attendance(row, slot) === '');

const slotOf = (row: RowView, relation: string): number | undefined =>
  row.filledSlots.find((slot) => row.memberCode(slot, 'relation') === relation);

const spouseSlot = (row: RowView): number | undefined => slotOf(row, 'spouse');
const hasSpouse = (row: RowView): boolean => spouseSlot(row) !== undefined;
const parentSlot = (row: RowView): number | undefined =>
  row.filledSlots.find(
    (slot) => row.memberCode(slot, 'relation') === 'parent' && !Number.isNaN(row.date('birth', slot).month),
  );

/** A child, whose relation can be mistaken for another. */
const anyChild = (row: RowView): number | undefined =>
  row.filledSlots.find((slot) => row.memberCode(slot, 'relation') === 'child');

/** The raw code of a relation in the layout. */
function relationCode(row: RowView, relation: string): string {
  const codes = row.codebook.member.find((mapping) => mapping.variable === 'relation')?.codes ?? {};
  return Object.entries(codes).find(([, code]) => code === relation)?.[0] ?? '';
}

const memberCell = (slot: (row: RowView) => number | undefined, variable: string) => (row: RowView) =>
  `member_${slot(row)}_${variable}`;

/** Rosters with a hole, with another person in the respondent's slot, or with members who cannot be. */
export const rosterDefects: readonly Defect[] = [
  {
    name: 'hole_in_the_roster',
    code: 'roster_gap',
    variable: 'member_2',
    fits: ({ filledSlots }) => filledSlots.includes(2) && filledSlots.includes(3),
    change: (row) => Object.fromEntries(row.slotColumns(2).map((column) => [column, ''])),
  },
  {
    name: 'spouse_in_first_slot',
    code: 'roster_respondent',
    variable: 'relation',
    in: asksOfMembers('relation'),
    fits: (row) => row.cell(row.memberColumn(1, 'relation') as string) !== '',
    change: (row) => ({ [row.memberColumn(1, 'relation') as string]: '2' }),
  },
  {
    name: 'respondent_twice_in_the_roster',
    code: 'roster_second_respondent',
    variable: memberCell(anyChild, 'relation'),
    in: asksOfMembers('relation'),
    fits: (row) => anyChild(row) !== undefined,
    change: (row) => ({
      [row.memberColumn(anyChild(row) as number, 'relation') as string]: relationCode(row, 'respondent'),
    }),
  },
  {
    name: 'two_spouses',
    code: 'roster_two_spouses',
    variable: memberCell(anyChild, 'relation'),
    in: asksOfMembers('relation'),
    fits: (row) => hasSpouse(row) && anyChild(row) !== undefined,
    change: (row) => ({
      [row.memberColumn(anyChild(row) as number, 'relation') as string]: relationCode(row, 'spouse'),
    }),
  },
  {
    name: 'spouse_and_never_married',
    code: 'spouse_of_never_married',
    variable: memberCell(spouseSlot, 'relation'),
    in: (codebook) => asksOfMembers('relation')(codebook) && asks('marital_status')(codebook),
    fits: (row) =>
      row.code('marital_status') === 'first_marriage' &&
      spouseSlot(row) !== undefined &&
      !row.leadsToAnswers('marital_status'),
    change: (row) => ({ [row.column('marital_status')]: '1' }),
  },
  {
    name: 'parent_of_the_same_age',
    code: 'parent_younger',
    variable: memberCell(parentSlot, 'birth_year'),
    in: asksOfMembers('relation'),
    fits: (row) => parentSlot(row) !== undefined && ageIn(row) >= OLD_ENOUGH,
    change: (row, random) =>
      row.writeDate('birth', { year: row.date('birth').year - random.between(1, 6) }, parentSlot(row)),
  },
  {
    name: 'child_of_the_future',
    code: 'birth_after_interview',
    variable: memberCell(childSlot, 'birth_year'),
    fits: (row) => childSlot(row) !== undefined,
    change: (row) => row.writeDate('birth', { year: row.codebook.interview.year + 1 }, childSlot(row)),
    clears: (row) => {
      const slot = childSlot(row) as number;
      return [
        ...new Set(['birth_year', 'birth_month'].flatMap((name) => row.memberColumn(slot, name) ?? [])),
      ];
    },
  },
  {
    name: 'child_of_a_child',
    code: 'child_before_parent',
    variable: memberCell(childOutOfSchool, 'birth_year'),
    fits: (row) => ageIn(row) >= OLD_ENOUGH && childOutOfSchool(row) !== undefined,
    change: (row, random) =>
      row.writeDate('birth', { year: row.date('birth').year + random.between(3, 8) }, childOutOfSchool(row)),
  },
  {
    name: 'wrong_code_member_residence',
    code: 'unknown_code',
    variable: 'member_2_residence',
    in: asksOfMembers('residence'),
    fits: (row) => row.memberCode(2, 'residence') !== undefined,
    change: (row) => ({ [row.memberColumn(2, 'residence') as string]: '8' }),
  },
  {
    name: 'school_of_an_adult',
    code: 'routing_violation',
    variable: memberCell(adultSlot, 'attends_school'),
    in: asksOfMembers('attends_school'),
    fits: (row) => adultSlot(row) !== undefined,
    change: (row) => ({ [row.memberColumn(adultSlot(row) as number, 'attends_school') as string]: '1' }),
  },
];
