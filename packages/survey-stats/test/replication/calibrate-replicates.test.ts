import { describe, expect, it } from 'vitest';
import {
  calibrateReplicates,
  poststratify,
  replicateEstimate,
  replicateWeights,
  type SurveyDesign,
  surveyDesign,
  surveyMean,
  surveyQuantile,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 2, 1, 3, 2, 2], psu: [1, 1, 2, 2, 3, 3] });
const y = Float64Array.of(3, 1, 4, 1, 5, 9);
const sex = { name: 'sex', codes: Int32Array.of(0, 1, 0, 1, 0, 1), levels: ['f', 'm'], totals: [10, 12] };
const adjust = (base: SurveyDesign) => poststratify(base, sex).design;
const jackknife = replicateWeights(design, { method: 'jackknife' });

it('every replicate meets the totals, and its weights are those of its own calibration', () => {
  const replicates = calibrateReplicates(jackknife, adjust);
  // without PSU 1: women of weight 1 and 2, men of 3 and 2, each times 3/2
  [0, 0, 10 / 3, (12 * 3) / 5, 20 / 3, (12 * 2) / 5].forEach((w, row) => {
    expect(replicates.weights[0]![row]).toBeCloseTo(w, 12);
  });
  expect(replicates.design.calibration).toHaveLength(1);
});

it('keeps the rule of df and of the centre', () => {
  const replicates = calibrateReplicates({ ...jackknife, mse: true, df: 5 }, adjust);
  expect([replicates.mse, replicates.df]).toEqual([true, 5]);
  expect(surveyMean(replicates.design, y, { replicates })[0]!.df).toBe(5);
  expect(calibrateReplicates(jackknife, adjust).df).toBeUndefined();
});

it('does not read weights of the base design as the calibrated ones', () => {
  const replicates = calibrateReplicates(jackknife, adjust);
  expect(() => surveyMean(design, y, { replicates })).toThrow(/made for another design.*calibrateReplicates/);
  const mean = surveyMean(replicates.design, y, { replicates })[0]!;
  expect(mean.df).toBe(2);
  expect(mean.se).toBeGreaterThan(0);
});

it('can be calibrated again', () => {
  const once = calibrateReplicates(jackknife, adjust);
  const twice = calibrateReplicates(once, adjust);
  twice.weights.forEach((weight, r) => {
    weight.forEach((w, row) => {
      expect(w).toBeCloseTo(once.weights[r]![row]!, 12);
    });
  });
});

it('gives quantiles', () => {
  const base = replicateWeights(design, { method: 'bootstrap', replicates: 30 });
  const whole = { name: 'all', codes: new Int32Array(6), levels: ['all'], totals: [50] };
  const replicates = calibrateReplicates(base, (own) => poststratify(own, whole).design);
  const scaled = surveyQuantile(replicates.design, y, 0.5, { replicates })[0]!;
  // one total alone scales all weights of a replicate, which moves no quantile
  expect(scaled.se).toBe(surveyQuantile(design, y, 0.5, { replicates: base })[0]!.se);
});

describe('refuses', () => {
  it('a replicate that cannot be calibrated, by number', () => {
    const area = { ...sex, codes: Int32Array.of(0, 0, 1, 1, 1, 1) };
    expect(() => calibrateReplicates(jackknife, (base) => poststratify(base, area).design)).toThrow(
      /replicate 1 of 3 cannot be calibrated: poststratify: every control category must occur.*sex "f"/,
    );
  });
  it('another design', () => {
    const other = surveyDesign({ weight: [1, 1, 1, 1, 1, 1] });
    expect(() => calibrateReplicates(jackknife, () => other)).toThrow(/with other weights/);
  });
  it('a weight for a row that has none in the full sample', () => {
    const uneven = (base: SurveyDesign) =>
      base === design ? { ...base, weight: base.weight.map((w, row) => (row === 5 ? 0 : w)) } : base;
    expect(() => calibrateReplicates(jackknife, uneven)).toThrow(/row index 5 has 3 in replicate 1/);
  });
  it('statistics that come and go', () => {
    expect(() => replicateEstimate(jackknife, (w) => (w[0] === 0 ? [1] : [1, 2]))).toThrow(
      /expected 2, got 1 in replicate 1/,
    );
    expect(() => replicateEstimate(jackknife, () => [])).toThrow(/at least one number/);
  });
});

it('a statistic without a value in a replicate has no variance, the others have theirs', () => {
  const found = replicateEstimate(jackknife, (w) => [w[0] === 0 ? Number.NaN : 1, w[5]!]);
  expect(found.se[0]).toBeNaN();
  expect(found.se[1]).toBeGreaterThan(0);
  expect(found.covariance[1]).toBeNaN();
});
