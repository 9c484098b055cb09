import { afterAll, describe, expect, it } from 'vitest';
import {
  type IntervalMethod,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
} from '../../src/index.ts';
import { CLOSED_FORM, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('intervals');
afterAll(reportWorst);

const { apiclus1, apistrat } = r;
const designs = {
  clus1: surveyDesign({ weight: apiclus1.pw, psu: apiclus1.dnum, fpc: apiclus1.fpc }),
  strat: surveyDesign({ weight: apistrat.pw, strata: apistrat.stype, fpc: apistrat.fpc }),
};
const tables = { clus1: apiclus1, strat: apistrat };
const columns: Record<string, (data: Golden) => Float64Array> = {
  yes: (data) => Float64Array.from(data.awards, (value) => (value === 'Yes' ? 1 : 0)),
  high: (data) => Float64Array.from(data.api00, (value: unknown) => (Number(value) > 820 ? 1 : 0)),
};
const dfs = { design: undefined, ten: 10, normal: Number.POSITIVE_INFINITY };
/** R's logit comes from svyglm, whose iterations stop at 1e-8 of the deviance. */
const FITTED = 1e-7;
/** R interpolates a profile of a dozen points: this far from its own equation. */
const INTERPOLATED = 1e-3;

const cases = (['clus1', 'strat'] as const).flatMap((sample) =>
  ['yes', 'high'].flatMap((variable) =>
    (['design', 'ten', 'normal'] as const).map((df) => ({ sample, variable, df })),
  ),
);

describe.each(cases)('$sample, $variable, df $df', ({ sample, variable, df }) => {
  const design = designs[sample];
  const y = columns[variable]!(tables[sample]);
  const want = r[sample][variable][df];
  it.each<[IntervalMethod, number]>([
    ['mean', CLOSED_FORM],
    ['logit', FITTED],
    ['xlogit', CLOSED_FORM],
    ['asin', CLOSED_FORM],
    ['beta', CLOSED_FORM],
    ['beta_nchs', CLOSED_FORM],
    ['wilson', CLOSED_FORM],
    ['likelihood', INTERPOLATED],
  ])('%s', (ciMethod, tolerance) => {
    const found = surveyProportion(design, y, { ciMethod, df: dfs[df] })[0]!;
    expectClose(found.ciLow, want[ciMethod][0], tolerance, ciMethod);
    expectClose(found.ciHigh, want[ciMethod][1], tolerance, ciMethod);
    expect(found.df).toBe(dfs[df] ?? r[sample][variable].df);
    expect(found.dfRule).toBe(df === 'design' ? 'domain_psus_minus_strata' : 'given');
  });
});

describe('df given reaches every interval', () => {
  it.each(['design', 'ten', 'normal'] as const)('mean, and ratio on the log scale: %s', (df) => {
    const mean = surveyMean(designs.clus1, numbers(apiclus1.api00), { df: dfs[df] })[0]!;
    expectClose(mean.ciLow, r.mean[df][0], CLOSED_FORM, 'mean');
    expectClose(mean.ciHigh, r.mean[df][1], CLOSED_FORM, 'mean');
    const [stu, enroll] = [numbers(apiclus1['api.stu']), numbers(apiclus1.enroll)];
    const ratio = surveyRatio(designs.clus1, stu, enroll, { ciMethod: 'log', df: dfs[df] })[0]!;
    expectClose(ratio.ciLow, r.log_ratio[df][0], CLOSED_FORM, 'log');
    expectClose(ratio.ciHigh, r.log_ratio[df][1], CLOSED_FORM, 'log');
  });

  it('quantile', () => {
    const [value, low, high, se] = r.quantile_nine;
    const found = surveyQuantile(designs.clus1, numbers(apiclus1.api00), 0.5, { df: 9 })[0]!;
    expect(found.estimate).toBe(value);
    expect([found.ciLow, found.ciHigh]).toEqual([low, high]);
    expectClose(found.se, se, CLOSED_FORM, 'quantile se');
    expect([found.df, found.dfRule]).toEqual([9, 'given']);
  });

  it('one a domain, checked', () => {
    const y = columns.yes!(apiclus1);
    expect(surveyProportion(designs.clus1, y, { df: [4] })[0]!.df).toBe(4);
    expect(() => surveyProportion(designs.clus1, y, { df: [4, 5] })).toThrow('expected 1, got 2');
    expect(() => surveyProportion(designs.clus1, y, { df: Number.NaN })).toThrow(
      'options.df must be 0 or more',
    );
    expect(surveyProportion(designs.clus1, y, { df: 0 })[0]!.ciLow).toBeNaN();
  });
});
