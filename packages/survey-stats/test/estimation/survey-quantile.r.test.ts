import { afterAll, describe, expect, it, test } from 'vitest';
import {
  domainCells,
  type IntervalMethod,
  surveyDesign,
  surveyProportion,
  surveyQuantile,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('quantiles');
afterAll(reportWorst);

const designs = {
  strat: {
    data: r.apistrat,
    design: surveyDesign({ weight: r.weight.apistrat, strata: r.apistrat.stype, fpc: r.apistrat.fpc }),
  },
  clus2: {
    data: r.apiclus2,
    design: surveyDesign({
      weight: r.weight.apiclus2,
      psu: [r.apiclus2.dnum, r.apiclus2.snum],
      fpc: [r.apiclus2.fpc1, r.apiclus2.fpc2],
    }),
  },
};

describe.each(['strat', 'clus2'] as const)('%s', (name) => {
  const { data, design } = designs[name];
  const cells = domainCells(design, codesOf(data.stype, ['E', 'H']), 2);
  const cases = (['api00', 'enroll'] as const).flatMap((variable) => [
    { variable, domain: 'all', options: {}, index: 0 },
    { variable, domain: 'E', options: { domains: cells }, index: 0 },
    { variable, domain: 'H', options: { domains: cells }, index: 1 },
  ]);

  it.each(cases)('$variable, $domain', ({ variable, domain, options, index }) => {
    const want = r[name][variable][domain];
    r.probabilities.forEach((p: number, i: number) => {
      for (const ciMethod of ['mean', 'xlogit', 'asin', 'beta'] as IntervalMethod[]) {
        const quantile = surveyQuantile(design, numbers(data[variable]), p, { ...options, ciMethod })[index]!;
        const expected = want[ciMethod];
        expect(quantile.estimate).toBe(expected.value[i]);
        expect(quantile.df).toBe(want.df);
        expectClose(quantile.ciLow, expected.low[i], CLOSED_FORM, `${ciMethod} limits`);
        expectClose(quantile.ciHigh, expected.high[i], CLOSED_FORM, `${ciMethod} limits`);
        expectClose(quantile.se, expected.se[i], CLOSED_FORM, `${ciMethod} se`);
      }
      const school = surveyQuantile(design, numbers(data[variable]), p, { ...options, rule: 'school' })[
        index
      ]!;
      expectClose(school.estimate, want.school.value[i], CLOSED_FORM, 'school');
      expectClose(school.ciLow, want.school.low[i], CLOSED_FORM, 'school');
      expectClose(school.ciHigh, want.school.high[i], CLOSED_FORM, 'school');
    });
  });
});

describe('rows that beta counts', () => {
  const enroll = numbers(r.apistrat.enroll);
  const { bush, kerry, p, votes, weight } = r.pps;
  const cases = {
    zero: {
      design: surveyDesign({ weight: r.zero.weight, strata: r.apistrat.stype }),
      inside: (row: number) => r.apistrat.stype[row] === 'E',
      y: enroll,
      share: enroll.map((value) => (Number.isNaN(value) ? value : value > 400 ? 1 : 0)),
      want: r.zero.E,
    },
    pps: {
      design: surveyDesign({ weight, fpc: p, pps: 'brewer' }),
      inside: (row: number) => votes[row] > 100000,
      y: Float64Array.from(bush),
      share: Float64Array.from(bush, (own: number, row) => (own > kerry[row] ? 1 : 0)),
      want: r.pps.large,
    },
  };

  it.each(['zero', 'pps'] as const)('%s', (name) => {
    const { design, inside, y, share, want } = cases[name];
    const codes = Int32Array.from(y, (_, row) => (inside(row) ? 0 : -1));
    const options = { domains: domainCells(design, codes, 1), ciMethod: 'beta' } as const;
    const found = surveyProportion(design, share, options)[0]!;
    expectClose(found.ciLow, want.share[0], CLOSED_FORM, 'beta share');
    expectClose(found.ciHigh, want.share[1], CLOSED_FORM, 'beta share');
    r.probabilities.forEach((probability: number, i: number) => {
      const quantile = surveyQuantile(design, y, probability, options)[0]!;
      expectClose(quantile.ciLow, want.quantile.low[i], CLOSED_FORM, 'beta limits');
      expectClose(quantile.ciHigh, want.quantile.high[i], CLOSED_FORM, 'beta limits');
    });
  });
});

test('limits that an angle past 0 has put in the wrong order are no interval, and no error below 0', () => {
  const design = surveyDesign({ weight: [3, 1, 2, 1, 1, 2], psu: [3, 1, 1, 1, 2, 1] });
  const found = surveyQuantile(design, Float64Array.of(1, 2, 3, 4, 5, 6), 0.1, { ciMethod: 'asin' })[0]!;
  expect(found.estimate).toBe(1);
  expect([found.ciLow, found.ciHigh, found.se]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

describe('below the first weight share the smallest value is returned, as survey 4.5 does', () => {
  const design = surveyDesign({ weight: [2, 1, 3, 1, 1] });
  const y = Float64Array.of(3, 7, 8, 15, 20);
  it.each([
    [0.01, 3],
    [0.1, 3],
    [0.25, 3],
    [0.375, 7],
    [0.5, 8],
    [0.75, 8],
    [0.99, 20],
  ])('math at %d', (p, value) => {
    expect(surveyQuantile(design, y, p)[0]!.estimate).toBe(value);
  });
  it.each([
    [0.25, 5],
    [0.375, 7.5],
    [0.5, 8],
    [0.75, 11.5],
    [0.99, 20],
  ])('school at %d', (p, value) => {
    expect(surveyQuantile(design, y, p, { rule: 'school' })[0]!.estimate).toBe(value);
  });
});
