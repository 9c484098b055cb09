import { afterAll, describe, expect, it } from 'vitest';
import { domainCells, type IntervalMethod, surveyDesign, surveyQuantile } from '../../src/index.ts';
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
        // 4.1-1's beta limits take the df after missing rows are dropped, whatever df is passed; ours before
        if (ciMethod === 'beta' && want.df !== want.df_answered) continue;
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
