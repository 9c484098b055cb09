import { afterAll, describe, expect, it } from 'vitest';
import {
  averageMarginalEffects,
  type Covariate,
  dummyVariables,
  oaxaca,
  predictiveMargins,
  type RegressionFamily,
  type SurveyDesign,
  type SurveyRegression,
  surveyDesign,
  surveyRegression,
  type TestedEstimate,
  waldTest,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, numbers, reportWorst } from '../golden.ts';
import { models as r, type UnequalCase, unequalCases } from './unequal.ts';

afterAll(reportWorst);

/** Covariances can be near 0 for their size: compared on the scale of the two SEs. */
function expectCovariance(model: SurveyRegression, expected: Golden): void {
  const p = expected.se.length;
  model.covariance.forEach((own, at) => {
    const scale = expected.se[Math.floor(at / p)] * expected.se[at % p];
    expect(Math.abs(own - expected.covariance[at]) / scale).toBeLessThan(CLOSED_FORM);
  });
}

function expectFit(model: SurveyRegression, expected: Golden, kind: string): void {
  expect(model.df).toBe(expected.df);
  expect(model.n).toBe(expected.n);
  model.coefficients.forEach((own, j) => {
    expectClose(own.estimate, expected.estimate[j], CLOSED_FORM, `${kind} coefficient`);
    expectClose(own.se, expected.se[j], CLOSED_FORM, `${kind} se`);
    expectClose(own.t, expected.t[j], CLOSED_FORM, `${kind} t`);
    expectClose(own.pValue, expected.p[j], CLOSED_FORM, `${kind} p`);
    expectClose(own.ciLow, expected.low[j], CLOSED_FORM, `${kind} interval`);
    expectClose(own.ciHigh, expected.high[j], CLOSED_FORM, `${kind} interval`);
  });
  expectCovariance(model, expected);
}

function expectWald(model: SurveyRegression, names: string[], expected: Golden): void {
  const wald = waldTest(model, names);
  expect([wald.df1, wald.df2]).toEqual([expected.df1, expected.df2]);
  expectClose(wald.f, expected.f, CLOSED_FORM, 'wald F');
  expectClose(wald.pValue, expected.p, CLOSED_FORM, 'wald p');
}

function expectAverages(
  of: (covariates: 'fixed' | 'sampled') => readonly TestedEstimate[],
  expected: Golden,
  kind: string,
): void {
  of('fixed').forEach((own, i) => {
    expectClose(own.estimate, expected.estimate[i], CLOSED_FORM, kind);
    expectClose(own.se, expected.fixed_se[i], CLOSED_FORM, `${kind} se`);
  });
  of('sampled').forEach((own, i) => {
    expectClose(own.se, expected.sampled_se[i], CLOSED_FORM, `${kind} se, covariates sampled`);
  });
}

const apiDesigns: Record<string, SurveyDesign> = {
  apistrat: surveyDesign({ weight: r.apistrat.pw, strata: r.apistrat.stype, fpc: r.apistrat.fpc }),
  apiclus1: surveyDesign({ weight: r.apiclus1.pw, psu: r.apiclus1.dnum, fpc: r.apiclus1.fpc }),
  apiclus2: surveyDesign({
    weight: r.apiclus2.pw,
    psu: [r.apiclus2.dnum, r.apiclus2.snum],
    fpc: [r.apiclus2.fpc1, r.apiclus2.fpc2],
  }),
};

describe.each(Object.keys(apiDesigns))('the api data, %s', (name) => {
  const data = r[name];
  const design = apiDesigns[name]!;
  const expected = r.api[name];
  const named = (...names: string[]): Covariate[] =>
    names.map((own) => ({ name: own, values: numbers(data[own]) }));
  const levels = ['E', 'H', 'M'];
  const stype = dummyVariables({ name: 'stype', codes: codesOf(data.stype, levels), levels });

  it('linear', () => {
    const x = [...named('ell', 'meals', 'mobility'), ...stype];
    const model = surveyRegression(design, { y: numbers(data.api00), x });
    expectFit(model, expected.linear, 'linear');
    expectWald(model, ['stype'], expected.linear_stype);
  });

  it('logistic', () => {
    const y = Float64Array.from(data['sch.wide'], (own) => (own === 'Yes' ? 1 : 0));
    const model = surveyRegression(design, { y, x: named('ell', 'meals', 'enroll'), family: 'logistic' });
    expectFit(model, expected.logistic, 'logistic');
    expectWald(model, ['ell', 'meals'], expected.logistic_two);
  });

  it('in a domain', () => {
    const domain = Uint8Array.from(data.stype, (own) => (own === 'E' ? 0 : 1));
    const model = surveyRegression(design, { y: numbers(data.api00), x: named('ell', 'meals'), domain });
    expectFit(model, expected.domain, 'linear');
  });
});

const outcomes: Record<RegressionFamily, string> = { linear: 'wage', logistic: 'contract', poisson: 'moves' };

function covariates({ column, region }: UnequalCase, ...names: string[]): Covariate[] {
  return [...names.map((name) => ({ name, values: column(name) })), ...region];
}

describe.each(Object.keys(unequalCases))('the unequal design, %s', (name) => {
  const unequal = unequalCases[name]!;
  const { design, domain, column } = unequal;

  it.each(['linear', 'logistic', 'poisson'] as const)('%s', (family) => {
    const expected = r.models[name][family];
    const x = covariates(unequal, 'female', 'age', ...(family === 'poisson' ? [] : ['school']));
    const model = surveyRegression(design, { y: column(outcomes[family]), x, family, domain });
    expectFit(model, expected.fit, family);
    expectWald(model, ['region'], expected.wald);
    const variables = [
      'age',
      ...(family === 'poisson' ? [] : ['school']),
      'female',
      'region: middle',
      'region: west',
    ];
    expectAverages(
      (how) => averageMarginalEffects(model, { variables, covariates: how }),
      expected.effects,
      `${family} marginal effect`,
    );
    expectAverages(
      (how) => predictiveMargins(model, { variable: 'region', covariates: how }),
      expected.region_means,
      `${family} margin`,
    );
    expectAverages(
      (how) => predictiveMargins(model, { variable: 'age', at: [20, 50], covariates: how }),
      expected.age_means,
      `${family} margin`,
    );
  });

  it.each(['first', 'second', 'pooled'] as const)('decomposes a gap, reference %s', (reference) => {
    const want = r.oaxaca[name];
    const group = Int32Array.from(column('female'));
    const made = oaxaca(design, {
      y: column('wage'),
      x: covariates(unequal, 'age', 'school'),
      group,
      reference,
      domain,
    });
    const all = [
      made.first,
      made.second,
      made.gap,
      made.explained,
      made.unexplained,
      ...made.variables.map(({ explained }) => explained),
      ...made.variables.map(({ unexplained }) => unexplained),
    ];
    expect(made.variables.map((own) => own.name)).toEqual(['intercept', 'age', 'school', 'region']);
    expect(made.df).toBe(want.df);
    expect(made.n[0] + made.n[1]).toBe(want.n);
    all.forEach((own, i) => {
      expectClose(own.estimate, want[reference].estimate[i], CLOSED_FORM, 'oaxaca');
      expectClose(own.se, want[reference].se[i], CLOSED_FORM, 'oaxaca se');
    });
    expectClose(made.gap.estimate, want.gap, CLOSED_FORM, 'gap');
    expectClose(made.gap.se, want.gap_se, CLOSED_FORM, 'gap se');
  });
});

it('an offset', () => {
  const { design, column } = unequalCases.whole!;
  const x = ['female', 'age'].map((name) => ({ name, values: column(name) }));
  const offset = column('log_months');
  expectFit(
    surveyRegression(design, { y: column('moves'), x, family: 'poisson', offset }),
    r.offset_fit,
    'offset',
  );
});

it('no intercept', () => {
  const { design, column } = unequalCases.whole!;
  const x = ['age', 'school'].map((name) => ({ name, values: column(name) }));
  expectFit(
    surveyRegression(design, { y: column('wage'), x, intercept: false }),
    r.no_intercept,
    'no intercept',
  );
});

/** The certified values of a matrix with condition number 1e10 are lost to 1e-7 by normal equations; QR keeps 1e-9. */
it('columns that nearly repeat each other', () => {
  const names = ['GNP.deflator', 'GNP', 'Unemployed', 'Armed.Forces', 'Population', 'Year'];
  const x = names.map((name) => ({ name, values: numbers(r.longley[name]) }));
  const design = surveyDesign({ weight: new Float64Array(16).fill(1) });
  const model = surveyRegression(design, { y: numbers(r.longley.Employed), x });
  model.coefficients.forEach((own, j) => {
    expectClose(own.estimate, r.longley_fit.estimate[j], CLOSED_FORM, 'longley coefficient');
    expectClose(own.se, r.longley_fit.se[j], CLOSED_FORM, 'longley se');
  });
});

it('a steep logistic curve that does not separate', () => {
  const design = surveyDesign({ weight: r.steep.w });
  const x = [{ name: 'x', values: numbers(r.steep.x) }];
  expectFit(surveyRegression(design, { y: numbers(r.steep.y), x, family: 'logistic' }), r.steep_fit, 'steep');
});
