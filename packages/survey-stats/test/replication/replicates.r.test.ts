import { afterAll, expect, it } from 'vitest';
import {
  domainCells,
  type ReplicateWeights,
  replicateWeights,
  type SurveyDesign,
  surveyDesign,
  surveyMean,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('replicates');
afterAll(reportWorst);

const strat = surveyDesign({ weight: r.apistrat.pw, strata: r.apistrat.stype });
const clus1 = surveyDesign({ weight: r.apiclus1.pw, psu: r.apiclus1.dnum });
const clus1Fpc = surveyDesign({ weight: r.apiclus1.pw, psu: r.apiclus1.dnum, fpc: r.apiclus1.fpc });
const drawn: ReplicateWeights = {
  design: clus1,
  method: 'bootstrap',
  factors: r.bootstrap.factors.map(numbers),
  scale: r.bootstrap.scale,
  rscales: new Float64Array(r.bootstrap.factors.length).fill(1),
};

it.each([
  ['jkn', strat, r.apistrat, replicateWeights(strat, { method: 'jackknife' })],
  ['jk1', clus1, r.apiclus1, replicateWeights(clus1, { method: 'jackknife' })],
  ['jk1_fpc', clus1Fpc, r.apiclus1, replicateWeights(clus1Fpc, { method: 'jackknife' })],
  ['bootstrap', clus1, r.apiclus1, drawn],
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
  expect(replicates.factors).toHaveLength(replicates.rscales.length);
});
