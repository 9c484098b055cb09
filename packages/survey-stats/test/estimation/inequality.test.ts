import { describe, expect, it } from 'vitest';
import {
  domainCells,
  geometricMean,
  gini,
  type LowPayOptions,
  lowPayShare,
  surveyDesign,
  surveyLorenz,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 1, 1, 1, 1] });
const domains = domainCells(design, Int32Array.of(0, 0, 0, 0, 1), 3);

describe('gini', () => {
  it.each([
    ['all equal', [4, 4, 4, 4, 4], 0],
    ['one has all', [0, 0, 0, 0, 9], 0.8],
    ['1 to 5', [1, 2, 3, 4, 5], 4 / 15],
    ['a missing value', [1, 3, Number.NaN, Number.NaN, Number.NaN], 0.25],
  ])('%s', (_, values, expected) => {
    const [found] = gini(design, Float64Array.from(values));
    expect(found!.estimate).toBeCloseTo(expected, 14);
    if (expected === 0) expect(found!.se).toBe(0);
  });

  it('a weight of 3 is three people', () => {
    const weighted = surveyDesign({ weight: [3, 1] });
    const [three] = gini(weighted, Float64Array.of(2, 6));
    const [apart] = gini(surveyDesign({ weight: [1, 1, 1, 1] }), Float64Array.of(6, 2, 2, 2));
    expect(three!.estimate).toBeCloseTo(apart!.estimate, 14);
  });

  it('empty, single, zero total; negative values throw', () => {
    const y = Float64Array.of(1, 2, 3, 4, 5);
    const [, single, empty] = gini(design, y, { domains });
    expect([single!.estimate, single!.se, single!.n]).toEqual([0, 0, 1]);
    expect([empty!.estimate, empty!.se, empty!.n]).toEqual([Number.NaN, Number.NaN, 0]);
    expect(gini(design, new Float64Array(5))[0]!.estimate).toBeNaN();
    expect(() => gini(design, Float64Array.of(1, -2, 3, -4, 5))).toThrow(
      '2 of 5 rows are not, the first at index 1',
    );
  });
});

describe('Lorenz curve', () => {
  it('straight lines between people', () => {
    const [curve] = surveyLorenz(design, Float64Array.of(5, 1, 3, 2, 4), { points: [0, 0.2, 0.3, 0.8, 1] });
    expect(curve!.map(({ estimate }) => estimate)).toEqual([0, 1 / 15, 2 / 15, 10 / 15, 1]);
    expect([curve![0]!.se, curve![4]!.se]).toEqual([0, 0]);
  });

  it('empty and single domains, bad points', () => {
    const y = Float64Array.of(1, 2, 3, 4, 5);
    const [, single, empty] = surveyLorenz(design, y, { domains, points: [0.5] });
    expect(single![0]!.estimate).toBe(0.5);
    expect([empty![0]!.estimate, empty![0]!.n]).toEqual([Number.NaN, 0]);
    expect(surveyLorenz(design, y)[0]).toHaveLength(11);
    expect(() => surveyLorenz(design, y, { points: [1.2] })).toThrow('got 1.2');
  });
});

describe('low pay', () => {
  const y = Float64Array.of(1, 4, 6, 7, 9);

  it('two thirds of the median of 6 is 4: strictly below, or at the line too', () => {
    expect(lowPayShare(design, y, { lineOf: 'population' })[0]).toMatchObject({ estimate: 0.2, line: 4 });
    expect(lowPayShare(design, y, { lineOf: 'population', counted: 'at_or_below' })[0]!.estimate).toBe(0.4);
  });

  it('the line of the whole population or of each domain must be said', () => {
    expect(lowPayShare(design, y, { lineOf: 'population', domains })[0]!.line).toBe(4);
    const [own, single, empty] = lowPayShare(design, y, { lineOf: 'domain', domains });
    expect(own!.line).toBeCloseTo(8 / 3, 14);
    expect(own!.estimate).toBe(0.25);
    expect([single!.line, single!.estimate]).toEqual([6, 0]);
    expect([empty!.estimate, empty!.se, empty!.n]).toEqual([Number.NaN, Number.NaN, 0]);
    expect(() => lowPayShare(design, y, {} as LowPayOptions)).toThrow("'population' or 'domain'");
    expect(() => lowPayShare(design, y, { lineOf: 'domain', fraction: 0 })).toThrow(
      'fraction must be above 0',
    );
    expect(() => lowPayShare(design, y, { lineOf: 'domain', bandwidth: -1 })).toThrow(
      'bandwidth must be above 0',
    );
  });

  it('rows without pay neither make the line nor count', () => {
    const gap = Float64Array.of(1, 4, 6, 7, Number.NaN);
    expect(lowPayShare(design, gap, { lineOf: 'population' })[0]).toMatchObject({ estimate: 0.25, n: 4 });
  });

  it('a kernel width of rows does not change with the scale of the weights', () => {
    const heavy = surveyDesign({ weight: [100, 100, 100, 100, 100] });
    const options = { lineOf: 'population', bandwidth: 'rows' } as const;
    expect(lowPayShare(heavy, y, options)[0]!.se).toBeCloseTo(lowPayShare(design, y, options)[0]!.se, 14);
  });
});

describe('geometric mean', () => {
  it('by hand, with gaps and empty domains', () => {
    const y = Float64Array.of(1, 10, 100, Number.NaN, 5);
    const [mean, single, empty] = geometricMean(design, y, { domains });
    expect(mean!.estimate).toBeCloseTo(10, 13);
    expect([single!.estimate, single!.n]).toEqual([expect.closeTo(5, 13), 1]);
    expect([empty!.estimate, empty!.n]).toEqual([Number.NaN, 0]);
  });

  it('values of 0 throw, or are left out by the stated rule', () => {
    const y = Float64Array.of(1, 10, 100, 0, -2);
    expect(() => geometricMean(design, y)).toThrow('2 of 5 rows are not, the first at index 3 (0)');
    const [found] = geometricMean(design, y, { notPositive: 'exclude' });
    expect([found!.estimate, found!.n, found!.missingShare]).toEqual([expect.closeTo(10, 13), 3, 0.4]);
  });
});
