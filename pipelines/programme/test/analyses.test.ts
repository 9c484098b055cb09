import type { CostAssumptions, ProvincePopulation } from '@wavebook/schema';
import { surveyDesign } from '@wavebook/survey-stats';
import { type Table, table, textColumn } from '@wavebook/tables';
import { expect, test } from 'vitest';
import { costOfCover } from '../src/analyses/cost.ts';
import { gapBetween } from '../src/analyses/gap.ts';
import { headsOf } from '../src/analyses/indices.ts';
import { portabilityOf } from '../src/analyses/portability.ts';
import { executionShares, growthRates, notRecomputed } from '../src/analyses/recomputed.ts';
import { Rows, type Source } from '../src/analyses/source.ts';
import { typeOf } from '../src/analyses/typology.ts';
import { smallRound } from './small-survey.ts';

const { wave } = smallRound('2011-endline', []);

/** A source of these columns, text by text and number by number, each row a cluster of its own. */
function sourceOf(
  columns: Readonly<Record<string, readonly (string | number)[]>>,
  weight?: readonly number[],
): Source {
  const rows = Object.values(columns)[0]?.length ?? 0;
  const records: Table = table(
    rows,
    Object.entries(columns).map(([name, values]) => [
      name,
      typeof values[0] === 'number'
        ? { kind: 'number', values: Float64Array.from(values as number[]) }
        : textColumn(values as string[]),
    ]),
  );
  return { wave, records, design: surveyDesign({ weight: weight ?? new Array(rows).fill(1) }) };
}

test('a type is more than the cut of the known traits, and not known where too few are', () => {
  const no = Number.NaN;
  const traits = {
    names: ['a', 'b', 'c', 'd'],
    values: [
      [1, 1, 1, 1],
      [1, 1, 0, no],
      [0, 1, 0, no],
      [0, no, 0, 1],
    ].map((column) => Float64Array.from(column)),
  };
  expect([...typeOf(traits, 0.5)]).toEqual([0, 1, 0, no]);
  expect([...typeOf(traits, 0.4)]).toEqual([1, 1, 0, no]);
});

test('insurance held: at the destination, at both, at the origin, at neither; one not known leaves the person out', () => {
  const source = sourceOf({
    pension_insured: ['yes', 'yes', 'no', 'no', 'yes', ''],
    pension_place: ['destination', 'destination', '', '', 'elsewhere', ''],
    medical_insured: ['no', 'yes', 'yes', 'no', 'no', 'yes'],
    medical_place: ['', 'origin', 'origin', '', '', 'destination'],
    hukou_province: ['34', '34', '41', '41', '51', '51'],
    province: ['33', '33', '33', '44', '44', '44'],
  });
  const { all, atDestination } = portabilityOf(source, new Rows());
  expect(all.map(({ category, estimate, n }) => [category, estimate, n])).toEqual([
    ['destination', 0.2, 5],
    ['both', 0.2, 5],
    ['origin', 0.2, 5],
    ['neither', 0.2, 5],
    ['other', 0.2, 5],
  ]);
  expect(atDestination.get('central:east')?.n).toBe(4);
  expect(atDestination.get('central:east')?.estimate).toBeCloseTo(0.5, 12);
});

test('a raw gap is a difference of means; a small one has no model', () => {
  const design = surveyDesign({ weight: [1, 1, 1, 1] });
  const gap = gapBetween(design, Float64Array.of(1, 0, 1, 1), Int32Array.of(0, 0, 1, 1), () => []);
  expect(gap?.raw.estimate).toBe(-0.5);
  expect(gap?.n).toEqual([2, 2]);
  expect(gap?.adjusted).toBeUndefined();
});

test('gap, explained and unexplained add up, and equal characteristics leave the unexplained', () => {
  const rows = 200;
  const group = Int32Array.from({ length: rows }, (_, i) => i % 2);
  const school = Float64Array.from({ length: rows }, (_, i) => (i % 7) + (i % 2));
  const y = school.map((value, i) => 0.1 * value + (i % 2 === 0 ? 0 : 0.2) + ((i * 7) % 5) / 100);
  const design = surveyDesign({ weight: new Array(rows).fill(1) });
  const gap = gapBetween(design, y, group, () => [{ name: 'school', values: school }]);
  expect(gap?.explained?.estimate).toBeDefined();
  expect((gap?.explained?.estimate ?? 0) + (gap?.unexplained?.estimate ?? 0)).toBeCloseTo(
    gap?.raw.estimate ?? 0,
    10,
  );
  expect(gap?.adjusted?.estimate).toBeCloseTo(-0.2, 1);
});

const assumptions: CostAssumptions = {
  source: { zh: '测试', en: 'test' },
  schemes: [
    { scheme: 'work_injury', variable: 'work_injury_insured', rate: { low: 0.005, base: 0.01, high: 0.02 } },
  ],
  base_share: { low: 0.5, base: 1, high: 1 },
  take_up: { low: 0.5, base: 1, high: 1 },
  months: { low: 6, base: 12, high: 12 },
  pay_growth: { low: 0, base: 0, high: 0.5 },
};

test('cost of cover by hand: pay of employees not covered, times rate and months', () => {
  const source = sourceOf(
    {
      employment_status: ['employee', 'employee', 'employee', 'own_account'],
      work_injury_insured: ['no', 'yes', 'not_sure', 'no'],
      monthly_income: [1000, 2000, 3000, 9000],
      industry: ['E', 'E', 'C', 'C'],
      province: ['33', '33', '33', '33'],
    },
    [10, 10, 20, 10],
  );
  const { rows, tornado, base } = costOfCover(source, assumptions);
  const whole = rows.find(({ domain }) => domain === 'all');
  expect(whole?.uninsured).toBe(30);
  expect(whole?.cost).toBeCloseTo((10 * 1000 + 20 * 3000) * 0.01 * 12, 9);
  expect(base).toBe(whole?.cost);
  expect(rows.find(({ level }) => level === 'E')?.cost).toBeCloseTo(10 * 1000 * 0.12, 9);
  const of = (name: string) => tornado.find(({ assumption }) => assumption === name);
  expect(of('rate')?.high).toBeCloseTo(2 * base, 9);
  expect(of('months')?.low).toBeCloseTo(base / 2, 9);
  expect(of('pay_growth')?.high).toBeCloseTo(1.5 * base, 9);
  const widths = tornado.map(({ low, high }) => high - low);
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
});

const provinces: ProvincePopulation[] = [
  {
    province_code: '33',
    name_zh: '浙江',
    name_en: 'Zhejiang',
    population_2000: 4596,
    population_2010: 5447,
    growth_printed: 18.51,
  },
];

test('registered are residents less arrived plus left; the error of the denominator follows', () => {
  const source = sourceOf(
    {
      province: ['33', '33', '44'],
      hukou_province: ['34', '33', '33'],
      migration_range: ['inter_province', 'inter_county', 'inter_province'],
    },
    [2e6, 5e6, 1e6],
  );
  const [row] = headsOf(source, provinces);
  expect(row?.arrived).toBe(2e6);
  expect(row?.left).toBe(1e6);
  expect(row?.registered).toBe(54.47e6 - 1e6);
  expect(row?.error).toBeCloseTo(54.47 / 53.47 - 1, 12);
});

test('growth and shares of execution are made again; what cannot be has its reason', () => {
  const beijing: ProvincePopulation = {
    province_code: '11',
    name_zh: '北京',
    name_en: 'Beijing',
    population_2000: 1357,
    population_2010: 1962,
    growth_printed: 44.58,
  };
  expect(growthRates([beijing])[0]).toMatchObject({ agrees: true });
  // 18.516 is printed as 18.51: cut, not rounded.
  expect(growthRates(provinces)[0]).toMatchObject({ agrees: false, printed: 18.51 });
  expect(executionShares().every(({ agrees }) => agrees)).toBe(true);
  expect(notRecomputed.every(({ reason }) => reason.zh !== '' && reason.en !== '')).toBe(true);
});
