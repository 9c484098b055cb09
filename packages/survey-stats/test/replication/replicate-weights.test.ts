import { describe, expect, it } from 'vitest';
import { calibrate, replicateWeights, surveyDesign, surveyMean, surveyTotal } from '../../src/index.ts';

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
});

describe('bootstrap', () => {
  it('draws the same with the same seed', () => {
    const options = { method: 'bootstrap', replicates: 20, seed: 7 } as const;
    expect(replicateWeights(design, options).factors).toEqual(replicateWeights(design, options).factors);
    expect(replicateWeights(design, { ...options, seed: 8 }).factors).not.toEqual(
      replicateWeights(design, options).factors,
    );
  });
  it('keeps each stratum at its number of PSUs', () => {
    for (const factor of replicateWeights(design, { method: 'bootstrap', replicates: 20 }).factors) {
      expect(factor[0]! + factor[1]! + factor[2]!).toBeCloseTo(3, 12);
    }
  });
  it('comes near linearisation', () => {
    const replicates = replicateWeights(design, { method: 'bootstrap', replicates: 20_000 });
    const ratio = surveyTotal(design, y, { replicates })[0]!.se / surveyTotal(design, y)[0]!.se;
    // the bootstrap variance of a total is unbiased; 20,000 draws leave about 1 % of noise
    expect(Math.abs(ratio - 1)).toBeLessThan(0.03);
  });
});

describe('refuses', () => {
  it('a calibrated design', () => {
    const made = calibrate(design, { x: [new Float64Array(6).fill(1)], totals: [20], kind: 'linear' });
    expect(() => replicateWeights(made, { method: 'jackknife' })).toThrow(/the design is calibrated/);
  });
  it('a lonely PSU, unless it is left out', () => {
    const input = { weight: [1, 1, 1], strata: ['a', 'b', 'b'] };
    expect(() => replicateWeights(surveyDesign(input), { method: 'jackknife' })).toThrow(
      /stratum "a" has only one PSU/,
    );
    const removed = surveyDesign({ ...input, lonelyPsu: 'remove' });
    expect(replicateWeights(removed, { method: 'jackknife' }).factors).toHaveLength(2);
  });
  it('replicates of another design', () => {
    const other = surveyDesign({ weight: [1, 1, 1, 1, 1, 1] });
    const replicates = replicateWeights(other, { method: 'jackknife' });
    expect(() => surveyMean(design, y, { replicates })).toThrow(/made for another design/);
  });
  it('too few', () => {
    expect(() => replicateWeights(design, { method: 'bootstrap', replicates: 1 })).toThrow(
      /at least 2; got 1/,
    );
  });
});
