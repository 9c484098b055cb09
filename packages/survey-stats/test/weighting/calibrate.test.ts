import { describe, expect, it } from 'vitest';
import { calibrate, calibrationBounds, rake, surveyDesign, surveyMean } from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 2, 1, 2, 3, 1] });
const ones = new Float64Array(6).fill(1);
const sex = {
  name: 'sex',
  codes: Int32Array.of(0, 1, 0, 1, 0, 1),
  levels: ['female', 'male'],
  totals: [40, 60],
};
const region = {
  name: 'region',
  codes: Int32Array.of(0, 0, 1, 1, 1, 0),
  levels: ['North', 'South'],
  totals: [30, 70],
};

describe('bounds that cannot be kept', () => {
  it('names the categories and the tightest bounds, which work', () => {
    // women: 5 to 40, g of 8; men: 5 to 60, g of 12
    expect(() => rake(design, [sex], { bounds: [0.5, 10] })).toThrow(
      /^rake: margins not met .*No weights with g in \[0\.5, 10\] meet the totals: for g, sex "male" needs a mean of 12\.00\. The tightest bounds that work: \[0\.5, 12\] or \[0\.99, 12\] \(the last is the narrowest\)$/,
    );
    expect(rake(design, [sex], { bounds: [0.5, 12] }).g[1]).toBeCloseTo(12, 9);
  });
  it('on the weight', () => {
    // women 40 on 3 rows, men 60 on 3 rows
    expect(() => rake(design, [sex], { bounds: [14, 19], boundsOn: 'weight' })).toThrow(
      /for the weight, sex "male" needs a mean of 20\.00, sex "female" needs a mean of 13\.33\. The tightest bounds that work: \[13\.3333, 20\]/,
    );
    const { design: made } = rake(design, [sex], { bounds: [13.3, 20.1], boundsOn: 'weight' });
    for (const w of made.weight) expect(w >= 13.3 && w <= 20.1).toBe(true);
  });
  it('says when the margins are in each other’s way', () => {
    // North and female is one row: 30 women of 40 would need it
    const north = { ...region, totals: [55, 45] };
    expect(() => rake(design, [sex, north], { method: 'linear', bounds: [0.5, 13] })).toThrow(
      /each alone could be met, but not all together|needs a mean of/,
    );
  });
  it('leaves the linear programmes out where thousands of patterns would make them slow', () => {
    const n = 4001;
    const x = [new Float64Array(n).fill(1), Float64Array.from({ length: n }, (_, row) => row)];
    const many = surveyDesign({ weight: new Float64Array(n).fill(1) });
    expect(() =>
      calibrate(many, { x, totals: [3 * n, 3 * n * n], kind: 'linear', bounds: [0.9, 2] }),
    ).toThrow(
      /The bounds may be too tight: for g, column 1 needs a mean of 6\.00.*calibrationBounds finds the tightest/,
    );
  });
  it('says when no bounds help, and when only negative weights would', () => {
    const y = Float64Array.of(1, 2, 1, 2, 1, 2);
    expect(() =>
      calibrate(design, { x: [ones, ones], totals: [20, 30], kind: 'linear', bounds: [0.5, 3] }),
    ).toThrow(/No bounds at all make it possible: the totals contradict each other/);
    expect(() =>
      calibrate(design, { x: [ones, y], totals: [10, 21], kind: 'raking', bounds: [0.1, 9] }),
    ).toThrow(/Only weights below 0 would meet them/);
  });
});

it('names the margin that misses when the steps run out', () => {
  expect(() => rake(design, [sex, region], { maxIterations: 1 })).toThrow(
    /^rake: margins not met after 1 steps; (sex|region) "\w+" misses by a relative \S+ \(allowed 1e-10\)\. Raise maxIterations/,
  );
  expect(rake(design, [sex, region], { epsilon: 0.5, maxIterations: 3 }).iterations).toBeLessThanOrEqual(3);
});

describe('calibrationBounds', () => {
  it('by hand', () => {
    const x = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
    const two = surveyDesign({ weight: [1, 1] });
    expect(calibrationBounds(two, { x, totals: [2, 3] }).narrowest).toEqual([2, 3]);
    expect(calibrationBounds(two, { x, totals: [2, 3], lower: 1 }).smallestUpper).toBeCloseTo(3, 12);
    expect(calibrationBounds(two, { x, totals: [2, 3], lower: 2.5 }).smallestUpper).toBeNaN();
    expect(calibrationBounds(two, { x, totals: [2, 3], upper: 4 }).largestLower).toBeCloseTo(2, 12);
    expect(calibrationBounds(two, { x: [x[0]!], totals: [2] }).narrowest).toEqual([2, 2]);
    expect(() => calibrationBounds(two, { x, totals: [2] })).toThrow(/one number a column/);
  });
});

describe('options', () => {
  it('rows of a household get one g', () => {
    const { g } = rake(design, [sex, region], { constantWithin: ['a', 'a', 'b', 'b', 'c', 'd'] });
    expect([g[1], g[3]]).toEqual([g[0], g[2]]);
  });
  it('partition: every group to its own totals', () => {
    const made = calibrate(design, {
      x: [ones],
      totals: [[8], [12]],
      kind: 'linear',
      partition: { codes: region.codes, levels: region.levels },
    });
    expect([...made.weight]).toEqual([2, 4, 2, 4, 6, 2]);
    expect(surveyMean(made, ones)[0]?.se).toBe(0);
  });
  it.each([
    ['unknown kind', { kind: 'cubic' }, /kind must be linear, raking, logit, sinh/],
    ['sinh without bounds', { kind: 'sinh' }, /kind "sinh" needs finite bounds.*got none/],
    ['bounds on something else', { boundsOn: 'total' }, /boundsOn must be g or weight/],
    ['bounds on the weight the wrong way', { bounds: [3, 2], boundsOn: 'weight' }, /low < high/],
    [
      'logit with weights outside',
      { kind: 'logit', bounds: [1.5, 9], boundsOn: 'weight' },
      /3 are not \(weights run from 1 to 3\)/,
    ],
    ['q of 0', { q: [1, 1, 0, 1, 1, 1] }, /every q must be a number above 0; row index 2 has 0/],
    ['q of another length', { q: [1] }, /q must have one value a row; expected 6, got 1/],
    ['a missing household', { constantWithin: [1, 1, Number.NaN, 2, 2, 2] }, /constantWithin id; 1 of 6/],
    [
      'a household in two groups',
      {
        partition: { codes: region.codes, levels: region.levels },
        totals: [[5], [5]],
        constantWithin: [1, 2, 2, 3, 4, 5],
      },
      /"2" of constantWithin is in two/,
    ],
    [
      'too few lists of totals',
      { partition: { codes: region.codes, levels: region.levels }, totals: [[5]] },
      /totals of group "South" must have one number a column/,
    ],
    [
      'a row without a group',
      { partition: { codes: Int32Array.of(0, 0, 1, 1, -1, 0), levels: region.levels }, totals: [[5], [5]] },
      /row index 4 has -1/,
    ],
    ['names that do not fit', { names: ['a', 'b'] }, /names must have one entry a column/],
    ['a total that is none', { totals: [Number.NaN], names: ['people'] }, /people has NaN/],
  ])('refuses %s', (_name, input, message) => {
    // biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
    expect(() => calibrate(design, { x: [ones], totals: [20], kind: 'linear', ...input } as any)).toThrow(
      message,
    );
  });
  it('names the group that cannot be met', () => {
    expect(() =>
      calibrate(design, {
        x: [ones, ones],
        totals: [
          [5, 5],
          [5, 6],
        ],
        names: ['people', 'persons'],
        kind: 'linear',
        partition: { codes: region.codes, levels: region.levels },
      }),
    ).toThrow(/totals of group "South" not met after \d+ steps; (people|persons) misses/);
  });
  it('leaves a single row and rows of weight 0 as they should be', () => {
    const one = calibrate(surveyDesign({ weight: [2] }), {
      x: [Float64Array.of(1)],
      totals: [6],
      kind: 'raking',
    });
    expect(one.weight[0]).toBeCloseTo(6, 12);
    const withZero = surveyDesign({ weight: [1, 2, 1, 2, 3, 0] });
    const made = calibrate(withZero, {
      x: [ones],
      totals: [18],
      kind: 'linear',
      bounds: [1, 10],
      boundsOn: 'weight',
    });
    expect([...made.weight]).toEqual([2, 4, 2, 4, 6, 0].map((w) => expect.closeTo(w, 9)));
  });
});
