import type { Measure } from '@wavebook/schema';
import { numbersOf, type Table } from '@wavebook/tables';

type Time = Extract<Measure, { kind: 'years_between' }>['from'];

type Interview = { readonly year: number; readonly month: number };

const MONTHS = 12;

/** Years and months of a time; NaN where not known. */
function datesOf(
  records: Table,
  time: Time,
  interview: Interview | undefined,
): { year: Float64Array; month: Float64Array } {
  const always = (value: number): Float64Array => new Float64Array(records.rows).fill(value);
  if (time !== 'interview')
    return {
      year: numbersOf(records, time.year),
      month:
        time.month !== undefined && records.columns.has(time.month)
          ? numbersOf(records, time.month)
          : always(Number.NaN),
    };
  if (!interview) throw new Error('yearsBetween: expected the month of the interviews; got none');
  return { year: always(interview.year), month: always(interview.month) };
}

/** Years from one time to another, by months where both are known, else by calendar years; NaN where not known or negative. */
export function yearsBetween(
  records: Table,
  { from, to }: Extract<Measure, { kind: 'years_between' }>,
  interview: Interview | undefined,
): Float64Array {
  const [start, end] = [datesOf(records, from, interview), datesOf(records, to, interview)];
  return start.year.map((year, row) => {
    const months = (end.month[row] as number) - (start.month[row] as number);
    const years = (end.year[row] as number) - year + (Number.isNaN(months) ? 0 : months / MONTHS);
    return years < 0 ? Number.NaN : years;
  });
}
