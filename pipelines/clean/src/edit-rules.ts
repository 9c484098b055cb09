import type { IssueCode } from '@wavebook/schema';
import { monthIndex } from './derive/context.ts';

/** What a rule sees of a record: numbers (NaN where empty) and codes (null where empty) of canonical variables. */
export interface RecordView {
  number(variable: string): number;
  code(variable: string): string | null;
  /** Month index of the interview. */
  interviewMonth(): number;
  readonly ageWindow: readonly [number, number | null];
}

/**
 * An edit rule: `fails` says whether a record breaks it, `variable` is the one reported, and `clears` the cells emptied where the action of
 * its code is `set_invalid`. Rules run in this order, each on what the ones before left.
 */
export interface EditRule {
  readonly code: IssueCode;
  readonly variable: string;
  readonly needs: readonly string[];
  readonly clears: readonly string[];
  readonly message: string;
  fails(record: RecordView): boolean;
}

const monthOrFirst = (month: number): number => (Number.isNaN(month) ? 1 : month);

export const editRules: readonly EditRule[] = [
  {
    code: 'birth_after_interview',
    variable: 'birth_year',
    needs: ['birth_year'],
    clears: ['birth_year', 'birth_month'],
    message: 'born after the interview month',
    fails: (r) =>
      monthIndex(r.number('birth_year'), monthOrFirst(r.number('birth_month'))) > r.interviewMonth(),
  },
  {
    code: 'arrival_after_interview',
    variable: 'arrival_year',
    needs: ['arrival_year'],
    clears: ['arrival_year', 'arrival_month'],
    message: 'arrival lies after the interview month',
    fails: (r) =>
      monthIndex(r.number('arrival_year'), monthOrFirst(r.number('arrival_month'))) > r.interviewMonth(),
  },
  {
    code: 'arrival_before_birth',
    variable: 'arrival_year',
    needs: ['arrival_year', 'birth_year'],
    clears: ['arrival_year', 'arrival_month'],
    message: 'arrival lies before birth',
    fails: (r) => {
      const months = ['arrival_month', 'birth_month'].map((m) => r.number(m));
      const known = !months.some(Number.isNaN);
      return known
        ? monthIndex(r.number('arrival_year'), months[0] as number) <
            monthIndex(r.number('birth_year'), months[1] as number)
        : r.number('arrival_year') < r.number('birth_year');
    },
  },
  {
    code: 'not_migrating',
    variable: 'migration_range',
    needs: ['migration_range'],
    clears: [],
    message: 'has not left the county of hukou; outside the population of migrants',
    fails: (r) => r.code('migration_range') === 'not_migrating',
  },
  {
    code: 'age_outside_window',
    variable: 'age',
    needs: ['age'],
    clears: [],
    message: 'age outside the window of the wave',
    fails: (r) =>
      r.number('age') < r.ageWindow[0] || r.number('age') > (r.ageWindow[1] ?? Number.POSITIVE_INFINITY),
  },
];
