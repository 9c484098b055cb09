import {
  DataQuality,
  healthEducationItems,
  respondentVariables,
  reversedIntegrationItems,
} from '@wavebook/schema';
import { numberColumn, type Table, table, textColumn } from '@wavebook/tables';
import { describe, expect, test } from 'vitest';
import { binomialLimits } from '../../src/quality/binomial-limits.ts';
import { clusterFunnel } from '../../src/quality/cluster-funnel.ts';
import { describeQuality } from '../../src/quality/describe-quality.ts';
import { heapingIndices } from '../../src/quality/heaping.ts';
import { publishedComparisons } from '../../src/quality/published-comparisons.ts';
import { seriesOf } from '../../src/quality/series.ts';
import { straightLines, straightLiningShares } from '../../src/quality/straight-lining.ts';
import { cleanMade, madeWave } from '../made-wave.ts';

const unit = respondentVariables;

const describeWave = (wave: '2014' | '2017'): DataQuality => {
  const made = madeWave(wave);
  return describeQuality('monitoring', wave, cleanMade(made, made.defective), {
    synthetic: true,
    codebook: made.codebook,
    columns: [...made.defective.columns.keys()],
    fileName: 'a.csv',
    corrections: 0,
    published: [],
    indicators: [],
  }).quality;
};

describe('quality.json', () => {
  const quality = describeWave('2017');

  test('is what its schema says, and counts every record and issue once', () => {
    DataQuality.parse(quality);
    const made = madeWave('2017');
    const removed = quality.removed.reduce((sum, { count }) => sum + count, 0);
    expect(quality.rows_in).toBe(made.defective.rows);
    expect(quality.rows_out + removed).toBe(quality.rows_in);
    expect(quality.rules.reduce((sum, { count }) => sum + count, 0)).toBe(
      made.injected.filter(({ code }) => code !== '').length,
    );
    expect(new Set(quality.rules.map(({ rule }) => rule)).size).toBe(quality.rules.length);
  });

  test('empty cells by reason and answers make up all records', () => {
    for (const { variable, n } of quality.categories) {
      const empty = quality.missing.filter((m) => m.variable === variable);
      expect(
        empty.reduce((sum, { count }) => sum + count, n),
        variable,
      ).toBe(quality.rows_out);
    }
  });

  test('shares of a variable’s categories make one', () => {
    for (const variable of new Set(quality.categories.map((c) => c.variable))) {
      const shares = quality.categories.filter((c) => c.variable === variable).map((c) => c.share);
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }
  });

  test('names no respondent and holds no raw value', () => {
    const text = JSON.stringify(quality);
    const ids = madeWave('2017').injected.map(({ row }) => row);
    expect(ids.length).toBeGreaterThan(0);
    expect(text).not.toMatch(/\d{12,}(?!\d*[.e])"/);
    expect(text).not.toContain('不存在市');
  });

  test('the series of two waves marks the changed list of status in employment, and nothing of age', () => {
    const rows = seriesOf([quality, describeWave('2014')]);
    const breaks = (variable: string): Set<string> =>
      new Set(rows.filter((r) => r.variable === variable && r.wave === '2017').map((r) => r.break));
    expect(breaks('employment_status')).toEqual(new Set(['question']));
    expect(breaks('sex')).toEqual(new Set(['']));
    expect(breaks('hukou_type').has('codes')).toBe(true);
    expect(rows.filter((r) => r.wave === '2014').every((r) => r.previous_wave === null)).toBe(true);
  });

  test('an answer that a wave could not have is not offered there, and new where it comes', () => {
    const rows = seriesOf([quality, describeWave('2014')]);
    const of = (variable: string, category: string): unknown[] =>
      rows
        .filter((r) => r.variable === variable && r.category === category)
        .map((r) => [r.wave, r.offered, r.change === null, r.break]);
    // 2014 surveyed the ages 15 to 59
    expect(of('age_group', '60+')).toEqual([
      ['2014', false, true, ''],
      ['2017', true, true, 'codes'],
    ]);
    expect(of('five_year_age', '55-59')).toEqual([
      ['2014', true, true, ''],
      ['2017', true, false, ''],
    ]);
    expect(of('hukou_type', 'resident').map((row) => (row as unknown[])[1])).toEqual([false, true]);
    expect(rows.every((r) => r.offered || r.share === 0)).toBe(true);
  });
});

test('heaping, by hand: 6 of 8 full hundreds are full thousands, where one in ten would be', () => {
  const incomes = [1000, 2000, 3000, 3000, 5000, 4000, 2500, 1200, 1234, 0, Number.NaN];
  const records = table(incomes.length, [['monthly_income', numberColumn(Float64Array.from(incomes))]]);
  expect(heapingIndices(records)).toEqual([
    {
      variable: 'monthly_income',
      province: null,
      unit: 100,
      step: 1000,
      n: 8,
      share: 0.75,
      expected: 0.1,
      index: 7.5,
    },
  ]);
});

test('a province has its own row from 500 answers on', () => {
  const rows = 1100;
  const records = table(rows, [
    ['weekly_hours', numberColumn(Float64Array.from({ length: rows }, (_, i) => (i < 500 ? 40 : 41)))],
    [
      'province',
      textColumn(Array.from({ length: rows }, (_, i) => (i < 500 ? '44' : i < 999 ? '31' : '11'))),
    ],
  ]);
  expect(heapingIndices(records).map(({ province, n, share }) => [province, n, share])).toEqual([
    [null, 1100, 500 / 1100],
    ['44', 500, 1],
  ]);
});

test('a straight line is the same answer to every item of a battery, the reversed ones included', () => {
  const items = ['likes_city', 'feels_accepted', 'feels_local', 'feels_looked_down_on'].map(
    (name) => `integration_${name}`,
  );
  expect(items.some((name) => reversedIntegrationItems.includes(name))).toBe(true);
  const answers = [
    ['agree', 'agree', 'agree', 'agree'],
    ['agree', 'agree', 'agree', 'disagree'],
    ['agree', null, 'agree', 'agree'],
  ];
  const records: Table = table(
    3,
    items.map((name, i) => [name, textColumn(answers.map((row) => row[i] ?? null))]),
  );
  expect(straightLiningShares(records, straightLines(records, unit))).toEqual([
    { battery: 'integration', items: 4, province: null, n: 2, count: 1, share: 0.5 },
  ]);
  const yesNo = table(
    1,
    healthEducationItems.map((name) => [name, textColumn(['no'])] as const),
  );
  expect(straightLines(yesNo, unit)).toEqual([]);
});

describe('the funnel of clusters', () => {
  test('limits are those of the binomial distribution: R qbinom(c(0.001, 0.999), n, p)', () => {
    // Rscript -e 'qbinom(c(.001, .999), 20, .3)' and so on
    expect(binomialLimits(20, 0.3)).toEqual({ fewest: 1, most: 13 });
    expect(binomialLimits(20, 0.05)).toEqual({ fewest: 0, most: 5 });
    expect(binomialLimits(60, 0.002)).toEqual({ fewest: 0, most: 2 });
    expect(binomialLimits(100, 0.05)).toEqual({ fewest: 0, most: 13 });
    expect(binomialLimits(20, 0)).toEqual({ fewest: 0, most: 0 });
    expect(binomialLimits(20, 1)).toEqual({ fewest: 20, most: 20 });
  });

  test('limits of large clusters stand at up to sixty sizes from one person to the largest', () => {
    const records = table(3000, [['psu', textColumn(Array.from({ length: 3000 }, () => 'county'))]]);
    const has = (row: number): boolean => row % 10 === 0;
    const found = clusterFunnel(records, { measure: 'straight_lining', among: () => true, has });
    const sizes = found?.funnel.limits.map(({ n }) => n) ?? [];
    expect([sizes.length, sizes[0], sizes[1], sizes.at(-1)]).toEqual([60, 1, 2, 3000]);
    expect(sizes.every((size, i) => i === 0 || size > (sizes[i - 1] as number))).toBe(true);
  });

  test('one interviewer who copied ten of twenty interviews stands out', () => {
    const clusters = Array.from({ length: 400 }, (_, row) => `point ${Math.floor(row / 20)}`);
    const records = table(400, [['psu', textColumn(clusters)]]);
    const found = clusterFunnel(records, {
      measure: 'near_duplicates',
      among: () => true,
      has: (row) => row < 10,
    });
    expect(found?.funnel).toMatchObject({
      measure: 'near_duplicates',
      by: 'psu',
      clusters: 20,
      share: 0.025,
      above: 1,
      below: 0,
    });
    const limits = found?.funnel.limits ?? [];
    expect(limits.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(limits.at(-1)).toEqual({ n: 20, lower: 0, upper: binomialLimits(20, 0.025).most / 20 });
    expect(found?.rows.find((row) => row.beyond === 'above')).toMatchObject({
      cluster: 'point 0',
      count: 10,
    });
  });
});

test('a printed figure is set beside the unweighted one of its wave, a limit as a limit', () => {
  const records = table(4, [
    ['sex', textColumn(['female', 'male', 'female', null])],
    ['sex_missing', textColumn([null, null, null, 'missing'])],
  ]);
  const indicator = {
    id: 'women',
    universe: [],
    measure: { kind: 'share', variable: 'sex', codes: ['female'] },
  } as never;
  const printed = { id: 'p', indicator: 'women', category: '', value: 0.7, tolerance: 0.01, year: '2017' };
  const more = { domain: 'all', printed: 'printed', weighted: 'no' };
  const compare = (relation: string, year = '2017') =>
    publishedComparisons('2017', records, [{ ...printed, ...more, relation, year } as never], [indicator]);
  expect(compare('equal')).toEqual([
    {
      published: 'p',
      indicator: 'women',
      category: null,
      printed: 0.7,
      weighted: 'no',
      n: 3,
      value: 2 / 3,
      difference: 2 / 3 - 0.7,
      within: false,
    },
  ]);
  expect(compare('under')[0]?.within).toBe(true);
  expect(compare('equal', '2016')).toEqual([]);
});
