import { monthIndex } from '@wavebook/schema/rules';
import { type Derivation, numberFrom } from './context.ts';
import { numberAt } from './number-at.ts';

/** Completed years at the month of interview; NaN when year or month of birth is empty. */
export function ageAt(interviewMonth: number, birthYear: number, birthMonth: number): number {
  return Math.floor((interviewMonth - monthIndex(birthYear, birthMonth)) / 12);
}

export const age: Derivation = numberFrom(['birth_year', 'birth_month'], ([year, month], row, context) =>
  ageAt(context.interviewMonth(row), numberAt(year, row), numberAt(month, row)),
);

/** Months from the month of arrival to the month of interview. */
export const stayMonths: Derivation = numberFrom(
  ['arrival_year', 'arrival_month'],
  ([year, month], row, context) =>
    context.interviewMonth(row) - monthIndex(numberAt(year, row), numberAt(month, row)),
);

export const stayYears: Derivation = numberFrom(
  ['arrival_year', 'arrival_month'],
  ([year, month], row, context) =>
    (context.interviewMonth(row) - monthIndex(numberAt(year, row), numberAt(month, row))) / 12,
);
