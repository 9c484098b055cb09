import { describe, expect, it } from 'vitest';
import {
  deltaMethod,
  domainCells,
  jointEstimates,
  jointMeans,
  type Statistic,
  surveyContrasts,
  surveyCorrelation,
  surveyCovariance,
  surveyDesign,
  surveyFunction,
  surveyMean,
  surveyShare,
  surveyVariance,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 1, 1, 1] });
const x = Float64Array.of(1, 2, 6, Number.NaN);
const y = Float64Array.of(0, 3, 3, 7);
const domains = domainCells(design, Int32Array.of(0, 0, 0, 1), 3);

describe('variance, covariance, correlation', () => {
  it('by hand, without the row that misses one', () => {
    expect(surveyVariance(design, x)[0]!.estimate).toBeCloseTo(7, 14);
    expect(surveyCovariance(design, [x, y])[0]!.estimate).toBeCloseTo(3, 14);
    expect(surveyCorrelation(design, [x, y])[0]!.estimate).toBeCloseTo(3 / Math.sqrt(7 * 3), 14);
    expect(surveyCovariance(design, [x, y])[0]!.n).toBe(3);
    expect(surveyVariance(design, x)[0]!.missingShare).toBe(0.25);
  });

  it('the standard error of a variance, by hand', () => {
    // u = 3/2 (x − 3)² = 6, 1.5, 13.5, mean 7; SE² = 4/3 Σ (u/3 − 7/3)² over four PSUs, one of them 0
    const sum = (1 / 9) * (1 + 5.5 ** 2 + 6.5 ** 2);
    expect(surveyVariance(design, x)[0]!.se).toBeCloseTo(Math.sqrt((4 / 3) * sum), 14);
  });

  it('one row, no row, and a variable that does not vary', () => {
    const [, single, empty] = surveyVariance(design, y, { domains });
    expect([single!.n, single!.estimate, single!.se]).toEqual([1, Number.NaN, Number.NaN]);
    expect([empty!.n, empty!.estimate, empty!.se]).toEqual([0, Number.NaN, Number.NaN]);
    const constant = new Float64Array(4).fill(0.1);
    expect(surveyVariance(design, constant)[0]).toMatchObject({ estimate: 0, se: 0, cv: Number.NaN });
    expect(surveyCorrelation(design, [constant, y])[0]).toMatchObject({
      estimate: Number.NaN,
      se: Number.NaN,
    });
  });

  it('columns are checked', () => {
    expect(() => surveyVariance(design, Float64Array.of(1))).toThrow(
      'surveyVariance: y must have one value a row',
    );
    expect(() => surveyCorrelation(design, [x, Float64Array.of(1)])).toThrow('columns[1]');
  });
});

describe('joint estimates and contrasts', () => {
  it('entries are in the order domain, statistic', () => {
    const joint = jointEstimates(
      design,
      [
        { kind: 'mean', y },
        { kind: 'total', y },
        { kind: 'ratio', y, x },
      ],
      { domains },
    );
    expect(Array.from(joint.estimate)).toEqual([
      2,
      6,
      6 / 9,
      7,
      7,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect(Array.from(joint.n)).toEqual([3, 3, 3, 1, 1, 0, 0, 0, 0]);
    expect([joint.levels, joint.statistics]).toEqual([3, 3]);
    expect(joint.covariance[8 * 9 + 8]).toBeNaN();
    expect(joint.covariance[1 * 9 + 0]).toBe(joint.covariance[0 * 9 + 1]);
  });

  it('missing together uses the rows that have all', () => {
    expect(Array.from(jointMeans(design, [x, y]).n)).toEqual([3, 4]);
    expect(Array.from(jointMeans(design, [x, y], { missing: 'together' }).n)).toEqual([3, 3]);
  });

  it('a contrast that repeats another has no joint test, and neither have more contrasts than df', () => {
    const joint = jointMeans(design, [x, y]);
    const repeated = surveyContrasts(joint, [
      [1, -1],
      [2, -2],
    ]);
    expect(repeated.joint.pValue).toBeNaN();
    expect(repeated.contrasts[0]!.t).toBeCloseTo(repeated.contrasts[1]!.t, 12);
    const both = [
      [1, 0],
      [0, 1],
    ];
    expect(surveyContrasts(joint, both, { df: 1 }).joint.pValue).toBeNaN();
    expect(surveyContrasts(joint, both, { df: Number.POSITIVE_INFINITY }).joint.pValue).toBeGreaterThan(0);
    expect(surveyContrasts(joint, [[1, -1]]).contrasts[0]!.df).toBe(3);
    expect(() => surveyContrasts(joint, [[1]])).toThrow('row 0: expected 2, got 1');
  });

  it('one contrast: F is t²', () => {
    const { contrasts, joint } = surveyContrasts(jointMeans(design, [x, y]), [[1, -1]]);
    expect(joint.f).toBeCloseTo(contrasts[0]!.t ** 2, 12);
    expect(joint.pValue).toBeCloseTo(contrasts[0]!.pValue, 12);
  });
});

describe('functions and shares', () => {
  it('exp of a mean', () => {
    const [mean] = surveyMean(design, y);
    const [exp] = surveyFunction(design, [{ kind: 'mean', y }], {
      g: ([m = 0]) => Math.exp(m),
      ciMethod: 'log',
    });
    expect(exp!.estimate).toBeCloseTo(Math.exp(3.25), 10);
    expect(exp!.se / (Math.exp(3.25) * mean!.se)).toBeCloseTo(1, 11);
    expect(exp!.ciHigh).toBeCloseTo(Math.exp(mean!.ciHigh), 6);
    expect(exp!.deff).toBeNaN();
  });

  it('a function without an estimate is NaN, and bad calls throw', () => {
    const statistics: Statistic[] = [{ kind: 'mean', y }];
    const [, , empty] = surveyFunction(design, statistics, { g: ([m = 0]) => m, domains });
    expect([empty!.n, empty!.estimate, empty!.se]).toEqual([0, Number.NaN, Number.NaN]);
    expect(deltaMethod(jointMeans(design, [y], { domains }), ([a = 0, b = 0]) => a / b).estimate).toBeNaN();
    expect(() => surveyFunction(design, [], { g: () => 1 })).toThrow('at least one');
    expect(() => surveyFunction(design, statistics, { g: ([m = 0]) => m, gradient: () => [1, 2] })).toThrow(
      'expected 1, got 2',
    );
    const odd = { kind: 'median', y } as unknown as Statistic;
    expect(() => surveyFunction(design, [odd], { g: ([m = 0]) => m })).toThrow(
      'must be mean, total or ratio',
    );
  });

  it('log-odds near 1, where a wide step would leave the range', () => {
    const n = 5000;
    const large = surveyDesign({ weight: new Float64Array(n).fill(1) });
    const share = Float64Array.from({ length: n }, (_, row) => (row === 0 ? 0 : 1));
    const g = ([p = 0]: readonly number[]) => Math.log(p / (1 - p));
    const [numeric] = surveyFunction(large, [{ kind: 'mean', y: share }], { g });
    const gradient = ([p = 0]: readonly number[]) => [1 / (p * (1 - p))];
    const [exact] = surveyFunction(large, [{ kind: 'mean', y: share }], { g, gradient });
    expect(numeric!.se / exact!.se).toBeCloseTo(1, 8);
  });

  it('shares by hand: n is that of the whole, an empty part has 0', () => {
    const shares = surveyShare(design, y, { domains });
    expect(shares.map(({ estimate }) => estimate)).toEqual([6 / 13, 7 / 13, 0]);
    expect(shares.map(({ n }) => n)).toEqual([4, 4, 4]);
    expect(shares[2]).toMatchObject({ se: 0, df: 3 });
    expect(surveyShare(design, new Float64Array(4), { domains })[0]!.estimate).toBeNaN();
    expect(() => surveyShare(design, y, {} as { domains: typeof domains })).toThrow('must name the parts');
  });
});
