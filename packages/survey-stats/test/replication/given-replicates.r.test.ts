import { afterAll, describe, expect, it } from 'vitest';
import {
  domainCells,
  type GivenReplicates,
  givenReplicates,
  surveyDesign,
  surveyMean,
  surveyQuantile,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('replicates');
const data = r.apiclus1;
const design = surveyDesign({ weight: data.pw });
const domains = domainCells(design, codesOf(data.stype, ['E']), 1);
const weights = r.ready as number[][];
const [y, size, students] = [numbers(data.api00), numbers(data.enroll), numbers(data['api.stu'])];
afterAll(reportWorst);

const scaled: Record<string, Partial<GivenReplicates>> = {
  bootstrap: { type: 'bootstrap' },
  bootstrap_mse: { type: 'bootstrap', mse: true },
  JK1: { type: 'JK1', scale: 0.93 },
  JKn: { type: 'JKn', scale: 1, rscales: r.rscales },
  BRR: { type: 'BRR' },
  Fay: { type: 'Fay', fayRho: 0.4 },
  ACS: { type: 'ACS' },
  'successive-difference': { type: 'successive-difference' },
  JK2: { type: 'JK2' },
  other: { type: 'other', scale: 0.31, rscales: r.rscales },
};

describe.each(Object.keys(scaled))('%s', (name) => {
  const more = scaled[name] as GivenReplicates;
  const replicates = givenReplicates(design, { ...more, weights, combined: true });
  const want = r.given[name];
  it('has the SEs of R', () => {
    const pairs = [
      [surveyMean(design, y, { replicates }), want.mean],
      [surveyTotal(design, size, { replicates }), want.total],
      [surveyRatio(design, students, size, { replicates }), want.ratio],
      [surveyMean(design, y, { replicates, domains }), want.domain_mean],
      [surveyTotal(design, size, { replicates, domains }), want.domain_total],
    ] as const;
    for (const [actual, expected] of pairs) {
      expectClose(actual[0]!.estimate, expected.estimate, CLOSED_FORM, 'given');
      expectClose(actual[0]!.se, expected.se, CLOSED_FORM, 'given');
    }
  });
  it('has the df of R: the rank less 1', () => {
    const mean = surveyMean(design, y, { replicates })[0]!;
    expect([mean.df, mean.dfRule]).toEqual([want.df, 'replicate_rank_minus_one']);
    expect(surveyMean(design, y, { replicates, domains })[0]!.df).toBe(want.domain_df);
  });
  it('is the same from factors', () => {
    const factors = weights.map((column) => column.map((w, row) => w / data.pw[row]));
    const same = givenReplicates(design, { ...more, weights: factors, combined: false });
    expectClose(
      surveyMean(design, y, { replicates: same })[0]!.se,
      surveyMean(design, y, { replicates })[0]!.se,
      CLOSED_FORM,
      'factors',
    );
  });
});

it('takes the df that its documentation gives', () => {
  const replicates = givenReplicates(design, { type: 'bootstrap', weights, combined: true, df: 9 });
  const [mean] = surveyMean(design, y, { replicates, domains });
  expect([mean!.df, mean!.dfRule]).toEqual([9, 'given']);
});

describe.each(['math', 'school'] as const)('quantiles by rule %s', (rule) => {
  const replicates = givenReplicates(design, { type: 'bootstrap', weights, combined: true });
  it.each([
    ['all', {}],
    ['domain', { domains }],
  ] as const)('%s', (name, options) => {
    const want = r.quantiles[rule][name];
    [0.25, 0.5, 0.9].forEach((probability, i) => {
      const found = surveyQuantile(design, y, probability, { replicates, rule, ...options })[0]!;
      expectClose(found.estimate, want.estimate[i], CLOSED_FORM, 'quantile');
      expectClose(found.se, want.se[i], CLOSED_FORM, 'quantile se');
      expectClose(found.ciLow, want.low[i], CLOSED_FORM, 'quantile limits');
      expectClose(found.ciHigh, want.high[i], CLOSED_FORM, 'quantile limits');
    });
  });
});
