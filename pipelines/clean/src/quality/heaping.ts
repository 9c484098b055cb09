import type { HeapingIndex } from '@wavebook/schema';
import type { Table } from '@wavebook/tables';
import { countsByProvince } from './by-province.ts';
import { numbersIn } from './column-values.ts';

/** Numbers that people round: income to thousands among full hundreds, hours to tens, stays to full years, years of birth to fives. */
const heaped: readonly (readonly [variable: string, unit: number, step: number])[] = [
  ['monthly_income', 100, 1000],
  ['weekly_hours', 1, 10],
  ['stay_months', 1, 12],
  ['birth_year', 1, 5],
];

/** Digit heaping of the wave and of each province with enough answers. */
export const heapingIndices = (records: Table): HeapingIndex[] =>
  heaped.flatMap(([variable, unit, step]) => {
    const values = numbersIn(records, variable);
    if (!values) return [];
    const expected = unit / step;
    return countsByProvince(
      records,
      (row) => (values[row] as number) > 0 && (values[row] as number) % unit === 0,
      (row) => (values[row] as number) % step === 0,
    ).map(({ province, n, count }) => {
      const share = count / n;
      return { variable, province, unit, step, n, share, expected, index: share / expected };
    });
  });
