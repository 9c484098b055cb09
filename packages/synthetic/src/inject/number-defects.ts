import type { Defect } from './defect.ts';

const wrongNumber = (name: string, code: Defect['code'], variable: string, cell: string): Defect => ({
  name,
  code,
  variable,
  fits: (row) => row.value(variable) !== '',
  change: (row) => ({ [row.column(variable)]: cell }),
});

/** Numbers that are too large, or words. */
export const numberDefects: readonly Defect[] = [
  wrongNumber('hours_beyond_the_week', 'value_out_of_range', 'weekly_hours', '200'),
  wrongNumber('hours_in_words', 'not_a_number', 'weekly_hours', '四十'),
  wrongNumber('income_with_two_zeros_too_many', 'value_out_of_range', 'monthly_income', '900000'),
  { ...wrongNumber('income_unusually_high', 'unusual_value', 'monthly_income', '210000'), most: 3 },
];
