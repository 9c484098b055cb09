import { expect, it } from 'vitest';
import { dateOf, readDta, readSav, type StatTable, writeDta, writeSav } from '../../src/index.ts';

it.each([
  [20_940, '%td', '2017-05-01T00:00:00.000Z'],
  [20_940, '%tdD_m_Y', '2017-05-01T00:00:00.000Z'],
  [20_940, '%d', '2017-05-01T00:00:00.000Z'],
  [-1, '%-td', '1959-12-31T00:00:00.000Z'],
  [1_809_246_600_000, '%tc', '2017-05-01T08:30:00.000Z'],
  // 27 leap seconds later
  [1_809_246_627_000, '%tC', '2017-05-01T08:30:00.000Z'],
  [0, '%tC', '1960-01-01T00:00:00.000Z'],
  [2981, '%tw', '2017-04-30T00:00:00.000Z'],
  [688, '%tm', '2017-05-01T00:00:00.000Z'],
  [-1, '%tm', '1959-12-01T00:00:00.000Z'],
  [229, '%tq', '2017-04-01T00:00:00.000Z'],
  [114, '%th', '2017-01-01T00:00:00.000Z'],
  [2017, '%ty', '2017-01-01T00:00:00.000Z'],
  [99, '%ty', '0099-01-01T00:00:00.000Z'],
  [13_712_976_000, 'ADATE10', '2017-05-01T00:00:00.000Z'],
  [13_713_006_600, 'DATETIME20', '2017-05-01T08:30:00.000Z'],
  [0, 'DATE11', '1582-10-14T00:00:00.000Z'],
])('%d in %s is %s', (value, format, expected) => {
  expect(dateOf(value, format)?.toISOString()).toBe(expected);
});

it.each([
  [1, '%8.0g'],
  [1, 'F8.2'],
  [1, 'TIME8'],
  [1, 'DTIME10'],
  [Number.NaN, '%td'],
  [1e300, '%td'],
])('%d in %s is no date', (value, format) => {
  expect(dateOf(value, format)).toBeUndefined();
});

const table = (format: string, value: number): StatTable => ({
  rows: 2,
  variables: [{ name: 'day', format }],
  columns: new Map([['day', { kind: 'number', values: Float64Array.of(value, Number.NaN) }]]),
});
const moment = (file: ReturnType<typeof readDta>): [string | undefined, string | undefined] => {
  const column = file.columns().get('day');
  const format = file.variables[0]?.format;
  return [
    format,
    column?.kind === 'number' ? dateOf(column.values[0] as number, format ?? '')?.toISOString() : undefined,
  ];
};

it.each([
  ['DATE11', 13_712_976_000, '%td', '2017-05-01T00:00:00.000Z'],
  ['DATETIME20', 13_713_006_600, '%tc', '2017-05-01T08:30:00.000Z'],
])('%s becomes a date of Stata', (format, value, expected, day) => {
  expect(moment(readDta(writeDta(table(format, value))))).toEqual([expected, day]);
});

it.each([
  ['%td', 20_940, 'DATE11', '2017-05-01T00:00:00.000Z'],
  ['%tc', 1_809_246_600_000, 'DATETIME20', '2017-05-01T08:30:00.000Z'],
  ['%tm', 688, 'MOYR8', '2017-05-01T00:00:00.000Z'],
])('%s becomes a date of SPSS', (format, value, expected, day) => {
  expect(moment(readSav(writeSav(table(format, value))))).toEqual([expected, day]);
});

it('years stay the numbers that they are', () => {
  const column = readSav(writeSav(table('%ty', 2017)))
    .columns()
    .get('day');
  expect(column?.kind === 'number' && column.values[0]).toBe(2017);
});
