import { asks, type Defect } from './defect.ts';
import type { RowView } from './row-view.ts';

const LAST_YEAR_ON_FORM = 2020;
const IMPOSSIBLE_YEAR = 1880;

const hasChildren = (row: RowView): boolean =>
  row.filledSlots.some((slot) => row.memberCode(slot, 'relation') === 'child');

/** The year of first departure; NaN where the layout does not ask it. */
const left = (row: RowView): number =>
  row.has('first_departure_year') ? row.date('first_departure').year : Number.NaN;

const bothMonths = (row: RowView): boolean =>
  !Number.isNaN(row.date('first_departure').month) && !Number.isNaN(row.date('arrival').month);

const columnsOf = (row: RowView, event: string): string[] => [
  ...new Set(
    [`${event}_year`, `${event}_month`].filter((name) => row.has(name)).map((name) => row.column(name)),
  ),
];

/** Years that cannot be, or that put a person outside the survey's ages. */
export const dateDefects: readonly Defect[] = [
  {
    name: 'age_beyond_the_window',
    code: 'age_outside_window',
    variable: 'age',
    fits: (row) =>
      !row.leadsToAnswers('age') &&
      (row.codebook.age_window[1] !== null ||
        (row.date('arrival').year >= row.codebook.interview.year - 4 &&
          !(left(row) < row.codebook.interview.year - 4) &&
          !hasChildren(row))),
    change: (row, random) => {
      const {
        interview,
        age_window: [youngest, oldest],
      } = row.codebook;
      const year =
        oldest === null
          ? interview.year - youngest + random.between(2, 6)
          : interview.year - oldest - random.between(2, 10);
      const since = [row.date('arrival').year, left(row)].filter((known) => !Number.isNaN(known));
      return row.writeDate('birth', { year: Math.min(year, ...since.map((known) => known - 1)) });
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
    fits: (row) => !Number.isNaN(row.date('arrival').year),
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
    in: asks('arrival_month'),
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
    fits: (row) => row.date('birth').year >= 1930 && !Number.isNaN(row.date('arrival').year),
    change: (row, random) =>
      row.writeDate('arrival', { year: row.date('birth').year - random.between(1, 5) }),
    clears: (row) => columnsOf(row, 'arrival'),
  },
  {
    name: 'departure_in_the_future',
    code: 'departure_after_interview',
    variable: 'first_departure_year',
    in: asks('first_departure_year'),
    fits: (row) => !Number.isNaN(row.date('first_departure').month),
    change: (row, random) =>
      row.writeDate('first_departure', {
        year: Math.min(LAST_YEAR_ON_FORM, row.codebook.interview.year + random.between(1, 2)),
      }),
    clears: (row) => columnsOf(row, 'first_departure'),
  },
  {
    name: 'departure_before_life',
    code: 'departure_before_birth',
    variable: 'first_departure_year',
    in: asks('first_departure_year'),
    fits: (row) => row.date('birth').year >= 1930 && !Number.isNaN(row.date('first_departure').month),
    change: (row, random) =>
      row.writeDate('first_departure', { year: row.date('birth').year - random.between(1, 5) }),
    clears: (row) => columnsOf(row, 'first_departure'),
  },
  {
    name: 'departure_after_arrival',
    code: 'departure_after_arrival',
    variable: 'first_departure_year',
    in: asks('first_departure_year'),
    fits: (row) => bothMonths(row) && row.date('arrival').year <= row.codebook.interview.year - 3,
    change: (row, random) =>
      row.writeDate('first_departure', { year: row.date('arrival').year + random.between(1, 2) }),
    clears: (row) => columnsOf(row, 'first_departure'),
  },
];
