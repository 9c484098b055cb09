import { describe, expect, test } from 'vitest';
import { issueRules } from '../../src/index.ts';
import { instruments } from '../../src/instruments/index.ts';
import {
  type AnswerView,
  CleaningRule,
  cleaningRules,
  memberRules,
  monthIndex,
  type RecordView,
  recordRules,
  rosterRules,
  ruleOf,
} from '../../src/rules/index.ts';

type Answers = Readonly<Record<string, number | string>>;

const answers = (given: Answers): AnswerView => ({
  number: (name) => (typeof given[name] === 'number' ? (given[name] as number) : Number.NaN),
  code: (name) => (typeof given[name] === 'string' ? (given[name] as string) : null),
});
/** A record of May 2017, ages 15 and over. */
const record = (given: Answers): RecordView => ({
  ...answers(given),
  interviewMonth: monthIndex(2017, 5),
  ageWindow: [15, null],
});
const fails = (id: string, given: Answers): boolean => {
  const rule = recordRules.find((r) => r.id === id);
  if (!rule) throw new Error(`no rule "${id}"`);
  return rule.fails(record(given));
};
const memberFails = (id: string, member: Answers, respondent: Answers): boolean =>
  memberRules.find((r) => r.id === id)?.fails(answers(member), record(respondent)) === true;
const slots = (id: string, relations: (string | null)[], respondent: Answers = {}): readonly number[] => {
  const rule = rosterRules.find((r) => r.id === id);
  if (!rule || rule.holdsFor?.(record(respondent)) === false) return [];
  return rule.slots(relations.map((relation) => ({ filled: relation !== null, relation })));
};

describe('rules on a record, by hand', () => {
  test('arrival: the month of interview is not too late, the next is; a year alone is too late from the next year on', () => {
    expect(fails('arrival_after_interview', { arrival_year: 2017, arrival_month: 5 })).toBe(false);
    expect(fails('arrival_after_interview', { arrival_year: 2017, arrival_month: 6 })).toBe(true);
    expect(fails('arrival_after_interview', { arrival_year: 2017 })).toBe(false);
    expect(fails('arrival_after_interview', { arrival_year: 2018 })).toBe(true);
  });

  test('arrival in the month of birth is no error, in the month before it is', () => {
    const born = { birth_year: 1990, birth_month: 3 };
    expect(fails('arrival_before_birth', { ...born, arrival_year: 1990, arrival_month: 3 })).toBe(false);
    expect(fails('arrival_before_birth', { ...born, arrival_year: 1990, arrival_month: 2 })).toBe(true);
    expect(fails('arrival_before_birth', { ...born, arrival_year: 1990 })).toBe(false);
  });

  test('who first left in the month of arrival is on the first move', () => {
    const arrival = { arrival_year: 2010, arrival_month: 6 };
    const left = (first_departure_year: number, first_departure_month: number): boolean =>
      fails('departure_after_arrival', { ...arrival, first_departure_year, first_departure_month });
    expect([left(2010, 6), left(2010, 7), left(2009, 12), left(2011, 1)]).toEqual([false, true, false, true]);
  });

  test('the window of ages has both its ends inside', () => {
    const rule = recordRules.find((r) => r.id === 'age_outside_window');
    const outside = (age: number): boolean | undefined =>
      rule?.fails({ ...record({ age }), ageWindow: [15, 59] });
    expect([14, 15, 59, 60].map(outside)).toEqual([true, false, false, true]);
    expect(fails('age_outside_window', { age: 96 })).toBe(false);
  });

  test('an income of 0 is told of employees, one below 100 of all, and none is changed', () => {
    expect(fails('income_zero', { monthly_income: 0, employment_status: 'employee' })).toBe(true);
    expect(fails('income_zero', { monthly_income: 0, employment_status: 'own_account' })).toBe(false);
    expect([0, 3.5, 99, 100].map((monthly_income) => fails('income_unit', { monthly_income }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    for (const code of ['income_zero', 'income_unit', 'income_above_household', 'outlier'] as const)
      expect(issueRules[code].action).toBe('keep');
  });
});

describe('rules on the roster, by hand', () => {
  test('a child is born ten years after the respondent at the earliest, a parent ten years before at the latest', () => {
    const respondent = { birth_year: 1980, birth_month: 6 };
    const child = (birth_year: number, birth_month: number): boolean =>
      memberFails('child_before_parent', { relation: 'child', birth_year, birth_month }, respondent);
    const parent = (birth_year: number, birth_month: number): boolean =>
      memberFails('parent_younger', { relation: 'parent', birth_year, birth_month }, respondent);
    expect([child(1990, 5), child(1990, 6)]).toEqual([true, false]);
    expect([parent(1970, 6), parent(1970, 7)]).toEqual([false, true]);
    expect(memberFails('child_before_parent', { relation: 'spouse', birth_year: 1981 }, respondent)).toBe(
      false,
    );
  });

  test('a hole, another first person, a second respondent, a second spouse, a spouse of somebody never married', () => {
    expect(slots('roster_gap', ['respondent', null, 'child', null])).toEqual([2]);
    expect(slots('roster_gap', ['respondent', 'child', null, null])).toEqual([]);
    expect(slots('roster_respondent', ['spouse', 'child'])).toEqual([1]);
    expect(slots('roster_respondent', [null, 'child'])).toEqual([]);
    expect(slots('roster_second_respondent', ['respondent', 'spouse', 'respondent'])).toEqual([3]);
    expect(slots('roster_two_spouses', ['respondent', 'spouse', 'child', 'spouse'])).toEqual([4]);
    const never = { marital_status: 'never_married' };
    expect(slots('spouse_of_never_married', ['respondent', 'spouse'], never)).toEqual([2]);
    expect(slots('spouse_of_never_married', ['respondent', 'spouse'], { marital_status: 'widowed' })).toEqual(
      [],
    );
  });
});

describe.each(Object.values(instruments).map((i) => [i.id, i] as const))(
  'the table of rules of %s',
  (_, instrument) => {
    const rules = cleaningRules(instrument);

    test('is valid, each rule once, in both languages, of variables that the instrument has', () => {
      const names = new Set(instrument.records.flatMap((r) => r.variables.map((v) => v.name)));
      for (const rule of rules) {
        CleaningRule.parse(rule);
        expect(rule.label.zh, rule.id).toMatch(/[一-鿿]/);
        for (const variable of rule.variables)
          expect(names.has(variable), `${rule.id} ${variable}`).toBe(true);
        expect(rule).toMatchObject({
          severity: issueRules[rule.code].severity,
          action: issueRules[rule.code].action,
        });
      }
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    });
  },
);

test('every rule with a predicate and every issue code has its row for the monitoring survey, but for consent and second files', () => {
  const rules = cleaningRules(instruments.monitoring);
  const ids = new Set(rules.map(({ id }) => id));
  for (const { id } of [...recordRules, ...memberRules, ...rosterRules])
    expect(ids.has(id), id).toBe(id !== 'no_consent');
  const codes = new Set(rules.map(({ code }) => code));
  expect(Object.keys(issueRules).filter((code) => !codes.has(code as never))).toEqual([
    'no_consent',
    'unknown_unit',
    'unit_not_kept',
  ]);
});

test('an issue says which rule it comes from', () => {
  expect(ruleOf('routing_violation', 'contract')).toBe('routing_violation.contract');
  expect(ruleOf('unknown_code', 'member_3_residence')).toBe('unknown_code.member.residence');
  expect(ruleOf('birth_after_interview', 'birth_year')).toBe('birth_after_interview');
  expect(ruleOf('birth_after_interview', 'member_4_birth_year')).toBe('birth_after_interview.member');
  expect(ruleOf('not_migrating', 'local_hukou')).toBe('local_hukou');
});

test('what a rule says names the unit of the survey', () => {
  const labelIn = (instrument: keyof typeof instruments, code: string) =>
    cleaningRules(instruments[instrument]).find((rule) => rule.code === code)?.label;
  expect(labelIn('baseline-enterprise', 'duplicate_respondent_id')).toEqual({
    zh: '企业编码重复',
    en: 'enterprise identifier occurs before in the file',
  });
  expect(labelIn('baseline-worker', 'duplicate_respondent_id')?.zh).toBe('个人编码重复');
  expect(labelIn('baseline-enterprise', 'unknown_province')?.en).toBe('Province: province not recognised');
});
