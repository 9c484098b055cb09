import type { Codebook } from '@wavebook/schema';
import { asks, type Defect } from './defect.ts';
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
    in: (codebook) => asks('weekly_hours')(codebook) && !byDays(codebook),
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
    name: 'days_beyond_the_week',
    code: 'value_out_of_range',
    variable: 'weekly_hours',
    in: byDays,
    fits: (row) => row.value('weekly_hours') !== '',
    change: (row) => ({
      [row.column('weekly_hours')]: '9',
      [row.times('weekly_hours') as string]: '6',
    }),
    clears: hoursColumns,
  },
  {
    name: 'hours_in_words',
    code: 'not_a_number',
    variable: 'weekly_hours',
    in: asks('weekly_hours'),
    fits: (row) => row.value('weekly_hours') !== '',
    change: (row) => ({ [hoursColumns(row).at(-1) as string]: '八' }),
    clears: hoursColumns,
  },
  {
    name: 'income_in_words',
    code: 'not_a_number',
    variable: 'monthly_income',
    in: asks('monthly_income'),
    fits: (row) => row.value('monthly_income') !== '',
    change: (row) => ({ [row.column('monthly_income')]: '三千' }),
  },
  {
    name: 'income_with_two_zeros_too_many',
    code: 'value_out_of_range',
    variable: 'monthly_income',
    in: asks('monthly_income'),
    fits: (row) => Number(row.value('monthly_income')) >= TWO_ZEROS_FROM,
    change: (row) => ({ [row.column('monthly_income')]: `${row.value('monthly_income')}00` }),
  },
  {
    name: 'income_unusually_high',
    code: 'unusual_value',
    variable: 'monthly_income',
    in: asks('monthly_income'),
    most: 2,
    fits: (row) => row.value('monthly_income') !== '',
    change: (row) => ({ [row.column('monthly_income')]: '210000' }),
  },
  {
    name: 'income_far_from_all_others',
    code: 'outlier',
    variable: 'monthly_income',
    in: asks('monthly_income'),
    most: 1,
    fits: (row) => row.value('monthly_income') !== '',
    change: (row) => ({ [row.column('monthly_income')]: '199000' }),
  },
  {
    name: 'income_in_thousands',
    code: 'income_unit',
    variable: 'monthly_income',
    in: asks('monthly_income'),
    most: 2,
    fits: (row) => Number(row.value('monthly_income')) >= 2000,
    change: (row) => ({
      [row.column('monthly_income')]: String(Number(row.value('monthly_income')) / 1000),
    }),
  },
  {
    name: 'income_blank_filled_with_zero',
    code: 'income_zero',
    variable: 'monthly_income',
    in: asks('monthly_income'),
    most: 2,
    fits: (row) => row.value('monthly_income') !== '' && row.code('employment_status') === 'employee',
    change: (row) => ({ [row.column('monthly_income')]: '0' }),
  },
  {
    name: 'household_income_of_half_a_month',
    code: 'income_above_household',
    variable: 'monthly_income',
    in: (codebook) => asks('monthly_income')(codebook) && asks('household_income')(codebook),
    most: 2,
    fits: (row) => Number(row.value('monthly_income')) >= 2000 && row.value('household_income') !== '',
    change: (row) => ({
      [row.column('household_income')]: String(Math.round(Number(row.value('monthly_income')) / 20) * 10),
    }),
  },
  {
    name: 'household_size_of_somebody_else',
    code: 'household_size_differs',
    variable: 'household_size_reported',
    in: asks('household_size_reported'),
    fits: (row) => row.value('household_size_reported') !== '',
    change: (row) => ({
      [row.column('household_size_reported')]: String(Number(row.value('household_size_reported')) + 3),
    }),
  },
];
