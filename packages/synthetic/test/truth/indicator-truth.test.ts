import { expect, test } from 'vitest';
import { cellOfAnswers } from '../../src/truth/cells.ts';
import { indicatorTruth } from '../../src/truth/indicator-truth.ts';
import { truthValue } from '../../src/truth/truth.ts';
import { valueTables } from '../../src/truth/value-tables.ts';

const person = (more: Record<string, string | number | null>) => ({
  province: '44',
  sex: 'male',
  age_group: '25-34',
  employed: 'yes',
  ...more,
});
const people = [
  person({ contract: 'fixed_term', weekly_hours: 40, monthly_income: 4000, stay_years: 1 }),
  person({ contract: 'none', weekly_hours: 60, monthly_income: null, stay_years: 2, province: '11' }),
  person({ contract: 'not_sure', weekly_hours: 44, monthly_income: 8000, stay_years: 7, sex: 'female' }),
  person({ employed: 'no', contract: null, weekly_hours: null, monthly_income: null, stay_years: 9 }),
];
const universe = [{ variable: 'employed', in: ['yes'] }];

function rowsOf(definition: Parameters<typeof indicatorTruth>[0]) {
  const tables = valueTables();
  const rows = indicatorTruth(definition, tables);
  for (const p of people) tables.add(p, cellOfAnswers(p));
  return rows();
}

test('a share keeps every answer of the universe below the line, and leaves out what it excludes', () => {
  const measure = { kind: 'share', variable: 'contract', codes: ['fixed_term'] } as const;
  const share = (excluded?: string[]) =>
    rowsOf({
      id: 'x',
      universe,
      measure: { ...measure, codes: ['fixed_term'], ...(excluded ? { excluded } : {}) },
    });
  expect(truthValue(share(), 'x')).toBeCloseTo(1 / 3, 12);
  expect(truthValue(share(['not_sure']), 'x')).toBe(0.5);
  expect(truthValue(share(), 'x', '', '11')).toBe(0);
  expect(truthValue(share(), 'x', '', 'female:25-34')).toBe(0);
});

test('above, mean and ratio', () => {
  const above = rowsOf({
    id: 'x',
    universe,
    measure: { kind: 'share_above', variable: 'weekly_hours', above: 44 },
  });
  expect(truthValue(above, 'x')).toBeCloseTo(1 / 3, 12);
  const mean = rowsOf({ id: 'x', universe, measure: { kind: 'mean', variable: 'monthly_income' } });
  expect(truthValue(mean, 'x')).toBe(6000);
  const ratio = rowsOf({
    id: 'x',
    universe,
    measure: { kind: 'ratio', variable: 'monthly_income', denominator: 'weekly_hours', scale: 12 / 52 },
  });
  expect(truthValue(ratio, 'x')).toBeCloseTo((12000 / 84) * (12 / 52), 12);
});

test('a structure sums to one; a domain without people has no row', () => {
  const rows = rowsOf({ id: 'x', universe, measure: { kind: 'structure', variable: 'contract' } });
  const all = rows.filter(({ level }) => level === 'all');
  expect(all.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
  expect(rows.some(({ level }) => level === '31')).toBe(false);
});

test('a quantile is the least value at or below which the share lies', () => {
  const quantile = (probability: number) =>
    rowsOf({ id: 'x', universe: [], measure: { kind: 'quantile', variable: 'stay_years', probability } });
  expect(truthValue(quantile(0.5), 'x')).toBe(2);
  expect(truthValue(quantile(0.51), 'x')).toBe(7);
  expect(truthValue(quantile(0.9), 'x')).toBe(9);
  const incomes = rowsOf({
    id: 'x',
    universe,
    measure: { kind: 'quantile', variable: 'monthly_income', probability: 0.5 },
  });
  expect(incomes.find(({ level }) => level === 'all')).toMatchObject({ value: 4000, population: 2 });
});
