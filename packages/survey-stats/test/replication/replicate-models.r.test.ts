import { afterAll, describe, expect, it } from 'vitest';
import {
  averageMarginalEffects,
  type Covariate,
  changeBetween,
  deltaMethod,
  domainCells,
  dummyVariables,
  givenReplicates,
  independenceTest,
  jointEstimates,
  jointMeans,
  lowPayShare,
  oaxaca,
  type RegressionInput,
  replicateEstimate,
  replicateWeights,
  reweight,
  type SurveyRegression,
  surveyContrasts,
  surveyDesign,
  surveyRankTest,
  surveyRegression,
  surveyTTest,
  waldTest,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('replicate-models');
const data = r.apiclus1;
const levels = ['E', 'H', 'M'];
const stype = codesOf(data.stype, levels);
const column = (name: string) => numbers(data[name]);
const named = (...names: string[]): Covariate[] => names.map((name) => ({ name, values: column(name) }));
const improved = codesOf(data['comp.imp'], ['No', 'Yes']);
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

  it('t tests of one mean and of two', () => {
    for (const [input, expected] of [
      [{ y: api00 }, want.tests.one],
      [{ y: enroll, group: improved }, want.tests.two],
    ] as const) {
      const test = surveyTTest(design, { ...input, replicates });
      expect(test.df).toBe(expected.df);
      expectClose(test.estimate, expected.estimate, CLOSED_FORM, 't test estimate');
      expectClose(test.t, expected.t, CLOSED_FORM, 't');
      expectClose(test.pValue, expected.p, CLOSED_FORM, 't test p');
    }
  });

  it('rank tests, with the ranks of the full sample', () => {
    const group = { name: 'improved', codes: improved, levels: ['No', 'Yes'] };
    for (const [test, expected] of [
      ['wilcoxon', want.tests.ranks],
      ['van_der_waerden', want.tests.normal],
    ] as const) {
      const made = surveyRankTest(design, { y: api00, group, test, replicates });
      expect(made.df2).toBe(expected.df);
      expectClose(made.differences[0]!.estimate, expected.estimate, CLOSED_FORM, 'rank estimate');
      expectClose(made.differences[0]!.t, expected.t, CLOSED_FORM, 'rank t');
      expectClose(made.pValue, expected.p, CLOSED_FORM, 'rank p');
    }
  });

  it.each(['wilcoxon', 'van_der_waerden'] as const)('rank test of three groups: %s', (test) => {
    const made = surveyRankTest(design, {
      y: api00,
      group: { name: 'stype', codes: stype, levels },
      test,
      replicates,
    });
    const expected = want.tests.kruskal[test];
    made.differences.forEach((own, i) => {
      expectClose(own.estimate, expected.estimate[i], CLOSED_FORM, 'rank estimate');
      expectClose(own.se, expected.se[i], CLOSED_FORM, 'rank se');
    });
    expect([made.df1, made.df2]).toEqual([2, expected.df]);
    expectClose(made.f, expected.f, CLOSED_FORM, 'rank F');
    expectClose(made.pValue, expected.p, CLOSED_FORM, 'rank p');
  });

  it('tests of independence', () => {
    const pair = {
      rows: { name: 'stype', codes: stype, levels },
      columns: { name: 'wide', codes: codesOf(data['sch.wide'], ['No', 'Yes']), levels: ['No', 'Yes'] },
    };
    for (const [statistic, expected] of [
      ['F', want.tests.f],
      ['Wald', want.tests.wald],
      ['adjWald', want.tests.adjusted],
    ] as const) {
      const test = independenceTest(design, { ...pair, statistic, replicates });
      expectClose(test.value, expected.value, CLOSED_FORM, statistic);
      expectClose(test.df1, expected.df[0], CLOSED_FORM, `${statistic} df`);
      expectClose(test.df2, expected.df[1], CLOSED_FORM, `${statistic} df`);
      expectClose(test.pValue, expected.p, CLOSED_FORM, `${statistic} p`);
    }
    const first = independenceTest(design, { ...pair, statistic: 'Chisq', replicates });
    expectClose(first.value, want.tests.chisq.value, CLOSED_FORM, 'Chisq');
    expectClose(first.pValue, want.tests.chisq.p, CLOSED_FORM, 'Chisq p');
  });

  it('parts of a gap: the decomposition made again on every replicate', () => {
    const input = { y: api00, x: named('ell', 'meals'), group: improved };
    const made = oaxaca(design, { ...input, replicates });
    const by = replicateEstimate(replicates, (w) => {
      const { gap, explained, unexplained, variables } = oaxaca(reweight(flat, w), input);
      return [gap, explained, unexplained, ...variables.map((own) => own.unexplained)].map((e) => e.estimate);
    });
    const own = [made.gap, made.explained, made.unexplained, ...made.variables.map((v) => v.unexplained)];
    own.forEach(({ estimate, se }, i) => {
      expectClose(estimate, by.estimate[i]!, CLOSED_FORM, 'part');
      expectClose(se, by.se[i]!, CLOSED_FORM, 'part se');
    });
    expect(made.df).toBe(by.df);
    const plain = surveyTTest(design, { y: api00, group: improved, replicates });
    expectClose(made.gap.se, plain.se, CLOSED_FORM, 'gap se');
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
    expect(() => surveyTTest(flat, { y: api00, replicates })).toThrow(/surveyTTest.*another design/);
    expect(() => oaxaca(flat, { y: api00, x: named('ell'), group: improved, replicates })).toThrow(
      /oaxaca.*another design/,
    );
    expect(() => surveyRegression(flat, { y: api00, x: named('ell'), replicates })).toThrow(/another design/);
    expect(() => jointMeans(flat, [api00], { replicates })).toThrow(/another design/);
  });
});

it('low pay: line and share read off again in every replicate; a jackknife is refused', () => {
  const { boot, jk1 } = samples;
  const domains = domainCells(boot.design, stype, 3);
  const asked = { lineOf: 'population', fraction: 0.9 } as const;
  const made = lowPayShare(boot.design, api00, { ...asked, domains, replicates: boot });
  const by = replicateEstimate(boot, (w) => {
    const design = reweight(flat, w);
    return lowPayShare(design, api00, { ...asked, domains: domainCells(design, stype, 3) }).map(
      (share) => share.estimate,
    );
  });
  made.forEach((share, d) => {
    expectClose(share.estimate, by.estimate[d]!, CLOSED_FORM, 'share');
    expectClose(share.se, by.se[d]!, CLOSED_FORM, 'share se');
  });
  expect(() => lowPayShare(jk1.design, api00, { ...asked, replicates: jk1 })).toThrow(/jackknife/);
});
