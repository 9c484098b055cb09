import type { Indicator, ManifestWave, Measure } from '@wavebook/schema';
import { domainCells, surveyDesign, surveyVariance } from '@wavebook/survey-stats';
import { numberColumn, type Table, table, textColumn } from '@wavebook/tables';
import { describe, expect, test } from 'vitest';
import { evaluateIndicators } from '../src/index.ts';
import { itemReliability } from '../src/item-reliability.ts';

const wave = {
  instrument: 'monitoring',
  wave: '2017',
  codebook: 'monitoring-2017',
  design: 'as_sampled',
  synthetic: true,
} as ManifestWave;

type Cells = readonly (string | number | null)[];

function tableOf(columns: Readonly<Record<string, Cells>>): Table {
  const rows = Object.values(columns)[0]?.length ?? 0;
  return table(
    rows,
    Object.entries(columns).map(([name, cells]) => [
      name,
      cells.some((cell) => typeof cell === 'number')
        ? numberColumn(Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))))
        : textColumn(cells as (string | null)[]),
    ]),
  );
}

/** The level of everybody, weighted, of one measure on a handful of rows. */
function estimate(measure: Measure, columns: Readonly<Record<string, Cells>>, members: Table = table(0, [])) {
  const records = tableOf(columns);
  const weight = columns.final_weight
    ? Float64Array.from(columns.final_weight, Number)
    : new Float64Array(records.rows).fill(1);
  const design = surveyDesign({ weight });
  const indicator = { id: 'figure', universe: [], measure, unit: 'index' } as unknown as Indicator;
  return evaluateIndicators({ wave, records, members, design, unweighted: design }, [indicator], () => [
    'all',
  ]).find((row) => row.variant === 'level' && row.weighting === 'weighted');
}

describe('a share of conditions', () => {
  const measure = {
    kind: 'condition_share',
    conditions: [
      { variable: 'stay_intention', in: ['yes'] },
      { variable: 'intended_stay', in: ['settle'] },
    ],
  } as const satisfies Measure;
  const asked = {
    stay_intention: ['yes', 'yes', 'no', 'undecided', 'yes', null],
    intended_stay: ['settle', '1-2', null, null, null, 'settle'],
    intended_stay_missing: [null, null, 'not_applicable', 'not_applicable', 'missing', null],
  };

  test('counts one that does not hold as no, and leaves out what cannot be told', () => {
    // yes and settle: 1; yes and 1-2 years, no, undecided: 0; two of whom one answer is not known are left out.
    expect(estimate(measure, asked)).toMatchObject({ estimate: 0.25, n: 4, statistic: 'proportion' });
  });

  test('is over those for whom one list of `among` holds', () => {
    const stayers = { ...measure, among: [[{ variable: 'stay_intention', in: ['yes'] }]] };
    expect(estimate(stayers, asked)).toMatchObject({ estimate: 0.5, n: 2 });
  });

  test('has no row where one of its questions was not asked', () => {
    expect(estimate(measure, { stay_intention: ['yes', 'no'] })).toBeUndefined();
    expect(
      estimate(measure, { ...asked, intended_stay: asked.stay_intention.map(() => null) }),
    ).toBeUndefined();
  });
});

describe('scores', () => {
  const points = { strongly_disagree: 1, disagree: 2, agree: 3, strongly_agree: 4 };
  const items = ['a', 'b'].map((variable) => ({ variable, scores: points }));
  const answers = { a: ['agree', 'disagree', 'agree'], b: ['strongly_agree', 'disagree', null] };

  test('are summed or averaged over complete batteries', () => {
    // Rows: 3 + 4 = 7, 2 + 2 = 4, incomplete.
    expect(estimate({ kind: 'score_mean', items, combine: 'sum' }, answers)).toMatchObject({
      estimate: 5.5,
      n: 2,
    });
    expect(estimate({ kind: 'score_mean', items, combine: 'mean' }, answers)).toMatchObject({
      estimate: 2.75,
      statistic: 'mean',
    });
    expect(estimate({ kind: 'score_above', items, combine: 'sum', above: 4 }, answers)).toMatchObject({
      estimate: 0.5,
      statistic: 'proportion',
    });
  });

  test('an answer without points is no answer', () => {
    expect(
      estimate(
        { kind: 'score_mean', items, combine: 'sum' },
        { a: ['agree', 'other'], b: ['agree', 'agree'] },
      ),
    ).toMatchObject({ estimate: 6, n: 1 });
  });
});

describe('a composite', () => {
  const parts = [
    {
      name: 'economic',
      label: { zh: '', en: '' },
      weight: 0.25,
      items: [
        { variable: 'income', rank: true as const },
        { variable: 'housing', scores: { own: 1, rent: 0 } },
      ],
    },
    {
      name: 'identity',
      label: { zh: '', en: '' },
      weight: 0.75,
      items: [{ variable: 'moves', above: 2 }],
    },
  ];
  const answers = {
    final_weight: [1, 2, 1, 4],
    income: [100, 300, 300, null],
    housing: ['own', 'rent', 'own', 'own'],
    moves: [3, 2, 5, 5],
  };

  test('adds weighted parts of ranks, points and thresholds', () => {
    // Ranks by weight: 100 stands at 0.5/4; the two of 300 at (1 + 3/2)/4. Rows: 0.25·(0.125 + 1)/2 + 0.75; 0.25·0.625/2; 0.25·(0.625 + 1)/2 + 0.75.
    const rows = [0.140625 + 0.75, 0.078125, 0.203125 + 0.75];
    const mean = ((rows[0] as number) + 2 * (rows[1] as number) + (rows[2] as number)) / 4;
    expect(estimate({ kind: 'composite', parts }, answers)?.estimate).toBeCloseTo(mean, 12);
    expect(estimate({ kind: 'composite_above', parts, above: 0.5 }, answers)).toMatchObject({
      estimate: 0.5,
      n: 3,
    });
  });
});

describe('a count over a battery', () => {
  const answers = {
    a: ['yes', 'no', null, null],
    b: ['yes', 'no', 'yes', 'no'],
    c: ['no', 'no', 'no', 'no'],
  };
  const battery = { variables: ['a', 'b', 'c'], codes: ['yes'] };

  test('needs all answers for a mean; one yes is enough for “any”', () => {
    expect(estimate({ kind: 'count_mean', ...battery }, answers)).toMatchObject({ estimate: 1, n: 2 });
    expect(estimate({ kind: 'count_above', ...battery, above: 0 }, answers)?.estimate).toBeCloseTo(2 / 3, 12);
    expect(estimate({ kind: 'count_above', ...battery, above: 1 }, answers)).toMatchObject({
      estimate: 0.5,
      n: 2,
    });
  });
});

describe('a share of households', () => {
  const members = tableOf({
    respondent_id: ['p', 'p', 'p', 'q', 'q', 'r', 's', 's'],
    relation: ['respondent', 'spouse', 'child', 'spouse', 'child', 'respondent', 'child', 'child'],
    residence: ['here', 'here', 'here', 'here', 'hukou_place', 'here', 'here', null],
  });
  const measure = {
    kind: 'household_share',
    members: [{ variable: 'relation', in: ['spouse', 'child'] }],
    conditions: [{ variable: 'residence', in: ['here'] }],
    quantifier: 'all',
  } as const satisfies Measure;
  const records = { respondent_id: ['p', 'q', 'r', 's'] };

  test('is over respondents with such a member, open where an answer would decide', () => {
    // p: all here; q: one at home; r: no spouse or child; s: one here, one not known.
    expect(estimate(measure, records, members)).toMatchObject({ estimate: 0.5, n: 2 });
    expect(estimate({ ...measure, quantifier: 'any' }, records, members)).toMatchObject({
      estimate: 1,
      n: 3,
    });
  });
});

describe('years between two dates', () => {
  const columns = {
    first_departure_year: [2007, 2016, 2018, null],
    first_departure_month: [5, null, 1, 3],
  };
  const from = { year: 'first_departure_year', month: 'first_departure_month' };

  test('run to the month of the interview (May 2017), by years where a month is lacking', () => {
    // 10 years; 2017 − 2016 = 1; after the interview: no answer; not known.
    const measure = { kind: 'years_between', from, to: 'interview' } as const;
    expect(estimate({ ...measure, statistic: 'mean' }, columns)).toMatchObject({
      estimate: 5.5,
      n: 2,
      statistic: 'mean',
    });
    expect(estimate({ ...measure, statistic: 'median' }, columns)).toMatchObject({
      estimate: 1,
      statistic: 'quantile',
    });
  });
});

describe('reliability', () => {
  const scores = { '1': 1, '2': 2, '3': 3, '4': 4 };
  const items = ['a', 'b', 'c'].map((variable) => ({ variable, scores }));

  test('is Cronbach’s alpha of complete answers', () => {
    const answers = {
      a: ['1', '2', '3', '4', '4'],
      b: ['1', '3', '3', '4', null],
      c: ['2', '2', '4', '4', '1'],
    };
    // Variances of the four complete rows (divisor n, which cancels): 1.25, 1.1875, 1; of the sums 4, 7, 10, 12: 9.1875.
    expect(estimate({ kind: 'reliability', items }, answers)?.estimate).toBeCloseTo(
      1.5 * (1 - 3.4375 / 9.1875),
      12,
    );
  });

  test('has the error of the jackknife, within a few per cent', () => {
    const rows = 300;
    const draw = (i: number, k: number): number =>
      Math.floor(4 * Math.abs(Math.sin(12.9898 * i + 78.233 * k)) ** 0.7);
    const trait = Float64Array.from({ length: rows }, (_, i) => draw(i, 0));
    const columns = [1, 2, 3].map((k) => trait.map((value, i) => value + draw(i, k) / 2));
    const design = surveyDesign({ weight: new Float64Array(rows).fill(1) });
    const alphaWithout = (dropped: number): number => {
      const kept = columns.map((column) => column.filter((_, i) => i !== dropped));
      const plain = surveyDesign({ weight: new Float64Array((kept[0] as Float64Array).length).fill(1) });
      const variance = (y: Float64Array): number => surveyVariance(plain, y)[0]?.estimate as number;
      const sum = (kept[0] as Float64Array).map((_, i) =>
        kept.reduce((s, column) => s + (column[i] as number), 0),
      );
      return 1.5 * (1 - kept.reduce((s, column) => s + variance(column), 0) / variance(sum));
    };
    const left = Array.from({ length: rows }, (_, i) => alphaWithout(i));
    const centre = left.reduce((s, x) => s + x, 0) / rows;
    const jackknife = Math.sqrt(((rows - 1) / rows) * left.reduce((s, x) => s + (x - centre) ** 2, 0));
    const [alpha] = itemReliability(design, columns, domainCells(design, new Int32Array(rows), 1));
    expect(alpha?.estimate).toBeCloseTo(alphaWithout(-1), 10);
    expect((alpha?.se as number) / jackknife).toBeGreaterThan(0.95);
    expect((alpha?.se as number) / jackknife).toBeLessThan(1.05);
  });
});
