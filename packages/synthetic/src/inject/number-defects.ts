import type { Codebook } from '@wavebook/schema';
import type { Defect } from './defect.ts';
import type { RowView } from './row-view.ts';

/** From this income on two zeros more cannot be. */
const TWO_ZEROS_FROM = 5100;

/** Hours a week, or days a week and hours a day. */
const hoursColumns = (row: RowView): string[] =>
  [row.column('weekly_hours'), row.times('weekly_hours')].flatMap((column) => column ?? []);

const byDays = (codebook: Codebook): boolean =>
  codebook.respondent.some((mapping) => mapping.variable === 'weekly_hours' && mapping.times !== undefined);

/** Numbers that are too large, or words. */
export const numberDefects: readonly Defect[] = [
  {
    name: 'hours_beyond_the_week',
    code: 'value_out_of_range',
    variable: 'weekly_hours',
    in: (codebook) => !byDays(codebook),
    fits: (row) => row.value('weekly_hours') !== '',
    change: (row) => ({ [row.column('weekly_hours')]: '200' }),
  },
  {
    name: 'hours_beyond_the_day',
    code: 'value_out_of_range',
    variable: 'weekly_hours',
    in: byDays,
    fits: (row) => row.value('weekly_hours') !== '',
    change: (row) => ({
      [row.column('weekly_hours')]: '7',
      [row.times('weekly_hours') as string]: '26',
    }),
    clears: hoursColumns,
  },
  {
    name: 'hours_in_words',
    code: 'not_a_number',
    variable: 'weekly_hours',
    fits: (row) => row.value('weekly_hours') !== '',
    change: (row) => ({ [hoursColumns(row).at(-1) as string]: '八' }),
    clears: hoursColumns,
  },
  {
    name: 'income_in_words',
    code: 'not_a_number',
    variable: 'monthly_income',
    fits: (row) => row.value('monthly_income') !== '',
    change: (row) => ({ [row.column('monthly_income')]: '三千' }),
  },
  {
    name: 'income_with_two_zeros_too_many',
    code: 'value_out_of_range',
    variable: 'monthly_income',
    fits: (row) => Number(row.value('monthly_income')) >= TWO_ZEROS_FROM,
    change: (row) => ({ [row.column('monthly_income')]: `${row.value('monthly_income')}00` }),
  },
  {
    name: 'income_unusually_high',
    code: 'unusual_value',
    variable: 'monthly_income',
    most: 2,
    fits: (row) => row.value('monthly_income') !== '',
    change: (row) => ({ [row.column('monthly_income')]: '210000' }),
  },
];
