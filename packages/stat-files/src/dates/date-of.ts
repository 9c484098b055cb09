/** Days from 1960-01-01, Stata's first day, to 1970-01-01. */
const stataDays = 3653;
/** Days from 1582-10-14, where SPSS begins to count seconds, to 1970-01-01. */
const spssDays = 141_428;
const dayMilliseconds = 86_400_000;

const monthStart = (months: number): number => utc(1960 + Math.floor(months / 12), mod(months, 12));
const mod = (value: number, by: number): number => ((value % by) + by) % by;

/** Years below 100 are what they say. */
const utc = (year: number, month: number, day = 1): number => new Date(0).setUTCFullYear(year, month, day);

const stata: Readonly<Record<string, (value: number) => number>> = {
  c: (ms) => ms - stataDays * dayMilliseconds,
  C: (ms) => withoutLeapSeconds(ms) - stataDays * dayMilliseconds,
  d: (days) => (days - stataDays) * dayMilliseconds,
  w: (weeks) => utc(1960 + Math.floor(weeks / 52), 0, 1 + 7 * mod(weeks, 52)),
  m: monthStart,
  q: (quarters) => monthStart(3 * quarters),
  h: (halves) => monthStart(6 * halves),
  y: (year) => utc(year, 0),
};

const spssDates = /^(DATE|ADATE|EDATE|SDATE|JDATE|MOYR|QYR|WKYR|DATETIME|YMDHMS)\d/;

/**
 * The moment that a number stands for in a date format of Stata (`%td`, `%tc`, `%tC`, `%tw`, `%tm`, `%tq`, `%th`, `%ty`, also `%d`) or SPSS (`DATE11`,
 * `DATETIME20`, …): the start of the day, week, month, quarter, half-year or year, in UTC, as neither program knows of time zones.
 *
 * @param format the variable's format. @returns undefined for a missing value and for formats that are no dates (durations too).
 * @example
 * dateOf(20940, '%td').toISOString(); // '2017-05-01T00:00:00.000Z'
 * dateOf(13713062400, 'DATE11').toISOString(); // '2017-05-02T00:00:00.000Z'
 */
export function dateOf(value: number, format: string): Date | undefined {
  const toMilliseconds = millisecondsOf(format);
  if (!toMilliseconds || !Number.isFinite(value)) return undefined;
  const date = new Date(toMilliseconds(value));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** From numbers of a date format to milliseconds since 1970; undefined for other formats. */
export function millisecondsOf(format: string): ((value: number) => number) | undefined {
  const [, unit] = /^%-?(?:t([cCdwmqhy])|d)/.exec(format) ?? [];
  if (format.startsWith('%')) return /^%-?(t[cCdwmqhy]|d)/.test(format) ? stata[unit ?? 'd'] : undefined;
  if (!spssDates.test(format)) return undefined;
  return (seconds) => seconds * 1000 - spssDays * dayMilliseconds;
}

/** Days at whose end the 27 leap seconds were put in. */
const leapDays = [
  '1972-06-30',
  '1972-12-31',
  '1973-12-31',
  '1974-12-31',
  '1975-12-31',
  '1976-12-31',
  '1977-12-31',
  '1978-12-31',
  '1979-12-31',
  '1981-06-30',
  '1982-06-30',
  '1983-06-30',
  '1985-06-30',
  '1987-12-31',
  '1989-12-31',
  '1990-12-31',
  '1992-06-30',
  '1993-06-30',
  '1994-06-30',
  '1995-12-31',
  '1997-06-30',
  '1998-12-31',
  '2005-12-31',
  '2008-12-31',
  '2012-06-30',
  '2015-06-30',
  '2016-12-31',
].map((day) => Date.parse(day) + (1 + stataDays) * dayMilliseconds);

const withoutLeapSeconds = (ms: number): number =>
  ms - 1000 * leapDays.filter((end, i) => ms >= end + 1000 * (i + 1)).length;
