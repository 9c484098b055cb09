import { describe, expect, it } from 'vitest';
import {
  calibrate,
  type DesignInput,
  type ReplicateOptions,
  replicateWeights,
  surveyDesign,
  surveyMean,
  surveyQuantile,
  surveyTotal,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 2, 1, 3, 2, 2], strata: [1, 1, 1, 2, 2, 2] });
const y = Float64Array.of(3, 1, 4, 1, 5, 9);

describe('jackknife', () => {
  it('drops each PSU and raises the others of its stratum', () => {
    const { factors, rscales } = replicateWeights(design, { method: 'jackknife' });
    expect(factors).toHaveLength(6);
    expect([...factors[0]!]).toEqual([0, 1.5, 1.5, 1, 1, 1]);
    expect(rscales[0]).toBeCloseTo(2 / 3, 15);
  });
  it('equals linearisation for a total', () => {
    const replicates = replicateWeights(design, { method: 'jackknife' });
    expect(surveyTotal(design, y, { replicates })[0]!.se).toBeCloseTo(surveyTotal(design, y)[0]!.se, 12);
  });
  it('leaves strata taken whole alone', () => {
    const whole = surveyDesign({ weight: [1, 1, 3, 3], strata: [1, 1, 2, 2], fpc: [2, 2, 6, 6] });
    const { factors } = replicateWeights(whole, { method: 'jackknife' });
    expect(factors.map((factor) => [...factor])).toEqual([
      [1, 1, 0, 2],
      [1, 1, 2, 0],
    ]);
  });
});

describe('balanced half-samples', () => {
  const pairs = surveyDesign({ weight: [1, 2, 3, 4], strata: [1, 1, 2, 2] });
  it('take one PSU a stratum, each pair of strata in every combination', () => {
    const { factors, scale } = replicateWeights(pairs, { method: 'brr' });
    expect(factors.map((factor) => [...factor])).toEqual([
      [0, 2, 0, 2],
      [2, 0, 0, 2],
      [0, 2, 2, 0],
      [2, 0, 2, 0],
    ]);
    expect(scale).toBe(1 / 4);
  });
  it('keep half of the weight by Fay', () => {
    const { factors, scale } = replicateWeights(pairs, { method: 'fay' });
    expect([...factors[0]!]).toEqual([0.5, 1.5, 0.5, 1.5]);
    expect(scale).toBe(1);
  });
  it('need two PSUs a stratum and no fpc', () => {
    expect(() => replicateWeights(design, { method: 'brr' })).toThrow(
      /need strata of two PSUs; stratum "1" has 3/,
    );
    const fpc = surveyDesign({ weight: [2, 2], fpc: [4, 4] });
    expect(() => replicateWeights(fpc, { method: 'fay' })).toThrow(/no finite population correction/);
  });
});

describe('bootstraps', () => {
  it.each(['bootstrap', 'canty-davison', 'rao-wu-yue-beaumont'] as const)(
    '%s draws the same with the same seed',
    (method) => {
      const options = { method, replicates: 20, seed: 7 } as const;
      expect(replicateWeights(design, options).factors).toEqual(replicateWeights(design, options).factors);
      expect(replicateWeights(design, { ...options, seed: 8 }).factors).not.toEqual(
        replicateWeights(design, options).factors,
      );
    },
  );
  it.each(['bootstrap', 'canty-davison', 'rao-wu-yue-beaumont'] as const)(
    '%s keeps each stratum at its number of PSUs',
    (method) => {
      for (const factor of replicateWeights(design, { method, replicates: 20 }).factors) {
        expect(factor[0]! + factor[1]! + factor[2]!).toBeCloseTo(3, 12);
      }
    },
  );
  // the bootstrap variance of a total is unbiased; 20,000 draws leave about 1 % of noise
  it.each([
    ['bootstrap', {}],
    ['canty-davison', {}],
    ['rao-wu-yue-beaumont', {}],
    ['rao-wu-yue-beaumont', { fpc: [6, 6, 6, 5, 5, 5] }],
  ] as [ReplicateOptions['method'], Partial<DesignInput>][])(
    '%s comes near linearisation %j',
    (method, fpc) => {
      const made = surveyDesign({ weight: design.weight, strata: [1, 1, 1, 2, 2, 2], ...fpc });
      const replicates = replicateWeights(made, { method, replicates: 20_000 });
      const ratio = surveyTotal(made, y, { replicates })[0]!.se / surveyTotal(made, y)[0]!.se;
      expect(Math.abs(ratio - 1)).toBeLessThan(0.03);
    },
  );
  it('canty-davison draws without replacement from a finite population', () => {
    const weight = new Array(40).fill(2);
    const values = Float64Array.from(weight, (_, i) => (i * 7) % 11);
    const made = surveyDesign({ weight, fpc: new Array(40).fill(90) });
    const replicates = replicateWeights(made, { method: 'canty-davison', replicates: 5000 });
    for (const factor of replicates.factors) {
      expect(Math.max(...factor)).toBeLessThanOrEqual(3);
      expect(factor.reduce((a, b) => a + b, 0)).toBe(40);
    }
    // (N − n)/(N − 1) of the copies against 1 − n/N
    const ratio = surveyTotal(made, values, { replicates })[0]!.se / surveyTotal(made, values)[0]!.se;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.04);
  });
});

describe('successive differences', () => {
  it('of two PSUs are their difference', () => {
    const two = surveyDesign({ weight: [1, 1] });
    const replicates = replicateWeights(two, { method: 'successive-difference' });
    expect(surveyTotal(two, Float64Array.of(1, 4), { replicates })[0]!.se).toBeCloseTo(3, 12);
  });
  it('need an order that is the same in a PSU', () => {
    const made = surveyDesign({ weight: [1, 1, 1], psu: [1, 1, 2] });
    const order = (values: number[]) => () =>
      replicateWeights(made, { method: 'successive-difference', order: values });
    expect(order([1, 2, 3])).toThrow(/the same in all rows of a PSU; row index 1 has 2/);
    expect(order([Number.NaN, Number.NaN, 3])).toThrow(/order must be a number/);
    expect(order([1, 1])).toThrow(/expected 3, got 2/);
  });
});

describe('refuses', () => {
  it('a calibrated design', () => {
    const made = calibrate(design, { x: [new Float64Array(6).fill(1)], totals: [20], kind: 'linear' });
    expect(() => replicateWeights(made, { method: 'jackknife' })).toThrow(
      /the design is calibrated.*calibrateReplicates/,
    );
  });
  it('a lonely PSU, unless it is left out', () => {
    const input = { weight: [1, 1, 1], strata: ['a', 'b', 'b'] };
    expect(() => replicateWeights(surveyDesign(input), { method: 'jackknife' })).toThrow(
      /stratum "a" has only one PSU/,
    );
    const removed = surveyDesign({ ...input, lonelyPsu: 'remove' });
    expect(replicateWeights(removed, { method: 'jackknife' }).factors).toHaveLength(2);
  });
  it('a design in which nothing varies', () => {
    const whole = surveyDesign({ weight: [1, 1], fpc: [2, 2] });
    expect(() => replicateWeights(whole, { method: 'jackknife' })).toThrow(/so nothing varies/);
    expect(() => replicateWeights(whole, { method: 'successive-difference' })).toThrow(/at least two PSUs/);
  });
  it('replicates of another design', () => {
    const other = surveyDesign({ weight: [1, 1, 1, 1, 1, 1] });
    const replicates = replicateWeights(other, { method: 'jackknife' });
    expect(() => surveyMean(design, y, { replicates })).toThrow(/made for another design/);
    expect(() => surveyQuantile(design, y, 0.5, { replicates })).toThrow(/made for another design/);
  });
  it('unequal probabilities that a method cannot hold', () => {
    const made = surveyDesign({ weight: [2, 3, 4], fpc: [0.5, 0.4, 0.3], pps: 'overton' });
    expect(() => replicateWeights(made, { method: 'jackknife' })).toThrow(/pps 'brewer' only/);
    expect(() => replicateWeights(made, { method: 'rao-wu-yue-beaumont' })).toThrow(/pps 'brewer' only/);
    expect(() => replicateWeights(made, { method: 'canty-davison' })).toThrow(/equal probabilities/);
  });
  it('more draws than keep every factor at 0 or above', () => {
    const strata = ['a', 'a', 'b', 'b', 'b'];
    const options = { method: 'rao-wu-yue-beaumont', draws: 2, replicates: 40 } as const;
    const whole = surveyDesign({ weight: [1, 1, 1, 1, 1], strata });
    expect(() => replicateWeights(whole, options)).toThrow(
      'draws must be at most (n − 1)/(1 − f) in every stratum, or factors fall below 0; stratum "a" allows 1, got 2',
    );
    const half = surveyDesign({ weight: [2, 2, 2, 2, 2], strata, fpc: [4, 4, 6, 6, 6] });
    const { factors } = replicateWeights(half, options);
    expect(Math.min(...factors.flatMap((factor) => Array.from(factor)))).toBe(0);
  });
  it.each([
    [{ method: 'bootstrap', replicates: 1 }, /at least 2; got 1/],
    [{ method: 'jackknife', replicates: 10 }, /replicates belongs to bootstrap/],
    [{ method: 'brr', seed: 3 }, /seed belongs to bootstrap/],
    [{ method: 'brr', fayRho: 0.3 }, /fayRho belongs to fay/],
    [{ method: 'fay', fayRho: 1 }, /above 0 and below 1/],
    [{ method: 'bootstrap', draws: 3 }, /draws belongs to rao-wu-yue-beaumont/],
    [{ method: 'rao-wu-yue-beaumont', draws: 0.5 }, /draws must be a whole number/],
    [{ method: 'jack' }, /method must be one of jackknife, brr/],
  ] as unknown as [ReplicateOptions, RegExp][])('%j', (options, message) => {
    expect(() => replicateWeights(design, options)).toThrow(message);
  });
  it('a jackknife of a quantile, and another interval than t', () => {
    const jackknife = replicateWeights(design, { method: 'jackknife' });
    expect(() => surveyQuantile(design, y, 0.5, { replicates: jackknife })).toThrow(
      /a jackknife \(jackknife\) gives no valid variance of a quantile/,
    );
    const replicates = replicateWeights(design, { method: 'bootstrap', replicates: 10 });
    expect(() => surveyQuantile(design, y, 0.5, { replicates, ciMethod: 'beta' })).toThrow(/estimate ∓ t se/);
  });
});

it('a replicate that leaves a domain without weight leaves it without a standard error', () => {
  const lone = surveyDesign({ weight: [1, 1, 1] });
  const replicates = replicateWeights(lone, { method: 'jackknife' });
  const answers = Float64Array.of(3, Number.NaN, Number.NaN);
  const mean = surveyMean(lone, answers, { replicates })[0]!;
  expect([mean.estimate, mean.se]).toEqual([3, Number.NaN]);
});
