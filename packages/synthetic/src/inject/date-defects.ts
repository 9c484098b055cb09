import type { Defect } from './defect.ts';

const LAST_YEAR_ON_FORM = 2020;

/** Years that cannot be, or that put a person outside the survey's ages. */
export const dateDefects: readonly Defect[] = [
  {
    name: 'age_beyond_the_window',
    code: 'age_outside_window',
    variable: 'age',
    fits: (row) =>
      row.codebook.age_window[1] !== null || row.number('arrival_year') >= row.codebook.interview.year - 4,
    change: (row, random) => {
      const {
        interview,
        age_window: [youngest, oldest],
      } = row.codebook;
      const year =
        oldest === null
          ? interview.year - youngest + random.between(2, 6)
          : interview.year - oldest - random.between(2, 10);
      const earlier = Math.min(year, row.number('arrival_year') - 1);
      return { [row.column('birth_year')]: String(earlier) };
    },
  },
  {
    name: 'arrival_in_the_future',
    code: 'arrival_after_interview',
    variable: 'arrival_year',
    fits: (row) => row.value('arrival_month') !== '',
    change: (row, random) => {
      const { year } = row.codebook.interview;
      return {
        [row.column('arrival_year')]: String(Math.min(LAST_YEAR_ON_FORM, year + random.between(1, 3))),
      };
    },
  },
  {
    name: 'arrival_before_life',
    code: 'arrival_before_birth',
    variable: 'arrival_year',
    fits: (row) => row.number('birth_year') >= 1930 && row.value('arrival_month') !== '',
    change: (row, random) => ({
      [row.column('arrival_year')]: String(row.number('birth_year') - random.between(1, 5)),
    }),
  },
];
