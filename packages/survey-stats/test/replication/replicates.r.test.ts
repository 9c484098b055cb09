import { afterAll, describe, expect, it } from 'vitest';
import {
  domainCells,
  type PsuReplicates,
  type ReplicateWeights,
  replicateEstimate,
  replicateWeights,
  type SurveyDesign,
  surveyDesign,
  surveyMean,
  surveyQuantile,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('replicates');
afterAll(reportWorst);

const strat = surveyDesign({ weight: r.apistrat.pw, strata: r.apistrat.stype });
const stratFpc = surveyDesign({ weight: r.apistrat.pw, strata: r.apistrat.stype, fpc: r.apistrat.fpc });
const clus1 = surveyDesign({ weight: r.apiclus1.pw, psu: r.apiclus1.dnum });
const clus1Fpc = surveyDesign({ weight: r.apiclus1.pw, psu: r.apiclus1.dnum, fpc: r.apiclus1.fpc });

/** Replicates with the factors that R drew: its random numbers are not ours. */
function drawn(design: SurveyDesign, { factors, scale }: Golden): PsuReplicates {
  return {
    design,
    method: 'bootstrap',
    factors: factors.map(numbers),
    scale,
    rscales: new Float64Array(factors.length).fill(1),
  };
}

it.each([
  ['jkn', strat, r.apistrat, replicateWeights(strat, { method: 'jackknife' })],
  ['jkn_fpc', stratFpc, r.apistrat, replicateWeights(stratFpc, { method: 'jackknife' })],
  ['jk1', clus1, r.apiclus1, replicateWeights(clus1, { method: 'jackknife' })],
  ['jk1_fpc', clus1Fpc, r.apiclus1, replicateWeights(clus1Fpc, { method: 'jackknife' })],
  ['bootstrap', clus1, r.apiclus1, drawn(clus1, r.bootstrap)],
  ['canty', clus1, r.apiclus1, drawn(clus1, r.canty)],
] as [string, SurveyDesign, Golden, ReplicateWeights][])('%s', (name, design, data, replicates) => {
  const domains = domainCells(design, codesOf(data.stype, ['E']), 1);
  const want = r[name];
  const pairs = [
    [surveyMean(design, numbers(data.api00), { replicates }), want.mean],
    [surveyTotal(design, numbers(data.enroll), { replicates }), want.total],
    [surveyRatio(design, numbers(data['api.stu']), numbers(data.enroll), { replicates }), want.ratio],
    [surveyMean(design, numbers(data.api00), { replicates, domains }), want.domain_mean],
    [surveyTotal(design, numbers(data.enroll), { replicates, domains }), want.domain_total],
  ] as const;
  for (const [actual, expected] of pairs) {
    expectClose(actual[0]!.estimate, expected.estimate, CLOSED_FORM, 'replicates');
    expectClose(actual[0]!.se, expected.se, CLOSED_FORM, 'replicates');
  }
});

it.each(['remove', 'certainty', 'adjust', 'average'] as const)(
  'a lonely PSU in a jackknife by %s',
  (lonelyPsu) => {
    const rows = r.two.h.flatMap((h: number, i: number) => (h === 3 && r.two.psu[i] === 1 ? [] : [i]));
    const pick = (name: string) => rows.map((i: number) => r.two[name][i]);
    const design = surveyDesign({ weight: pick('w'), strata: pick('h'), psu: pick('psu'), lonelyPsu });
    const replicates = replicateWeights(design, { method: 'jackknife' });
    const y = numbers(pick('y'));
    const want = r.lonely[lonelyPsu];
    expect([replicates.factors.length, replicates.scale]).toEqual([want.replicates, want.scale]);
    expectClose(surveyMean(design, y, { replicates })[0]!.se, want.mean.se, CLOSED_FORM, 'lonely jackknife');
    expectClose(
      surveyTotal(design, y, { replicates })[0]!.se,
      want.total.se,
      CLOSED_FORM,
      'lonely jackknife',
    );
  },
);

it('the scale of Canty and Davison', () => {
  const made = replicateWeights(clus1, { method: 'canty-davison', replicates: 30 });
  expect(made.scale).toBeCloseTo(r.canty.scale, 15);
});

describe.each([
  ['brr', {}],
  ['fay', { fayRho: 0.3 }],
] as const)('%s of two PSUs a stratum', (method, more) => {
  const data = r.two;
  const design = surveyDesign({ weight: data.w, strata: data.h, psu: data.psu });
  const replicates = replicateWeights(design, { method, ...more });
  const domains = domainCells(design, codesOf(data.domain, [1]), 1);
  const want = r[method];
  it('has the factors of R with the same Hadamard matrix', () => {
    expect(replicates.factors.map((factor) => [...factor])).toEqual(r[`${method}_factors`]);
  });
  it('has the SEs and df of R', () => {
    const [y, x] = [numbers(data.y), numbers(data.x)];
    const inDomain = surveyMean(design, y, { replicates, domains })[0]!;
    expectClose(surveyMean(design, y, { replicates })[0]!.se, want.mean.se, CLOSED_FORM, method);
    expectClose(surveyTotal(design, y, { replicates })[0]!.se, want.total.se, CLOSED_FORM, method);
    expectClose(surveyRatio(design, y, x, { replicates })[0]!.se, want.ratio.se, CLOSED_FORM, method);
    expectClose(inDomain.se, want.domain_mean.se, CLOSED_FORM, method);
    expectClose(surveyQuantile(design, y, 0.5, { replicates })[0]!.se, want.median, CLOSED_FORM, method);
    expect(surveyMean(design, y, { replicates })[0]!.df).toBe(want.df);
    // PSUs minus strata of the domain, where R's rank counts a stratum with one PSU in the domain as a whole one
    expect([inDomain.df, want.domain_df]).toEqual([4, 5]);
  });
});

it.each([
  ['covariance', false],
  ['covariance_mse', true],
] as const)('any statistic: %s', (name, mse) => {
  const [y, x, size] = [numbers(r.apiclus1.api00), numbers(r.apiclus1.api99), numbers(r.apiclus1.enroll)];
  const sum = (w: Float64Array, value: (row: number) => number) =>
    w.reduce((total, weight, row) => total + weight * value(row), 0);
  const statistic = (w: Float64Array): number[] => {
    const n = sum(w, () => 1);
    const mean = sum(w, (i) => y[i]!) / n;
    const meanX = sum(w, (i) => x[i]!) / n;
    const slope =
      sum(w, (i) => (y[i]! - mean) * (x[i]! - meanX)) / sum(w, (i) => (x[i]! - meanX) * (x[i]! - meanX));
    const product = sum(w, (i) => y[i]! * x[i]!) / n - mean * meanX;
    return [mean, Math.log(sum(w, (i) => size[i]!)), product, mean - slope * meanX, slope];
  };
  const found = replicateEstimate(replicateWeights(clus1, { method: 'jackknife', mse }), statistic);
  found.estimate.forEach((value, i) => {
    expectClose(value, r.any.estimate[i], CLOSED_FORM, 'any statistic');
    expectClose(found.se[i]!, Math.sqrt(r.any[name][i * 6]), CLOSED_FORM, 'any statistic se');
  });
  found.covariance.forEach((value, i) => {
    expectClose(value, r.any[name][i], CLOSED_FORM, 'any statistic covariance');
  });
  expect(found.df).toBe(14);
});

describe('Rao, Wu, Yue and Beaumont', () => {
  const { n, f, m, w, y, draws, factors, total_se } = r.rwyb;
  const design = surveyDesign({ weight: w, fpc: new Array(n).fill(f) });
  const made = replicateWeights(design, { method: 'rao-wu-yue-beaumont', draws: m, replicates: 200 });
  it('has R factors for as many draws', () => {
    const factorOf = new Map<number, number>();
    draws.forEach((times: number[], rep: number) => {
      times.forEach((k, i) => {
        factorOf.set(k, factors[rep][i]);
      });
    });
    const known = [...factorOf.values()];
    const step = factorOf.get(1)! - factorOf.get(0)!;
    for (const factor of made.factors) {
      let drawnPsus = 0;
      for (const value of factor) {
        const k = Math.round((value - factorOf.get(0)!) / step);
        drawnPsus += k;
        expectClose(value, factorOf.get(k) ?? factorOf.get(0)! + k * step, CLOSED_FORM, 'rwyb factor');
      }
      expect(drawnPsus).toBe(m);
    }
    expect(known.length).toBeGreaterThan(2);
  });
  it('has the variance of R on the multiplicities that R drew', () => {
    const replicates: PsuReplicates = {
      ...made,
      factors: factors.map(numbers),
      scale: 1 / factors.length,
      rscales: new Float64Array(factors.length).fill(1),
    };
    expect([made.scale, made.mse]).toEqual([1 / 200, true]);
    expectClose(
      surveyTotal(design, numbers(y), { replicates })[0]!.se,
      total_se,
      CLOSED_FORM,
      'rwyb variance',
    );
  });
});

describe('successive differences', () => {
  const { place, stratum, N, w, y, se, se_fpc } = r.sdr;
  const total = (fpc: object, replicates?: number) => {
    const design = surveyDesign({ weight: w, strata: stratum, ...fpc });
    const made = replicateWeights(design, { method: 'successive-difference', order: place, replicates });
    return surveyTotal(design, numbers(y), { replicates: made })[0]!.se;
  };
  it('are those of the sorted list, whatever the Hadamard matrix', () => {
    expectClose(total({}), se, CLOSED_FORM, 'successive differences');
    expectClose(total({}, 60), se, CLOSED_FORM, 'successive differences');
    expectClose(total({ fpc: N }), se_fpc, CLOSED_FORM, 'successive differences, fpc');
  });
  it('with fewer rows than PSUs come near', () => {
    const ratio = total({}, 8) / se;
    expect(ratio).not.toBe(1);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});
