import type { Defect } from './defect.ts';
import type { RowView } from './row-view.ts';

const LAST_YEAR_ON_FORM = 2020;
const IMPOSSIBLE_YEAR = 1880;

const hasChildren = (row: RowView): boolean =>
  row.filledSlots.some((slot) => row.memberCode(slot, 'relation') === 'child');

const columnsOf = (row: RowView, event: string): string[] => [
  ...new Set([row.column(`${event}_year`), row.column(`${event}_month`)]),
];

/** Years that cannot be, or that put a person outside the survey's ages. */
export const dateDefects: readonly Defect[] = [
  {
    name: 'age_beyond_the_window',
    code: 'age_outside_window',
    variable: 'age',
    fits: (row) =>
      row.codebook.age_window[1] !== null ||
      (row.date('arrival').year >= row.codebook.interview.year - 4 && !hasChildren(row)),
    change: (row, random) => {
      const {
        interview,
        age_window: [youngest, oldest],
      } = row.codebook;
      const year =
        oldest === null
          ? interview.year - youngest + random.between(2, 6)
          : interview.year - oldest - random.between(2, 10);
      const arrived = row.date('arrival').year;
      return row.writeDate('birth', { year: Number.isNaN(arrived) ? year : Math.min(year, arrived - 1) });
    },
  },
  {
    name: 'impossible_birth_year',
    code: 'value_out_of_range',
    variable: 'birth_year',
    fits: (row) => row.value('birth_year') !== '',
    change: (row) => row.writeDate('birth', { year: IMPOSSIBLE_YEAR }),
  },
  {
    name: 'birth_in_the_future',
    code: 'birth_after_interview',
    variable: 'birth_year',
    fits: (row) => row.value('birth_year') !== '',
    change: (row, random) =>
      row.writeDate('birth', { year: row.codebook.interview.year + random.between(1, 2) }),
    clears: (row) => columnsOf(row, 'birth'),
  },
  {
    name: 'arrival_in_the_future',
    code: 'arrival_after_interview',
    variable: 'arrival_year',
    fits: (row) => !Number.isNaN(row.date('arrival').month),
    change: (row, random) => {
      const { year } = row.codebook.interview;
      return row.writeDate('arrival', { year: Math.min(LAST_YEAR_ON_FORM, year + random.between(1, 3)) });
    },
    clears: (row) => columnsOf(row, 'arrival'),
  },
  {
    name: 'arrival_later_this_year',
    code: 'arrival_after_interview',
    variable: 'arrival_year',
    fits: (row) => !Number.isNaN(row.date('arrival').month),
    change: (row, random) => {
      const { year, month } = row.codebook.interview;
      return row.writeDate('arrival', { year, month: random.between(month + 1, 12) });
    },
    clears: (row) => columnsOf(row, 'arrival'),
  },
  {
    name: 'arrival_before_life',
    code: 'arrival_before_birth',
    variable: 'arrival_year',
    fits: (row) => row.date('birth').year >= 1930 && !Number.isNaN(row.date('arrival').month),
    change: (row, random) =>
      row.writeDate('arrival', { year: row.date('birth').year - random.between(1, 5) }),
    clears: (row) => columnsOf(row, 'arrival'),
  },
];
