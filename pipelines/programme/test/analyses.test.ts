import type { CostAssumptions, ProvincePopulation } from '@wavebook/schema';
import { surveyDesign } from '@wavebook/survey-stats';
import { type Table, table, textColumn } from '@wavebook/tables';
import { expect, test } from 'vitest';
import { costOfCover } from '../src/analyses/cost.ts';
import { gapBetween } from '../src/analyses/gap.ts';
import { gapsOf } from '../src/analyses/gaps.ts';
import { headsOf } from '../src/analyses/indices.ts';
import { obstaclesOf } from '../src/analyses/obstacles.ts';
import { perHeadOf } from '../src/analyses/per-head.ts';
import { portabilityOf } from '../src/analyses/portability.ts';
import { executionShares, growthRates, notRecomputed } from '../src/analyses/recomputed.ts';
import { everybody, indicatorOf, Rows, type Source } from '../src/analyses/source.ts';
import { typeOf, typologyOf } from '../src/analyses/typology.ts';
import { typologyByGroupChart } from '../src/charts/typology-charts.ts';
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

test('a type is more than the cut of the traits, and not known unless all are', () => {
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
  expect([...typeOf(traits, 0.5)]).toEqual([0, no, 0, no]);
  expect([...typeOf(traits, 0.4)]).toEqual([1, no, 0, no]);
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
  const found = portabilityOf(source, new Rows());
  expect(found?.all.map(({ category, estimate, n }) => [category, estimate, n])).toEqual([
    ['destination', 0.2, 5],
    ['both', 0.2, 5],
    ['origin', 0.2, 5],
    ['neither', 0.2, 5],
    ['other', 0.2, 5],
  ]);
  expect(found?.schemes).toEqual(['pension', 'medical']);
  expect(found?.atDestination.get('central:east')?.n).toBe(4);
  expect(found?.atDestination.get('central:east')?.estimate).toBeCloseTo(0.5, 12);
  expect(found?.flows.get('origin')?.get('central:east')?.estimate).toBeCloseTo(0.25, 12);
  const medical = sourceOf({
    medical_insured: ['yes', 'no', 'not_sure'],
    enrolment_place: ['destination', '', ''],
    hukou_province: ['34', '34', '41'],
    province: ['33', '33', '33'],
  });
  const alone = portabilityOf(medical, new Rows());
  expect(alone?.schemes).toEqual(['medical']);
  expect(alone?.all.map(({ category, estimate }) => [category, Number(estimate?.toFixed(3))])).toEqual([
    ['destination', 0.333],
    ['origin', 0],
    ['neither', 0.333],
    ['other', 0.333],
  ]);
  expect(portabilityOf(sourceOf({ medical_insured: ['yes'] }), new Rows())).toBeUndefined();
});

const compared = (y: Float64Array, group: Int32Array) => ({
  outcome: 'contract_signed',
  y,
  group,
  comparison: 'women_men',
  levels: ['women', 'men'] as const,
  waves: [wave, wave] as const,
});

test('a raw gap is a difference of means; a small one has no model', () => {
  const design = surveyDesign({ weight: [1, 1, 1, 1] });
  const gap = gapBetween(design, compared(Float64Array.of(1, 0, 1, 1), Int32Array.of(0, 0, 1, 1)), () => []);
  expect(gap?.raw.estimate).toBe(-0.5);
  expect(gap?.n).toEqual([2, 2]);
  expect(gap?.verdict).toMatchObject({ quality: 'unreliable', confidential: true });
  expect(gap?.adjusted).toBeUndefined();
});

test('a control that nobody has an answer to is left out, and one that few answered leaves no model', () => {
  const sixty = <T>(value: (i: number) => T): T[] => Array.from({ length: 120 }, (_, i) => value(i));
  const asked = {
    sex: sixty((i) => (i % 2 ? 'male' : 'female')),
    pension_insured: sixty((i) => (i % 3 ? 'yes' : 'no')),
    education: sixty((i) => (i % 5 ? 'primary' : 'college')),
  };
  const adjusted = (columns: Parameters<typeof sourceOf>[0]) =>
    gapsOf(sourceOf(columns), new Rows(), ['women_men']).map(({ gap }) => gap.adjusted);
  const [known] = adjusted(asked);
  expect(known?.estimate).toBeDefined();
  expect(adjusted({ ...asked, age: sixty(() => Number.NaN) })).toEqual([known]);
  expect(adjusted({ ...asked, age: sixty((i) => (i < 20 ? 20 + i : Number.NaN)) })).toEqual([undefined]);
});

test('gap, explained and unexplained add up', () => {
  const rows = 200;
  const group = Int32Array.from({ length: rows }, (_, i) => i % 2);
  const school = Float64Array.from({ length: rows }, (_, i) => (i % 7) + (i % 2));
  const y = school.map((value, i) => 0.1 * value + (i % 2 === 0 ? 0 : 0.2) + ((i * 7) % 5) / 100);
  const design = surveyDesign({ weight: new Array(rows).fill(1) });
  const gap = gapBetween(design, compared(y, group), () => [{ name: 'school', values: school }]);
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
    {
      scheme: 'work_injury',
      label: { zh: '工伤保险', en: 'Work injury' },
      variable: 'work_injury_insured',
      rate: { low: 0.005, base: 0.01, high: 0.02 },
    },
  ],
  base_share: { low: 0.5, base: 1, high: 1 },
  take_up: { low: 0.5, base: 1, high: 1 },
  months: { low: 6, base: 12, high: 12 },
  pay_growth: { low: 0, base: 0, high: 0.5 },
  not_sure: { low: 0, base: 0, high: 1 },
};

test('cost of cover by hand: those who say no, their mean pay, rate and months; no answer and no pay are not 0', () => {
  const source = sourceOf(
    {
      employment_status: ['employee', 'employee', 'employee', 'employee', 'employee', 'own_account'],
      work_injury_insured: ['no', 'no', 'yes', 'not_sure', '', 'no'],
      monthly_income: [1000, Number.NaN, 2000, 3000, 5000, 9000],
      industry: ['E', 'C', 'C', 'C', 'C', 'C'],
      province: ['33', '33', '33', '33', '33', '33'],
    },
    [10, 20, 10, 10, 10, 10],
  );
  const { rows, base } = costOfCover(source, assumptions);
  const of = (quantity: string, level = 'all') =>
    rows.find((row) => row.quantity === quantity && row.level === level);
  // 60 employees, 50 with an answer, of whom 30 say no; the pay of 10 of these is known, 1,000 on average.
  expect(of('uninsured')?.estimate).toBeCloseTo((60 / 50) * 30, 9);
  expect(of('cost')?.estimate).toBeCloseTo((36 * 1000 * 0.01 * 12) / 1e6, 12);
  expect(base).toBeCloseTo(of('cost')?.estimate ?? 0, 12);
  expect(of('uninsured', 'E')?.estimate).toBeCloseTo(10, 9);
  expect(of('uninsured')?.n).toBe(2);
  expect(rows.every(({ suppressed, confidential }) => suppressed && confidential)).toBe(true);
});

test('a tornado: one assumption at a time, widest first, and those not sure as an assumption', () => {
  const many = 40;
  const source = sourceOf({
    employment_status: new Array(many).fill('employee'),
    work_injury_insured: Array.from({ length: many }, (_, i) =>
      i % 4 === 3 ? 'not_sure' : i % 4 === 2 ? 'yes' : 'no',
    ),
    monthly_income: new Array(many).fill(1000),
    industry: new Array(many).fill('C'),
    province: new Array(many).fill('33'),
  });
  const { tornado, base } = costOfCover(source, assumptions);
  const of = (name: string) => tornado.find(({ assumption }) => assumption === name);
  expect(base).toBeCloseTo((20 * 1000 * 0.01 * 12) / 1e6, 12);
  expect(of('rate')?.high).toBeCloseTo(2 * base, 12);
  expect(of('months')?.low).toBeCloseTo(base / 2, 12);
  expect(of('pay_growth')?.high).toBeCloseTo(1.5 * base, 12);
  expect(of('not_sure')?.high).toBeCloseTo(1.5 * base, 12);
  const widths = tornado.map(({ low, high }) => high - low);
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
});

test('the only confidential group of a total takes the smallest of the others with it', () => {
  const answers = [...new Array(200).fill('no'), ...new Array(200).fill('yes')];
  const industry = [
    ...new Array(5).fill('B'),
    ...new Array(60).fill('E'),
    ...new Array(135).fill('C'),
    ...new Array(50).fill('B'),
    ...new Array(60).fill('E'),
    ...new Array(90).fill('C'),
  ];
  const source = sourceOf({
    employment_status: answers.map(() => 'employee'),
    work_injury_insured: answers,
    monthly_income: answers.map(() => 1000),
    industry,
    province: answers.map(() => '33'),
  });
  const { rows } = costOfCover(source, assumptions);
  const withheld = rows.filter(({ domain, suppressed }) => domain === 'industry' && suppressed);
  expect(new Set(withheld.map(({ level }) => level))).toEqual(new Set(['B', 'E']));
  expect(withheld.find(({ level }) => level === 'E')?.quality_rule).toBe(
    'total_less_the_others_is_confidential',
  );
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
  expect(row?.figures.arrived.estimate).toBe(2e6);
  expect(row?.figures.left.estimate).toBe(1e6);
  expect(row?.figures.registered.estimate).toBe(54.47e6 - 1e6);
  expect(row?.figures.index.estimate).toBeCloseTo((100 * 54.47) / 53.47, 9);
  expect(Object.values(row?.figures ?? {}).every(({ suppressed }) => suppressed)).toBe(true);
});

test('an index on all residents by hand: local residents and migrants, each for whom they stand', () => {
  const source = {
    ...sourceOf(
      {
        population: ['migrants', 'migrants', 'residents', 'residents'],
        health_record: ['established', 'none', 'established', 'established'],
      },
      [30, 30, 20, 20],
    ),
    migrants: { ...wave, instrument: 'monitoring', wave: '2017' },
  };
  const [row] = perHeadOf(source, new Rows());
  expect(row?.registered?.estimate).toBe(1);
  expect(row?.residents?.estimate).toBeCloseTo(0.7, 12);
  expect(row?.error.estimate).toBeCloseTo(-0.3, 9);
  expect(row?.error.waves).toBe('monitoring/2017 baseline-worker/2011-endline');
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

test('an answer that few gave does not follow from the others: the smallest of these is withheld with it', () => {
  const source = sourceOf({
    channel: [...new Array(90).fill('kin'), ...new Array(60).fill('online'), ...new Array(5).fill('fair')],
  });
  const part = (category: string) => ({
    id: 'job_channel',
    unit: 'share',
    y: indicatorOf(source.records, 'channel', [category]),
    category,
  });
  const rows = new Rows();
  const found = rows.addParts(source, ['kin', 'online', 'fair'].map(part), everybody(source.records));
  const of = (category: string) => found.get(category)?.get('all');
  expect(of('kin')?.suppressed).toBe(false);
  expect(of('fair')).toMatchObject({ confidential: true, suppressed: true });
  expect(of('online')).toMatchObject({
    suppressed: true,
    quality_rule: 'one_less_the_others_is_confidential',
  });
  expect(rows.all.get(of('online')?.id ?? '')?.suppressed).toBe(true);
});

test('a wave that asks little gives what it can: no industry, origin, status or income, and no number in their place', () => {
  const thirty = <T>(value: (i: number) => T): T[] => Array.from({ length: 30 }, (_, i) => value(i));
  const source = sourceOf({
    sex: thirty((i) => (i % 2 ? 'male' : 'female')),
    age: thirty((i) => 20 + i),
    province: thirty(() => '44'),
    pension_insured: thirty((i) => (i % 3 ? 'yes' : 'no')),
    trait_contract: thirty((i) => (i % 4 ? 'type_2' : 'type_1')),
  });
  const rows = new Rows();
  const types = typologyOf(source, rows);
  expect(types?.bySex.get('female')?.n).toBe(15);
  expect(types?.byIndustry.size).toBe(0);
  const none = new Map();
  expect(types && typologyByGroupChart({ ...types, bySex: none, byAge: none })).toBeUndefined();
  expect(gapsOf(source, rows, ['hazardous_other', 'women_men']).map((gap) => gap.outcome)).toEqual([
    'pension_insured',
  ]);
  expect(portabilityOf(source, rows)).toBeUndefined();
  expect(headsOf(source, provinces)).toEqual([]);
  expect(costOfCover(source, assumptions).rows).toEqual([]);
  expect(obstaclesOf(source, rows).questions).toEqual([]);
});
