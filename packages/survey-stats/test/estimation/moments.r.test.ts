import { afterAll, describe, expect, it } from 'vitest';
import {
  calibrate,
  deltaMethod,
  domainCells,
  geometricMean,
  jointEstimates,
  jointMeans,
  replicateWeights,
  surveyContrast,
  surveyContrasts,
  surveyCorrelation,
  surveyCovariance,
  surveyDesign,
  surveyFunction,
  surveyShare,
  surveyVariance,
} from '../../src/index.ts';
import {
  CALIBRATED_SE,
  CLOSED_FORM,
  codesOf,
  expectClose,
  type Golden,
  golden,
  numbers,
  reportWorst,
} from '../golden.ts';

const r: Golden = golden('moments');
afterAll(reportWorst);

const { apistrat, apiclus2, synthetic } = r;
const strat = surveyDesign({ weight: apistrat.pw, strata: apistrat.stype, fpc: apistrat.fpc });
const clus2 = surveyDesign({
  weight: apiclus2.pw,
  psu: [apiclus2.dnum, apiclus2.snum],
  fpc: [apiclus2.fpc1, apiclus2.fpc2],
});
const syn = surveyDesign({ weight: synthetic.weight, strata: synthetic.stratum, psu: synthetic.psu });
const groups = ['a', 'b', 'c'];
const domains = domainCells(syn, codesOf(synthetic.group, groups), 3);
const x = numbers(synthetic.x);
const y = numbers(synthetic.y);

const samples = [
  {
    name: 'strat',
    design: strat,
    x: numbers(apistrat.api00),
    y: numbers(apistrat.enroll),
    by: apistrat.stype,
  },
  {
    name: 'clus2',
    design: clus2,
    x: numbers(apiclus2.api00),
    y: numbers(apiclus2.enroll),
    by: apiclus2.stype,
  },
  { name: 'syn', design: syn, x, y, by: synthetic.group },
] as const;

describe.each(samples)('variance, covariance, correlation: $name', ({ name, design, x, y, by }) => {
  const levels = name === 'syn' ? groups : ['E', 'H', 'M'];
  const cells = domainCells(design, codesOf(by, levels), levels.length);
  const cases = [
    { domain: 'all', options: {}, at: 0 },
    ...levels.map((domain, at) => ({ domain, options: { domains: cells }, at })),
  ];
  it.each(cases)('$domain', ({ domain, options, at }) => {
    const want = r[name][domain];
    const variance = surveyVariance(design, y, options)[at]!;
    const covariance = surveyCovariance(design, [x, y], options)[at]!;
    const correlation = surveyCorrelation(design, [x, y], options)[at]!;
    expectClose(variance.estimate, want.variance.estimate, CLOSED_FORM, 'variance');
    expectClose(variance.se, want.variance.se, CLOSED_FORM, 'variance se');
    expectClose(covariance.estimate, want.covariance.estimate, CLOSED_FORM, 'covariance');
    expectClose(covariance.se, want.covariance.se, CLOSED_FORM, 'covariance se');
    expectClose(correlation.estimate, want.correlation.estimate, CLOSED_FORM, 'correlation');
    expectClose(correlation.se, want.correlation.se, CLOSED_FORM, 'correlation se');
    expectClose(correlation.ciLow, want.correlation.low, CLOSED_FORM, 'correlation limits');
    expectClose(correlation.ciHigh, want.correlation.high, CLOSED_FORM, 'correlation limits');
    expect([variance.n, variance.df]).toEqual([want.variance.n, want.df]);
  });
});

it('after calibration the residual form is used', () => {
  const { stype, api99, api00, enroll } = apistrat;
  const one = (level: string) => Float64Array.from(stype, (value) => (value === level ? 1 : 0));
  const calibrated = calibrate(strat, {
    x: [new Float64Array(strat.rows).fill(1), one('H'), one('M'), numbers(api99)],
    totals: [6194, 755, 1018, 3914069],
    kind: 'linear',
  });
  const columns = [numbers(api00), numbers(enroll)] as const;
  for (const [name, found] of Object.entries({
    variance: surveyVariance(calibrated, columns[1])[0]!,
    covariance: surveyCovariance(calibrated, columns)[0]!,
    correlation: surveyCorrelation(calibrated, columns)[0]!,
  })) {
    expectClose(found.estimate, r.calibrated[name].estimate, CLOSED_FORM, 'calibrated');
    expectClose(found.se, r.calibrated[name].se, CALIBRATED_SE, 'calibrated se');
  }
});

describe('joint estimates', () => {
  it('rows with both answers: svyby(~x + y, ~group, covmat = TRUE)', () => {
    const joint = jointMeans(syn, [x, y], { domains, missing: 'together' });
    const place = (entry: number) => (entry % 3) * 2 + Math.floor(entry / 3);
    for (let i = 0; i < 6; i++) {
      expectClose(joint.estimate[place(i)]!, r.together.estimate[i], CLOSED_FORM, 'joint means');
      for (let j = 0; j < 6; j++) {
        const scale = joint.se[place(i)]! * joint.se[place(j)]!;
        const error = joint.covariance[place(i) * 6 + place(j)]! - r.together.vcov[i * 6 + j];
        expect(Math.abs(error) / scale).toBeLessThan(CLOSED_FORM);
      }
    }
  });

  it('each with its own rows', () => {
    const joint = jointMeans(syn, [x, y], { domains });
    joint.estimate.forEach((value, i) => {
      expectClose(value, r.each.estimate[i], CLOSED_FORM, 'joint means');
    });
    joint.covariance.forEach((value, at) => {
      const scale = joint.se[Math.floor(at / 6)]! * joint.se[at % 6]!;
      expect(Math.abs(value - r.each.vcov[at]) / scale).toBeLessThan(CLOSED_FORM);
    });
  });

  it('contrasts of totals and of ratios', () => {
    const total = surveyContrast(syn, y, { domains, coefficients: [1, -2, 0], kind: 'total' });
    expectClose(total.estimate, r.total_contrast.estimate, CLOSED_FORM, 'contrast of totals');
    expectClose(total.se, r.total_contrast.se, CLOSED_FORM, 'contrast of totals se');
    const ratio = surveyContrast(syn, y, { domains, coefficients: [1, 0, -1], denominator: x });
    expectClose(ratio.estimate, r.ratio_contrast.estimate, CLOSED_FORM, 'contrast of ratios');
    expectClose(ratio.se, r.ratio_contrast.se, CLOSED_FORM, 'contrast of ratios se');
    const joint = jointEstimates(syn, [{ kind: 'ratio', y, x }], { domains });
    expectClose(surveyContrasts(joint, [[1, 0, -1]]).contrasts[0]!.se, ratio.se, CLOSED_FORM, 'two ways');
  });

  it('the joint test that three means are equal', () => {
    const { contrasts, covariance, joint } = surveyContrasts(jointMeans(syn, [y], { domains }), [
      [1, -1, 0],
      [0, 1, -1],
    ]);
    contrasts.forEach(({ estimate }, i) => {
      expectClose(estimate, r.equal_means.estimates[i], CLOSED_FORM, 'contrasts');
    });
    covariance.forEach((value, i) => {
      expectClose(value, r.equal_means.vcov[i], CLOSED_FORM, 'contrasts covariance');
    });
    expect([joint.dfNumerator, joint.dfDenominator]).toEqual([2, r.equal_means.df2]);
    expectClose(joint.f, r.equal_means.f, CLOSED_FORM, 'joint F');
    expectClose(joint.pValue, r.equal_means.p, CLOSED_FORM, 'joint p');
  });
});

describe('smooth functions and shares', () => {
  const mean = (column: Float64Array) => ({ kind: 'mean', y: column }) as const;
  const answered = (column: Float64Array) =>
    column.map((value, row) => (Number.isNaN(x[row]!) || Number.isNaN(y[row]!) ? Number.NaN : value));

  it.each([
    { name: 'numeric gradient', gradient: undefined },
    { name: 'gradient given', gradient: ([a = 0, b = 0]: readonly number[]) => [-1 / a, 1 / b] },
  ])('log ratio of two means, $name', ({ gradient }) => {
    const g = ([a = 0, b = 0]: readonly number[]) => Math.log(b / a);
    const found = surveyFunction(syn, [mean(answered(x)), mean(answered(y))], { g, gradient })[0]!;
    expectClose(found.estimate, r.log_ratio.estimate, CLOSED_FORM, 'function');
    expectClose(found.se, r.log_ratio.se, CLOSED_FORM, 'function se');
  });

  it('ratio of two domains and log-odds of a share', () => {
    const found = deltaMethod(jointMeans(syn, [y], { domains }), ([a = 0, b = 0]) => a / b);
    expectClose(found.estimate, r.ratio_of_means.estimate, CLOSED_FORM, 'function');
    expectClose(found.se, r.ratio_of_means.se, CLOSED_FORM, 'function se');
    const above = y.map((value) => (Number.isNaN(value) ? Number.NaN : value > 3000 ? 1 : 0));
    const logit = surveyFunction(syn, [mean(above)], { g: ([p = 0]) => Math.log(p / (1 - p)) })[0]!;
    expectClose(logit.estimate, r.logit.estimate, CLOSED_FORM, 'function');
    expectClose(logit.se, r.logit.se, CLOSED_FORM, 'function se');
  });

  it('shares of a total', () => {
    surveyShare(syn, y, { domains }).forEach((share, d) => {
      expectClose(share.estimate, r.shares[d].estimate, CLOSED_FORM, 'share');
      expectClose(share.se, r.shares[d].se, CLOSED_FORM, 'share se');
      expectClose(share.deff, r.shares[d].deff, CLOSED_FORM, 'share deff');
      expect(share.df).toBe(r.share_df);
    });
  });
});

it('variances from jackknife replicates', () => {
  const replicates = replicateWeights(syn, { method: 'jackknife' });
  const answered = x.map((value, row) => (Number.isNaN(y[row]!) ? Number.NaN : value));
  const total = (column: Float64Array) => ({ kind: 'total', y: column }) as const;
  const both = y.map((value, row) => (Number.isNaN(x[row]!) ? Number.NaN : value));
  const g = ([a = 0, b = 0]: readonly number[]) => Math.log(b / a);
  for (const [name, found] of Object.entries({
    variance: surveyVariance(syn, y, { replicates })[0]!,
    correlation: surveyCorrelation(syn, [x, y], { replicates })[0]!,
    log_ratio: surveyFunction(syn, [total(answered), total(both)], { g, replicates })[0]!,
    share: surveyShare(syn, y, { domains, replicates })[0]!,
    geometric_mean: geometricMean(syn, y, { replicates })[0]!,
  })) {
    expectClose(found.se, r.jackknife[name], CLOSED_FORM, `jackknife ${name}`);
  }
  const other = replicateWeights(clus2, { method: 'jackknife' });
  expect(() => surveyVariance(syn, y, { replicates: other })).toThrow('made for another design');
});
