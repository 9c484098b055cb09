import { expect, test } from 'vitest';
import type { Member } from '../../src/population/member.ts';
import type { AnsweringHousehold } from '../../src/population/point.ts';
import { memberTruth } from '../../src/truth/member-truth.ts';
import { truthValue } from '../../src/truth/truth.ts';

const member = (
  role: Member['role'],
  age: number,
  residence: Member['residence'],
  eligible = false,
): Member => ({
  role,
  sex: 'female',
  age,
  birthYear: 2017 - age,
  birthMonth: 5,
  residence,
  maritalStatus: 'never_married',
  eligible,
});

/** A head and her mother here, one child here and one left behind. */
const members = [
  member('head', 35, 'here', true),
  member('child', 10, 'here'),
  member('child', 8, 'hukou_place'),
  member('parent', 58, 'here', true),
];
const household = {
  household: { members, eligible: [0, 3], here: 3 },
  education: [2, 1, 1, 1],
  attendance: [null, 'yes', 'no', null],
  childCare: [{}, {}, {}, {}],
} as unknown as AnsweringHousehold;
const children = { variable: 'age', max: 15 };

function rowsOf(measure: Parameters<typeof memberTruth>[0]['measure']) {
  const collector = memberTruth({ id: 'x', measure });
  collector.addHousehold(household, '44');
  return collector.rows();
}

test('each member counts once, however many of the household could have answered', () => {
  const rows = rowsOf({ where: [children], variable: 'residence', codes: ['hukou_place'] });
  expect(truthValue(rows, 'x')).toBe(0.5);
  expect(truthValue(rows, 'x', '', '44')).toBe(0.5);
  expect(rows.map(({ population }) => population)).toEqual([2, 2]);
});

test('a condition on the relation counts the part of the people as whose roster the member would count', () => {
  const rows = rowsOf({
    where: [{ variable: 'relation', in: ['child'] }, children],
    variable: 'attends_school',
    codes: ['yes'],
  });
  expect(rows[0]).toMatchObject({ value: 0.5, population: 1 });
});

test('members without an answer are in no denominator', () => {
  const rows = rowsOf({
    where: [{ variable: 'sex', in: ['female'] }],
    variable: 'attends_school',
    codes: ['yes'],
  });
  expect(rows[0]).toMatchObject({ value: 0.5, population: 2 });
});
