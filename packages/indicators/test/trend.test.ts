import type { Indicator, ManifestWave } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { surveyDesign } from '@wavebook/survey-stats';
import { numberColumn, type Table, table, textColumn } from '@wavebook/tables';
import { describe, expect, test } from 'vitest';
import { compareGroups, type GroupContrast } from '../src/compare-groups.ts';
import { compareWaves } from '../src/compare-waves.ts';
import type { Comparison } from '../src/comparison.ts';
import { evaluateIndicators } from '../src/index.ts';

const waveOf = (wave: string, questions: Record<string, string> = {}): ManifestWave => ({
  instrument: 'monitoring',
  wave,
  synthetic: true,
  codebook: `monitoring-${wave}`,
  title: { zh: '合成', en: 'Synthetic' },
  design: 'as_sampled',
  rows_in: 0,
  rows_out: 0,
  issues: {},
  unmapped: [],
  not_asked: [],
  recalled: [],
  questions,
  controls: null,
});

interface Person {
  readonly id: string;
  readonly age: number;
  readonly weight: number;
  readonly income: number;
  readonly insured: string;
  readonly province: string;
  readonly psu: string;
  readonly children: readonly string[];
}

const people = (count: number, share = 0.6): Person[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    age: 16 + ((i * 7) % 43),
    weight: 1 + (i % 11),
    income: 2000 + ((i * 37) % 60) * 50,
    insured: (i * 13) % 100 < share * 100 ? 'yes' : 'no',
    province: i % 2 === 0 ? '11' : '31',
    psu: `${i % 2}-${Math.floor(i / 20)}`,
    children: i % 3 === 0 ? ['here', i % 2 === 0 ? 'hukou_place' : 'here'] : [],
  }));

const elders: Person[] = Array.from({ length: 60 }, (_, i) => ({
  id: `e${i}`,
  age: 60 + (i % 25),
  weight: 3,
  income: 900,
  insured: i % 4 === 0 ? 'yes' : 'no',
  province: i % 2 === 0 ? '11' : '31',
  psu: `${i % 2}-${i % 10}`,
  children: ['hukou_place'],
}));

const weighted = (all: readonly Person[], wave = waveOf('2017')) => {
  const text = (get: (p: Person) => string) => textColumn(all.map(get));
  const number = (get: (p: Person) => number) => numberColumn(Float64Array.from(all, get));
  const records: Table = table(all.length, [
    ['respondent_id', text((p) => p.id)],
    ['province', text((p) => p.province)],
    ['age', number((p) => p.age)],
    ['employed', text(() => 'yes')],
    ['monthly_income', number((p) => p.income)],
    ['medical_insured', text((p) => p.insured)],
    ['final_weight', number((p) => p.weight)],
  ]);
  const children = all.flatMap((p) => p.children.map((residence) => ({ p, residence })));
  const members = table(children.length, [
    ['respondent_id', textColumn(children.map(({ p }) => p.id))],
    ['relation', textColumn(children.map(() => 'child'))],
    ['age', numberColumn(Float64Array.from(children, () => 8))],
    ['residence', textColumn(children.map(({ residence }) => residence))],
    ['household_weight', numberColumn(Float64Array.from(children, ({ p }) => p.weight / 2))],
  ]);
  const strata = all.map((p) => p.province);
  const psu = all.map((p) => p.psu);
  return {
    wave,
    records,
    members,
    design: surveyDesign({ weight: all.map((p) => p.weight), strata, psu }),
    unweighted: surveyDesign({ weight: all.map(() => 1), strata, psu }),
  };
};

const chosen = ['medical_insured', 'monthly_income_mean', 'monthly_income_median', 'left_behind_children'];
const indicators: Indicator[] = Object.values(indicatorsByTopic)
  .flat()
  .filter(({ id }) => chosen.includes(id));
const evaluate = (all: readonly Person[], wave?: ManifestWave) =>
  evaluateIndicators(weighted(all, wave), indicators, () => ['all', 'province']);

describe('the trend variant', () => {
  test('adding people aged 60 and over changes no trend, and does change levels', () => {
    const without = evaluate(people(400));
    const withElders = evaluate([...people(400), ...elders]);
    const trend = (rows: typeof without) => rows.filter((r) => r.variant === 'trend');
    expect(trend(without).length).toBe(chosen.length * 3 * 2);
    expect(trend(withElders)).toEqual(trend(without));
    const level = (rows: typeof without, id: string) =>
      rows.find((r) => r.variant === 'level' && r.indicator === id && r.domain === 'all')?.estimate;
    for (const id of chosen.filter((c) => c !== 'monthly_income_median'))
      expect(level(withElders, id), id).not.toBe(level(without, id));
  });

  test('a share of members is the household-weighted share, each member counted once', () => {
    const all = people(400);
    let left = 0;
    let total = 0;
    let n = 0;
    for (const p of all)
      for (const residence of p.children) {
        total += p.weight / 2;
        n += 1;
        if (residence === 'hukou_place') left += p.weight / 2;
      }
    const row = evaluate(all).find(
      (r) => r.indicator === 'left_behind_children' && r.variant === 'level' && r.domain === 'all',
    );
    expect(row?.estimate).toBeCloseTo(left / total, 11);
    expect(row?.n).toBe(n);
    expect(row?.n_weighted).toBeCloseTo(total, 8);
    expect(row?.statistic).toBe('proportion');
    expect(row?.se).toBeGreaterThan(0);
  });
});

describe('compareWaves', () => {
  const estimates = [
    ...evaluate(people(400, 0.5), waveOf('2014')),
    ...evaluate(people(400, 0.7), waveOf('2017')),
  ];

  test('the change is the difference on the trend variant with V1 + V2', () => {
    const [change] = compareWaves(
      estimates,
      indicators.filter((i) => i.id === 'medical_insured'),
      [waveOf('2017'), waveOf('2014')],
    );
    const rows = ['2014', '2017'].map((wave) =>
      estimates.find(
        (r) =>
          r.wave === wave &&
          r.indicator === 'medical_insured' &&
          r.variant === 'trend' &&
          r.domain === 'all' &&
          r.weighting === 'weighted',
      ),
    );
    expect(change?.difference).toBeCloseTo((rows[1]?.estimate ?? 0) - (rows[0]?.estimate ?? 0), 10);
    expect(change?.se).toBeCloseTo(Math.hypot(rows[0]?.se ?? 0, rows[1]?.se ?? 0), 10);
    expect(change).toMatchObject({ from: '2014', to: '2017', domain: 'wave' });
    expect(change?.p_value).toBeLessThan(0.001);
  });

  test('nothing is compared across a changed question', () => {
    const asked = waveOf('2014', { medical_insured: 'at_destination' });
    const ids = compareWaves(estimates, indicators, [asked, waveOf('2017')]).map((c) => c.indicator);
    expect(ids).not.toContain('medical_insured');
    expect(ids).toContain('monthly_income_mean');
  });

  test('a change without error, 0 in both waves, is not compared: there is nothing to test', () => {
    const never = estimates.map((r) =>
      r.indicator === 'medical_insured' ? { ...r, estimate: 0, se: 0, ci_low: null, ci_high: null } : r,
    );
    const ids = compareWaves(never, indicators, [waveOf('2014'), waveOf('2017')]).map((c) => c.indicator);
    expect(ids).not.toContain('medical_insured');
    expect(ids).toContain('monthly_income_mean');
  });
});

describe('compareGroups', () => {
  const compared = (all: readonly Person[], contrasts: readonly GroupContrast[]) => {
    const source = weighted(all);
    const found: Comparison[] = [];
    evaluateIndicators(
      source,
      indicators,
      () => ['all', 'province'],
      (universe) => {
        found.push(...compareGroups(source, universe, contrasts));
      },
    );
    return found;
  };
  const planned = { indicator: 'medical_insured', domain: 'province', from: '11', to: '31' };
  /** Six of ten insured in one province, nine of ten in the other. */
  const apart = people(400).map((p, i) => ({
    ...p,
    insured: i % 2 === 0 ? (i % 10 < 6 ? 'yes' : 'no') : i % 10 === 1 ? 'no' : 'yes',
  }));

  test('a planned contrast is the difference of the two levels, tested on the design', () => {
    const [found] = compared(apart, [planned]);
    const rows = evaluate(apart).filter(
      (r) =>
        r.indicator === 'medical_insured' &&
        r.variant === 'level' &&
        r.domain === 'province' &&
        r.weighting === 'weighted',
    );
    const of = (level: string) => rows.find((r) => r.level === level);
    expect(found?.difference).toBeCloseTo((of('31')?.estimate ?? 0) - (of('11')?.estimate ?? 0), 10);
    // Provinces are strata: no covariance.
    expect(found?.se).toBeCloseTo(Math.hypot(of('11')?.se ?? 0, of('31')?.se ?? 0), 10);
    expect(found?.p_value).toBeLessThan(0.001);
  });

  test('extremes are the lowest and the highest, their p-value times the pairs that there were', () => {
    const [found] = compared(apart, [{ indicator: 'medical_insured', domain: 'province', extremes: true }]);
    const [pair] = compared(apart, [planned]);
    expect(found).toMatchObject({ from: '11', to: '31', p_value: pair?.p_value });
  });

  test('a group that the wave lacks gives no row, a measure without a mean is refused', () => {
    expect(compared(apart, [{ ...planned, to: '44' }])).toEqual([]);
    expect(() => compared(apart, [{ ...planned, indicator: 'monthly_income_median' }])).toThrow(
      'is a quantile',
    );
  });
});
