import { expect, it } from 'vitest';
import {
  givenReplicates,
  replicateEstimate,
  replicateWeights,
  surveyDesign,
  surveyMean,
  surveyTotal,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 1, 2, 2, 2, 3], strata: ['a', 'a', 'b', 'b', 'b', 'b'] });
const y = Float64Array.of(2, 3, 1, 7, 4, 5);
const total = (weight: Float64Array): number => weight.reduce((sum, w, row) => sum + w * y[row]!, 0);
/** Sums over a few dozen replicates. */
const DIGITS = 10;

it('bootstrap: the variance of the replicates’ totals, with R − 1', () => {
  const replicates = replicateWeights(design, { method: 'bootstrap', replicates: 20, seed: 3 });
  const totals = replicates.factors.map((factor) =>
    total(design.weight.map((w, row) => w * factor[design.psu[row]!]!)),
  );
  const mean = totals.reduce((sum, t) => sum + t, 0) / 20;
  const variance = totals.reduce((sum, t) => sum + (t - mean) ** 2, 0) / 19;
  expect(surveyTotal(design, y, { replicates })[0]!.se ** 2).toBeCloseTo(variance, DIGITS);
});

it.each(['jackknife', 'bootstrap', 'rao-wu-yue-beaumont'] as const)(
  '%s: any statistic has the error of the estimator',
  (method) => {
    const replicates = replicateWeights(design, { method });
    const mean = (weight: Float64Array) => total(weight) / weight.reduce((sum, w) => sum + w, 0);
    const { se, covariance } = replicateEstimate(replicates, (weight) => [mean(weight), total(weight)]);
    expect(se[0]).toBeCloseTo(surveyMean(design, y, { replicates })[0]!.se, DIGITS);
    expect(se[1]).toBeCloseTo(surveyTotal(design, y, { replicates })[0]!.se, DIGITS);
    expect(Math.abs(covariance[1]!)).toBeLessThanOrEqual(se[0]! * se[1]! * (1 + 1e-12));
  },
);

it('a given stratified jackknife needs no scale', () => {
  const made = replicateWeights(design, { method: 'jackknife' });
  const weights = made.factors.map((factor) => design.weight.map((w, row) => w * factor[design.psu[row]!]!));
  const given = givenReplicates(design, { type: 'JKn', weights, rscales: made.rscales, combined: true });
  const se = surveyTotal(design, y, { replicates: made })[0]!.se;
  expect(surveyTotal(design, y, { replicates: given })[0]!.se).toBeCloseTo(se, DIGITS);
});
