import { afterAll, describe, expect, it } from 'vitest';
import {
  calibrate,
  domainCells,
  poststratify,
  rake,
  restoreCalibration,
  type SurveyDesign,
  standardise,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
import {
  CALIBRATED_SE,
  CALIBRATED_WEIGHT,
  codesOf,
  expectClose,
  type Golden,
  golden,
  numbers,
  reportWorst,
  SPANNED,
} from '../golden.ts';

const r: Golden = golden('calibration');
afterAll(reportWorst);

const strat = surveyDesign({ weight: r.apistrat.pw, strata: r.apistrat.stype, fpc: r.apistrat.fpc });
const clus1 = surveyDesign({ weight: r.apiclus1.pw, psu: r.apiclus1.dnum, fpc: r.apiclus1.fpc });
const clus2 = surveyDesign({
  weight: r.apiclus2.pw,
  psu: [r.apiclus2.dnum, r.apiclus2.snum],
  fpc: [r.apiclus2.fpc1, r.apiclus2.fpc2],
});

function is(column: readonly string[], value: string): Float64Array {
  return Float64Array.from(column, (v) => (v === value ? 1 : 0));
}

function columns(data: Golden): Float64Array[] {
  return [
    new Float64Array(data.pw.length).fill(1),
    is(data.stype, 'H'),
    is(data.stype, 'M'),
    numbers(data.api99),
  ];
}

const totals = [6194, 755, 1018, 3914069];

function margins(data: Golden) {
  return [
    {
      name: 'stype',
      codes: codesOf(data.stype, ['E', 'H', 'M']),
      levels: ['E', 'H', 'M'],
      totals: [4421, 755, 1018],
    },
    {
      name: 'awards',
      codes: codesOf(data.awards, ['No', 'Yes']),
      levels: ['No', 'Yes'],
      totals: [2027, 4167],
    },
  ];
}

function expectSame(design: SurveyDesign, data: Golden, name: string): void {
  const want = r.results[name];
  want.weight.forEach((weight: number, row: number) => {
    expectClose(design.weight[row]!, weight, CALIBRATED_WEIGHT, 'weight');
  });
  const domains = domainCells(design, codesOf(data.stype, ['E']), 1);
  const yes = is(data.awards, 'Yes');
  const pairs = [
    [surveyMean(design, numbers(data.api00)), want.mean],
    [surveyTotal(design, numbers(data.enroll)), want.total],
    [surveyRatio(design, numbers(data['api.stu']), numbers(data.enroll)), want.ratio],
    [surveyMean(design, numbers(data.api00), { domains }), want.domain_mean],
    [surveyTotal(design, numbers(data.enroll), { domains }), want.domain_total],
    [surveyProportion(design, yes, { domains }), want.domain_proportion],
  ] as const;
  for (const [actual, expected] of pairs) {
    expectClose(actual[0]!.estimate, expected.estimate, CALIBRATED_WEIGHT, 'calibrated estimate');
    expectClose(actual[0]!.se, expected.se, CALIBRATED_SE, 'calibrated se');
  }
  const beta = surveyProportion(design, yes, { domains, ciMethod: 'beta' })[0]!;
  expect(beta.df).toBe(want.domain_df);
  expectClose(beta.ciLow, want.domain_beta[0], CALIBRATED_SE, 'calibrated beta limits');
  expectClose(beta.ciHigh, want.domain_beta[1], CALIBRATED_SE, 'calibrated beta limits');
}

describe('calibrate', () => {
  it.each([
    ['linear', { kind: 'linear' }],
    ['linear_bounded', { kind: 'linear', bounds: [0.5, 1.6] }],
    ['raking', { kind: 'raking' }],
    ['logit', { kind: 'logit', bounds: [0.5, 1.6] }],
    ['raking_bounded', { kind: 'raking', bounds: [0.5, 1.6] }],
    ['sinh', { kind: 'sinh', bounds: [0.1, 10] }],
    ['sinh_bounded', { kind: 'sinh', bounds: [0.5, 1.6] }],
    ['variance_linear', { kind: 'linear', q: numbers(r.apiclus1.api99).map((v) => v / 400) }],
  ] as const)('%s', (name, how) => {
    expectSame(calibrate(clus1, { x: columns(r.apiclus1), totals, ...how }), r.apiclus1, name);
  });

  it.each([
    ['weight_linear', { kind: 'linear', bounds: [14, 56] }],
    ['weight_raking', { kind: 'raking', bounds: [14, 56] }],
    ['weight_logit', { kind: 'logit', bounds: [12, 62] }],
  ] as const)('bounds on the weight: %s', (name, how) => {
    const made = calibrate(strat, {
      x: columns(r.apistrat),
      totals: [6194, 800, 1050, 4050000],
      boundsOn: 'weight',
      ...how,
    });
    expectSame(made, r.apistrat, name);
  });

  it.each([
    ['aggregate_linear', { kind: 'linear' }],
    ['aggregate_variance', { kind: 'linear', q: numbers(r.apiclus2.api99).map((v) => v / 400) }],
    ['aggregate_raking', { kind: 'raking' }],
    ['aggregate_logit', { kind: 'logit', bounds: [0.2, 4] }],
  ] as const)('constant within clusters: %s', (name, how) => {
    const ones = new Float64Array(clus2.rows).fill(1);
    const made = calibrate(clus2, {
      x: [ones, is(r.apiclus2.stype, 'H'), is(r.apiclus2.stype, 'M'), is(r.apiclus2.awards, 'Yes')],
      totals: [6194, 755, 1018, 4167],
      constantWithin: r.apiclus2.dnum,
      ...how,
    });
    expectSame(made, r.apiclus2, name);
  });

  it.each(['linear', 'raking'] as const)('by partition: %s', (kind) => {
    const made = calibrate(clus1, {
      x: [new Float64Array(clus1.rows).fill(1), numbers(r.apiclus1.api99)],
      totals: [
        [2027, 1250000],
        [4167, 2664069],
      ],
      partition: { codes: codesOf(r.apiclus1.awards, ['No', 'Yes']), levels: ['No', 'Yes'] },
      kind,
    });
    expectSame(made, r.apiclus1, `parts_${kind}`);
  });

  it('q in the residuals of raking, by hand in R', () => {
    const q = numbers(r.apiclus1.api99).map((v) => v / 400);
    const made = calibrate(clus1, { x: columns(r.apiclus1), totals, kind: 'raking', q });
    const want = r.variance_raking;
    want.weight.forEach((weight: number, row: number) => {
      expectClose(made.weight[row]!, weight, CALIBRATED_WEIGHT, 'weight');
    });
    const mean = surveyMean(made, numbers(r.apiclus1.api00))[0]!;
    expectClose(mean.estimate, want.mean, CALIBRATED_WEIGHT, 'calibrated estimate');
    expectClose(mean.se, want.mean_se, CALIBRATED_SE, 'calibrated se');
    expectClose(
      surveyTotal(made, numbers(r.apiclus1.enroll))[0]!.se,
      want.total_se,
      CALIBRATED_SE,
      'calibrated se',
    );
  });

  it('stored weights and q give the same errors', () => {
    const q = numbers(r.apiclus1.api99).map((v) => v / 400);
    const x = columns(r.apiclus1);
    const { weight } = calibrate(clus1, { x, totals, kind: 'linear', q });
    expectSame(restoreCalibration(clus1, { x, weight, q }), r.apiclus1, 'variance_linear');
  });

  it('composes', () => {
    const first = calibrate(clus1, {
      x: columns(r.apiclus1).slice(0, 3),
      totals: totals.slice(0, 3),
      kind: 'linear',
    });
    const ones = new Float64Array(first.rows).fill(1);
    const second = calibrate(first, {
      x: [ones, is(r.apiclus1.awards, 'Yes')],
      totals: [6194, 4167],
      kind: 'raking',
    });
    expectSame(second, r.apiclus1, 'twice');
  });

  it('leaves no error in what it spans', () => {
    const made = calibrate(clus1, { x: columns(r.apiclus1), totals, kind: 'linear' });
    const spanned = surveyTotal(made, numbers(r.apiclus1.api99))[0]!;
    expect(spanned.se / spanned.estimate).toBeLessThan(SPANNED);
  });
});

describe('rake', () => {
  it.each([
    ['margins_clus1', clus1, r.apiclus1, 'raking'],
    ['margins_strat', strat, r.apistrat, 'raking'],
    ['margins_clus2', clus2, r.apiclus2, 'raking'],
    ['margins_linear', clus2, r.apiclus2, 'linear'],
  ] as const)('%s', (name, design, data, method) => {
    expectSame(rake(design, margins(data), { method }).design, data, name);
  });
});

it('poststratify', () => {
  const { design } = poststratify(clus1, margins(r.apiclus1)[0]!);
  expectSame(design, r.apiclus1, 'poststratified');
});

it('poststratify, partial', () => {
  const [stype] = margins(r.apiclus1);
  const { design } = poststratify(
    clus1,
    { ...stype!, levels: ['E', 'H', 'M', 'X'], totals: [4421, 755, 1018, 9] },
    { partial: true },
  );
  expectSame(design, r.apiclus1, 'partial');
});

it.each([
  ['standardised', strat, r.apistrat, true],
  ['standardised_whole', clus2, r.apiclus2, false],
] as const)('standardise: %s', (name, design, data, grouped) => {
  const [stype, awards] = margins(data);
  const made = standardise(design, {
    by: { ...stype!, population: [5, 2, 3] },
    ...(grouped ? { over: awards! } : {}),
  }).design;
  const want = r.results[name];
  want.weight.forEach((weight: number, row: number) => {
    expectClose(made.weight[row]!, weight, CALIBRATED_WEIGHT, 'weight');
  });
  const mean = surveyMean(made, numbers(data.api00))[0]!;
  expectClose(mean.estimate, want.mean.estimate, CALIBRATED_WEIGHT, 'standardised mean');
  expectClose(mean.se, want.mean.se, CALIBRATED_SE, 'standardised se');
  const total = surveyTotal(made, numbers(data.enroll))[0]!;
  expectClose(total.se, want.total.se, CALIBRATED_SE, 'standardised se');
});

it('quantiles with weights below 0', () => {
  const x = [columns(r.apiclus1)[0]!, numbers(r.apiclus1.api99)];
  const design = calibrate(clus1, { x, totals: [6194, 4_700_000], kind: 'linear' });
  for (const rule of ['math', 'school'] as const) {
    r.negative.probabilities.forEach((p: number, i: number) => {
      const found = surveyQuantile(design, numbers(r.apiclus1.enroll), p, { rule })[0]!;
      const want = r.negative[rule];
      expect(found.estimate).toBe(want.value[i]);
      expect([found.ciLow, found.ciHigh]).toEqual([...numbers([want.low[i], want.high[i]])]);
    });
  }
});
