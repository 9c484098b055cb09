import { monthIndex, type RecordRule, type RecordView } from './rule.ts';

const birth = ['birth_year', 'birth_month'];
const arrival = ['arrival_year', 'arrival_month'];
const departure = ['first_departure_year', 'first_departure_month'];

const months = (r: RecordView, [year, month]: readonly string[]): readonly [year: number, month: number] => [
  r.number(year as string),
  r.number(month as string),
];

/** Whether one date lies before another; by month where both months are known, by year otherwise. */
function isBefore(r: RecordView, date: readonly string[], other: readonly string[]): boolean {
  const [year, month] = months(r, date);
  const [otherYear, otherMonth] = months(r, other);
  return Number.isNaN(month) || Number.isNaN(otherMonth)
    ? year < otherYear
    : monthIndex(year, month) < monthIndex(otherYear, otherMonth);
}

/** Whether a date lies after the month of interview; in its first month where the month is not known. */
function isLater(r: RecordView, date: readonly string[]): boolean {
  const [year, month] = months(r, date);
  return monthIndex(year, Number.isNaN(month) ? 1 : month) > r.interviewMonth;
}

const dates: readonly RecordRule[] = [
  {
    id: 'birth_after_interview',
    code: 'birth_after_interview',
    phase: 'dates',
    label: { zh: '出生时间晚于调查月', en: 'born after the interview month' },
    variable: 'birth_year',
    needs: ['birth_year'],
    clears: birth,
    source: 'surveys 2.9, 3.3',
    fails: (r) => isLater(r, birth),
  },
  {
    id: 'arrival_after_interview',
    code: 'arrival_after_interview',
    phase: 'dates',
    label: { zh: '流入时间晚于调查月', en: 'arrival lies after the interview month' },
    variable: 'arrival_year',
    needs: ['arrival_year'],
    clears: arrival,
    source: 'surveys 2.9, 3.3; S1',
    fails: (r) => isLater(r, arrival),
  },
  {
    id: 'arrival_before_birth',
    code: 'arrival_before_birth',
    phase: 'dates',
    label: { zh: '流入时间早于出生时间', en: 'arrival lies before birth' },
    variable: 'arrival_year',
    needs: ['arrival_year', 'birth_year'],
    clears: arrival,
    source: 'surveys 3.3; S1',
    fails: (r) => isBefore(r, arrival, birth),
  },
  {
    id: 'departure_after_interview',
    code: 'departure_after_interview',
    phase: 'dates',
    label: { zh: '首次离开户籍地晚于调查月', en: 'first departure lies after the interview month' },
    variable: 'first_departure_year',
    needs: ['first_departure_year'],
    clears: departure,
    source: 'surveys 2.9',
    fails: (r) => isLater(r, departure),
  },
  {
    id: 'departure_before_birth',
    code: 'departure_before_birth',
    phase: 'dates',
    label: { zh: '首次离开户籍地早于出生时间', en: 'first departure lies before birth' },
    variable: 'first_departure_year',
    needs: ['first_departure_year', 'birth_year'],
    clears: departure,
    source: 'surveys 2.9',
    fails: (r) => isBefore(r, departure, birth),
  },
  {
    id: 'departure_after_arrival',
    code: 'departure_after_arrival',
    phase: 'dates',
    label: { zh: '首次离开户籍地晚于本次流入', en: 'first departure lies after this arrival' },
    variable: 'first_departure_year',
    needs: ['first_departure_year', 'arrival_year'],
    clears: departure,
    source: 'surveys 2.9, 3.3; S1, S1d',
    fails: (r) => isBefore(r, arrival, departure),
  },
];

const scope: readonly RecordRule[] = [
  {
    id: 'not_migrating',
    code: 'not_migrating',
    phase: 'scope',
    label: {
      zh: '未离开户籍所在县，不属于流动人口',
      en: 'has not left the county of hukou; outside the population of migrants',
    },
    variable: 'migration_range',
    needs: ['migration_range'],
    source: 'surveys 1.2, 3.2.6',
    fails: (r) => r.code('migration_range') === 'not_migrating',
  },
  {
    id: 'local_hukou',
    code: 'not_migrating',
    phase: 'scope',
    label: {
      zh: '为本地户籍人口，不属于流动人口',
      en: 'has local hukou; outside the population of migrants',
    },
    variable: 'local_hukou',
    needs: ['local_hukou'],
    source: 'surveys 1.2',
    fails: (r) => r.code('local_hukou') === 'yes',
  },
  {
    id: 'no_consent',
    code: 'no_consent',
    phase: 'scope',
    label: { zh: '未同意接受访问', en: 'no consent to the interview' },
    variable: 'consent',
    needs: ['consent'],
    source: 'surveys 6.2',
    fails: (r) => r.code('consent') === 'no',
  },
  {
    id: 'age_outside_window',
    code: 'age_outside_window',
    phase: 'scope',
    label: { zh: '年龄超出本轮调查范围', en: 'age outside the window of the wave' },
    variable: 'age',
    needs: ['age'],
    source: 'surveys 1.1',
    fails: (r) =>
      r.number('age') < r.ageWindow[0] || r.number('age') > (r.ageWindow[1] ?? Number.POSITIVE_INFINITY),
  },
];

/** Below this a positive monthly income is more likely in hundreds or thousands than in yuan. */
const leastIncome = 100;

const answers: readonly RecordRule[] = [
  {
    id: 'income_unit',
    code: 'income_unit',
    phase: 'answers',
    label: {
      zh: `月收入为正但不足${leastIncome}元，可能以千元或万元计；保留`,
      en: `income above 0 and below ${leastIncome} yuan, perhaps in thousands; kept`,
    },
    variable: 'monthly_income',
    needs: ['monthly_income'],
    source: 'surveys 3.2.8, 3.3; the limit is of this project',
    fails: (r) => r.number('monthly_income') > 0 && r.number('monthly_income') < leastIncome,
  },
  {
    id: 'income_zero',
    code: 'income_zero',
    phase: 'answers',
    label: {
      zh: '雇员收入为0，可能是缺失被填为0；保留',
      en: 'employee with an income of 0, which may be a blank filled with 0; kept',
    },
    variable: 'monthly_income',
    needs: ['monthly_income', 'employment_status'],
    source: 'surveys 3.4: scripts that fill blanks with 0',
    fails: (r) => r.number('monthly_income') === 0 && r.code('employment_status') === 'employee',
  },
  {
    id: 'income_above_household',
    code: 'income_above_household',
    phase: 'comparison',
    label: { zh: '个人月收入高于家庭月收入；保留', en: 'own income above that of the household; kept' },
    variable: 'monthly_income',
    needs: ['monthly_income', 'household_income'],
    source: 'surveys 3.2.8',
    fails: (r) => r.number('monthly_income') > r.number('household_income'),
  },
  {
    id: 'household_size_differs',
    code: 'household_size_differs',
    phase: 'comparison',
    label: {
      zh: '所报同住人数与成员表中现居本地者不符；保留',
      en: 'reported household size differs from the members of the roster who live here; kept',
    },
    variable: 'household_size_reported',
    needs: ['household_size_reported', 'household_size_here'],
    unless: ['roster_gap'],
    source: 'surveys 2.1',
    fails: (r) => r.number('household_size_reported') !== r.number('household_size_here'),
  },
];

/** The rules on one record, in the order in which they run. */
export const recordRules: readonly RecordRule[] = [...dates, ...scope, ...answers];
