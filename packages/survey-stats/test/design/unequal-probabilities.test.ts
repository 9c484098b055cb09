import { describe, expect, it } from 'vitest';
import { type DesignInput, influenceCovariance, surveyDesign, surveyTotal } from '../../src/index.ts';

const y = Float64Array.of(2, 3, 4);
const fpc = [0.5, 0.25, 0.2];
const weight = [2, 4, 5];
const matrix = [
  [0.5, 0.1, 0.08],
  [0.1, 0.25, 0.04],
  [0.08, 0.04, 0.2],
];
const variance = (pps: DesignInput['pps']) => {
  const design = surveyDesign({ weight, fpc, pps });
  return influenceCovariance(design, [y.map((value, row) => value * weight[row]!)])[0]!;
};

describe('by hand', () => {
  // totals 4, 12, 20
  it('Brewer', () => {
    expect(variance('brewer')).toBeCloseTo(1.5 * (0.5 * 8 ** 2 + 0.75 * 0 + 0.8 * 8 ** 2), 12);
  });
  it('Overton', () => {
    const d = (i: number, j: number) => 1 - (3 - (fpc[i]! + fpc[j]!) / 2) / 2;
    const own = 0.5 * 16 + 0.75 * 144 + 0.8 * 400;
    expect(variance('overton')).toBeCloseTo(own + 2 * (d(0, 1) * 48 + d(0, 2) * 80 + d(1, 2) * 240), 12);
  });
  it('joint probabilities, and Yates-Grundy', () => {
    const d = (i: number, j: number) => 1 - (fpc[i]! * fpc[j]!) / matrix[i]![j]!;
    const own = 0.5 * 16 + 0.75 * 144 + 0.8 * 400;
    const probabilities = { matrix };
    expect(variance({ method: 'joint', probabilities })).toBeCloseTo(
      own + 2 * (d(0, 1) * 48 + d(0, 2) * 80 + d(1, 2) * 240),
      12,
    );
    expect(variance({ method: 'joint', probabilities, estimator: 'yates-grundy' })).toBeCloseTo(
      -d(0, 1) * 64 - d(0, 2) * 256 - d(1, 2) * 64,
      12,
    );
  });
});

it('a PSU alone in its stratum follows the rule for lonely PSUs', () => {
  const input = { weight, fpc, strata: ['a', 'a', 'b'], pps: 'brewer' } as const;
  expect(() => surveyTotal(surveyDesign(input), y)).toThrow(/stratum "b" has only one PSU/);
  const removed = surveyTotal(surveyDesign({ ...input, lonelyPsu: 'remove' }), y)[0]!;
  expect(removed.se ** 2).toBeCloseTo(2 * (0.5 + 0.75) * 16, 12);
});

it('a stratum taken whole adds nothing', () => {
  const design = surveyDesign({ weight: [1, 2, 4], fpc: [1, 0.5, 0.25], strata: [1, 2, 2], pps: 'brewer' });
  expect(surveyTotal(design, y)[0]!.se ** 2).toBeCloseTo(2 * (0.5 + 0.75) * 25, 12);
});

it('strata merged by collapse keep the probabilities of their PSUs', () => {
  const design = surveyDesign({
    weight,
    fpc,
    strata: ['a', 'a', 'b'],
    pps: 'brewer',
    lonelyPsu: 'collapse',
    collapse: { order: [[1, 1, 2]] },
  });
  expect(surveyTotal(design, y)[0]!.se).toBeCloseTo(Math.sqrt(variance('brewer')), 12);
});

describe('refuses', () => {
  const bad = (more: Partial<DesignInput>) => () => surveyDesign({ weight, fpc, pps: 'brewer', ...more });
  const joint = (more: object) => bad({ pps: { method: 'joint', probabilities: { matrix, ...more } } });
  it('no probabilities', () => {
    expect(bad({ fpc: undefined })).toThrow(/pps needs the PSUs' inclusion probabilities.*got no fpc/);
    expect(bad({ fpc: [9, 9, 9] })).toThrow(/got population counts/);
  });
  it('a probability that varies inside a PSU', () => {
    expect(bad({ psu: [1, 1, 2] })).toThrow(/the same in all its rows; got 0.5 and 0.25 \(row index 1\)/);
  });
  it('an unknown method or estimator', () => {
    expect(bad({ pps: 'sampford' as 'brewer' })).toThrow(/pps must be one of brewer/);
    expect(bad({ pps: { method: 'overton', estimator: 'best' as 'yates-grundy' } })).toThrow(/got "best"/);
  });
  it('frame squares that are missing or one for several strata', () => {
    const strata = ['a', 'a', 'b'];
    expect(bad({ strata, pps: { method: 'hartley-rao', frameSquares: 0.1 } })).toThrow(/for each stratum/);
    expect(bad({ strata, pps: { method: 'hartley-rao', frameSquares: new Map([['a', 0.1]]) } })).toThrow(
      /stratum "b" has undefined/,
    );
    expect(bad({ pps: { method: 'hartley-rao', frameSquares: 0 } })).toThrow(/the population has 0/);
  });
  it('joint probabilities that do not fit', () => {
    expect(joint({ matrix: matrix.slice(1) })).toThrow(/one row for each PSU; expected 3, got 2/);
    expect(joint({ matrix: [[0.4, 0.1, 0.08], matrix[1], matrix[2]] })).toThrow(
      /row 1 has 0.4, fpc says 0.5/,
    );
    expect(joint({ matrix: [[0.5, 0.2, 0.08], matrix[1], matrix[2]] })).toThrow(/symmetric; row 1, column 2/);
    const never = [
      [0.5, 0, 0.08],
      [0, 0.25, 0.04],
      [0.08, 0.04, 0.2],
    ];
    expect(joint({ matrix: never })).toThrow(/can never be drawn together/);
    expect(joint({ stratum: 'x' })).toThrow(/stratum "x", which the sample does not have/);
  });
  it('PSU ids that do not fit', () => {
    const psu = [7, 8, 9];
    const named = (ids?: number[], more: Partial<DesignInput> = {}) =>
      bad({ psu, pps: { method: 'joint', probabilities: { matrix, psu: ids } }, ...more });
    expect(named()).toThrow(/need the PSU ids of their rows, psu; expected 3, got none/);
    expect(named([7, 8, 10])).toThrow(/name PSU "10"/);
    const block = { stratum: 'a', matrix: [matrix[0]!.slice(0, 2), matrix[1]!.slice(0, 2)] };
    expect(bad({ strata: ['a', 'a', 'b'], pps: { method: 'joint', probabilities: [block] } })).toThrow(
      /in exactly one matrix of joint probabilities; PSU 3 \(stratum "b"\) is in 0/,
    );
    expect(named([7, 8], { psu: [7, 8, 7], strata: [1, 1, 2] })).toThrow(
      /PSU "7" occurs in more than one stratum/,
    );
  });
  it('merging strata whose pairs have probabilities', () => {
    const collapse = { order: [[1, 1, 1]] };
    expect(bad({ pps: 'overton', lonelyPsu: 'collapse', collapse })).toThrow(/pps 'brewer' alone/);
  });
});
