import { afterAll, describe, expect, it } from 'vitest';
import {
  averageMarginalEffects,
  type Covariate,
  changeBetween,
  deltaMethod,
  domainCells,
  dummyVariables,
  givenReplicates,
  jointEstimates,
  jointMeans,
  type RegressionInput,
  replicateEstimate,
  replicateWeights,
  type SurveyRegression,
  surveyContrasts,
  surveyDesign,
  surveyRegression,
  waldTest,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('replicate-models');
const data = r.apiclus1;
const levels = ['E', 'H', 'M'];
const stype = codesOf(data.stype, levels);
const column = (name: string) => numbers(data[name]);
const named = (...names: string[]): Covariate[] => names.map((name) => ({ name, values: column(name) }));
const [api00, enroll, students] = [column('api00'), column('enroll'), column('api.stu')];
afterAll(reportWorst);

const clustered = surveyDesign({ weight: data.pw, psu: data.dnum, fpc: data.fpc });
const flat = surveyDesign({ weight: data.pw });
const samples = {
  jk1: replicateWeights(clustered, { method: 'jackknife' }),
  boot: givenReplicates(flat, { type: 'bootstrap', weights: r.ready, combined: true, mse: true }),
};

/** Covariances can be near 0 for their size: compared on the scale of the two SEs. */
function expectMatrix(own: Float64Array, expected: readonly number[], order = (at: number) => at): void {
  const p = Math.sqrt(expected.length);
  own.forEach((value, at) => {
    const [i, j] = [order(Math.floor(at / p)), order(at % p)];
    const scale = Math.sqrt(expected[i * (p + 1)]! * expected[j * (p + 1)]!);
    expect(Math.abs(value - expected[i * p + j]!) / scale).toBeLessThan(CLOSED_FORM);
  });
}

function expectFit(model: SurveyRegression, expected: Golden): void {
  expect(model.df).toBe(expected.df);
  model.coefficients.forEach((own, j) => {
    expectClose(own.estimate, expected.estimate[j], CLOSED_FORM, 'coefficient');
    expectClose(own.se, expected.se[j], CLOSED_FORM, 'coefficient se');
    expectClose(own.t, expected.t[j], CLOSED_FORM, 'coefficient t');
    expectClose(own.pValue, expected.p[j], CLOSED_FORM, 'coefficient p');
  });
  expectMatrix(model.covariance, expected.covariance);
}

describe.each(['jk1', 'boot'] as const)('%s', (name) => {
  const replicates = samples[name];
  const { design } = replicates;
  const want = r[name];
  const domains = domainCells(design, stype, 3);
  const joint = jointMeans(design, [api00, enroll], { domains, replicates });
  const fit = (input: Omit<RegressionInput, 'replicates'>) =>
    surveyRegression(design, { ...input, replicates });

  it('means of two variables by domain, with their covariances', () => {
    // R: variables outside, domains inside
    const order = (at: number) => (at % 2) * 3 + Math.floor(at / 2);
    joint.estimate.forEach((own, at) => {
      expectClose(own, want.by.estimate[order(at)], CLOSED_FORM, 'joint');
    });
    expectMatrix(joint.covariance, want.by.vcov, order);
  });

  it('totals, and ratios by domain', () => {
    const totals = jointEstimates(
      design,
      [
        { kind: 'total', y: students },
        { kind: 'total', y: enroll },
      ],
      { replicates },
    );
    expectMatrix(totals.covariance, want.total.vcov);
    expect(totals.df[0]).toBe(want.df);
    const ratios = jointEstimates(design, [{ kind: 'ratio', y: students, x: enroll }], {
      domains,
      replicates,
    });
    expectMatrix(ratios.covariance, want.ratio.vcov);
  });

  it('a contrast and a quotient', () => {
    const [contrast] = surveyContrasts(joint, [[1, 0, -0.5, 0, -0.5, 0]]).contrasts;
    expectClose(contrast!.estimate, want.contrast.estimate, CLOSED_FORM, 'contrast');
    expectClose(contrast!.se, want.contrast.se, CLOSED_FORM, 'contrast se');
    const rule = name === 'boot' ? 'replicate_rank_minus_one' : 'domain_psus_minus_strata';
    expect([contrast!.df, contrast!.dfRule]).toEqual([want.df, rule]);
    const [high] = surveyContrasts(joint, [[0, 0, 1, 0, -1, 0]]).contrasts;
    expect(high!.df).toBe(want.domain_df);
    const quotient = deltaMethod(joint, ([e, , h]) => e! / h!, {
      gradient: ([e, , h]) => [1 / h!, 0, -e! / h! ** 2, 0, 0, 0],
    });
    expectClose(quotient.se, want.quotient.se, CLOSED_FORM, 'quotient se');
    expect([quotient.df, quotient.dfRule]).toEqual([want.df, rule]);
  });

  it('linear regression and its Wald test', () => {
    const dummies = dummyVariables({ name: 'stype', codes: stype, levels });
    const model = fit({ y: api00, x: [...named('ell', 'meals'), ...dummies] });
    expectFit(model, want.linear);
    const wald = waldTest(model, ['stype']);
    expectClose(wald.f, want.linear.f, CLOSED_FORM, 'wald');
    expect(wald.df2).toBe(want.linear.wald_df);
    expectClose(wald.pValue, want.linear.wald_p, CLOSED_FORM, 'wald p');
  });

  it('logistic regression', () => {
    const y = Float64Array.from(data['sch.wide'], (own) => (own === 'Yes' ? 1 : 0));
    expectFit(fit({ y, x: named('ell', 'meals'), family: 'logistic' }), want.logistic);
  });

  it('Poisson regression with an offset', () => {
    const input = {
      y: students,
      x: named('meals'),
      offset: enroll.map(Math.log),
      family: 'poisson',
    } as const;
    expectFit(fit(input), want.poisson);
  });

  it('in a domain', () => {
    const domain = Uint8Array.from(stype, (code) => (code === 0 ? 0 : 1));
    expectFit(fit({ y: api00, x: named('ell', 'meals'), domain }), want.domain);
  });
});

describe('change between independent waves', () => {
  const wave = (name: 'jk1' | 'boot') => {
    const replicates = samples[name];
    const { design } = replicates;
    const statistic = { kind: 'mean', y: api00 } as const;
    return { design, statistic, replicates, domains: domainCells(design, stype, 3), psu: data.dnum };
  };

  it('V1 + V2, and the sum of the degrees of freedom', () => {
    const found = changeBetween(wave('jk1'), wave('boot'), { overlap: 'independent' });
    for (const [d, own] of found.entries()) {
      const at = d * 7;
      expectClose(own.se, Math.sqrt(r.jk1.by.vcov[at] + r.boot.by.vcov[at]), CLOSED_FORM, 'change');
    }
    const { domains: _, ...first } = wave('jk1');
    const { domains: __, ...second } = wave('boot');
    expect(changeBetween(first, second, { overlap: 'independent' })[0]!.df).toBe(r.jk1.df + r.boot.df);
  });

  it('waves that share PSUs are refused', () => {
    expect(() => changeBetween(wave('jk1'), wave('jk1'), { overlap: 'same_psus' })).toThrow(/stacked/);
  });
});

describe('what is made of it', () => {
  const replicates = samples.jk1;
  const { design } = replicates;

  it('an effect of a linear model is its coefficient; sampled covariates are refused', () => {
    const model = surveyRegression(design, { y: api00, x: named('ell', 'meals'), replicates });
    const [effect] = averageMarginalEffects(model, { variables: ['ell'] });
    expectClose(effect!.se, model.coefficients[1]!.se, CLOSED_FORM, 'effect');
    expect(() => averageMarginalEffects(model, { covariates: 'sampled' })).toThrow(/replicates/);
  });

  it('any statistic by replicateEstimate: the same covariance', () => {
    const both = replicateEstimate(replicates, (w) => {
      const all = w.reduce((a, b) => a + b);
      return [api00, enroll].map((y) => y.reduce((sum, value, row) => sum + w[row]! * value, 0) / all);
    });
    expectMatrix(jointMeans(design, [api00, enroll], { replicates }).covariance, [...both.covariance]);
  });

  it('an empty domain has no covariances, and leaves those of the others', () => {
    const domains = domainCells(design, stype, 4);
    const joint = jointMeans(design, [api00], { domains, replicates });
    expect(joint.se[3]).toBeNaN();
    const three = jointMeans(design, [api00], { domains: domainCells(design, stype, 3), replicates });
    expect(joint.se.subarray(0, 3)).toEqual(three.se);
  });

  it('names the replicate that cannot be fitted', () => {
    // a category that a single PSU has: gone in the replicate without it
    const one = Float64Array.from(clustered.psu, (psu) => (psu === 4 ? 1 : 0));
    expect(() =>
      surveyRegression(design, { y: api00, x: [{ name: 'one', values: one }], replicates }),
    ).toThrow(/replicate 5 .*"one"/s);
  });

  it('refuses replicates of another design', () => {
    expect(() => surveyRegression(flat, { y: api00, x: named('ell'), replicates })).toThrow(/another design/);
    expect(() => jointMeans(flat, [api00], { replicates })).toThrow(/another design/);
  });
});
