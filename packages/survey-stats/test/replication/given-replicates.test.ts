import { describe, expect, it } from 'vitest';
import {
  domainCells,
  type GivenReplicates,
  givenReplicates,
  surveyDesign,
  surveyMean,
  surveyQuantile,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [2, 2, 4] });
const weights = [
  [0, 3, 5],
  [3, 0, 5],
  [3, 3, 0],
];
const given: GivenReplicates = { type: 'JK1', weights, combined: true, scale: 2 / 3 };
const y = Float64Array.of(1, 4, 2);

it('a mean worked out by hand', () => {
  const replicates = givenReplicates(design, given);
  // means 22/8, 13/8, 15/6; their mean is 2.291667
  const found = surveyMean(design, y, { replicates })[0]!;
  const means = [22 / 8, 13 / 8, 15 / 6];
  const centre = (means[0]! + means[1]! + means[2]!) / 3;
  const variance = (2 / 3) * means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0);
  expect(found.estimate).toBe(18 / 8);
  expect(found.se).toBeCloseTo(Math.sqrt(variance), 14);
  expect(found.df).toBe(2);
});

it('a domain has the rank of its own rows, and none without rows', () => {
  const domains = domainCells(design, Int32Array.of(0, 1, 1), 3);
  const found = surveyMean(design, y, { replicates: givenReplicates(design, given), domains });
  expect(found.map(({ df }) => df)).toEqual([0, 1, 0]);
  expect(found[0]!.ciLow).toBeNaN();
});

it('the df of the call goes before that of the replicates', () => {
  const replicates = givenReplicates(design, { ...given, df: 7 });
  expect(surveyMean(design, y, { replicates })[0]!.df).toBe(7);
  expect(surveyMean(design, y, { replicates, df: 40 })[0]!.df).toBe(40);
});

describe('refuses', () => {
  it.each([
    [{ type: 'JK1', scale: undefined }, /type JK1 needs scale, \(n − 1\)\/n/],
    [{ type: 'JKn' }, /type JKn needs rscales/],
    [{ type: 'other', scale: undefined, rscales: [1, 1, 1] }, /type other needs scale/],
    [{ type: 'BRR' }, /type BRR has scale 0.333\d* by definition; got 0.666/],
    [{ type: 'Fay', scale: undefined }, /fayRho must be given with type Fay/],
    [{ fayRho: 0.5 }, /only with it/],
    [{ type: 'SDR', scale: undefined }, /type must be one of JK1/],
    [{ scale: 0 }, /scale must be above 0; got 0/],
    [{ rscales: [1, 1] }, /expected 3, got 2/],
    [{ rscales: [1, -1, 1] }, /got -1 at index 1/],
    [{ rscales: [0, 0, 0] }, /not all 0/],
    [{ df: 0 }, /df must be above 0/],
    [{ weights: [[1, 2, 3]] }, /at least two columns/],
    [{ weights: [[1, 2], weights[1], weights[2]] }, /column 0: expected 3, got 2/],
    [{ weights: [[1, -2, 3], weights[1], weights[2]] }, /column 0 has -2 at row index 1/],
    [{ weights: [[1, Number.NaN, 3], weights[1], weights[2]] }, /column 0 has NaN at row index 1/],
    [{ combined: false, weights: weights.map((column) => column.map((w) => w * 10)) }, /factors, about 1/],
    [{ weights: weights.map((column) => column.map((w) => w / 20)) }, /weights, about 2.667/],
  ] as [Partial<GivenReplicates>, RegExp][])('%j', (more, message) => {
    expect(() => givenReplicates(design, { ...given, ...more })).toThrow(message);
  });
  it('weight for a row that has none', () => {
    const partial = surveyDesign({ weight: [0, 2, 4] });
    expect(() => givenReplicates(partial, given)).toThrow(/a row of weight 0/);
  });
  it('quantiles of given jackknives', () => {
    const replicates = givenReplicates(design, given);
    expect(() => surveyQuantile(design, y, 0.5, { replicates })).toThrow(/a jackknife \(JK1\)/);
  });
});
