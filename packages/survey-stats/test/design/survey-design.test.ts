import { describe, expect, it } from 'vitest';
import { degreesOfFreedom, domainCells, surveyDesign, surveyMean, surveyTotal } from '../../src/index.ts';

describe('strata and PSUs', () => {
  const design = surveyDesign({
    weight: [1, 2, 3, 4, 5],
    strata: ['west', 'east', 'west', 'east', 'west'],
    psu: [2, 1, 1, 2, 2],
  });
  it('numbers them by id, not by row, and nests PSU ids that restart', () => {
    expect(design.strata).toBe(2);
    expect(design.stratumLabels).toEqual(['east', 'west']);
    expect([...design.stratum]).toEqual([1, 0, 1, 0, 1]);
    expect([...design.psu]).toEqual([3, 0, 2, 1, 3]);
    expect([...design.psuStratum]).toEqual([0, 0, 1, 1]);
    expect([...design.psusPerStratum]).toEqual([2, 2]);
    expect(design.nested).toBe(true);
    expect(design.rows).toBe(5);
    expect(design.lonelyPsu).toBe('fail');
  });
  it('is not nested when ids are unique over strata', () => {
    expect(surveyDesign({ weight: [1, 1], strata: [1, 2], psu: [1, 2] }).nested).toBe(false);
  });
  it('makes every row a PSU without ids, and one stratum without strata', () => {
    const plain = surveyDesign({ weight: [1, 1, 1] });
    expect([plain.psus, plain.strata, plain.nested]).toEqual([3, 1, false]);
  });
  it('keeps its own copy of the weights', () => {
    const weight = Float64Array.of(1, 2);
    const made = surveyDesign({ weight });
    weight[0] = 9;
    expect(made.weight[0]).toBe(1);
    expect(Object.isFrozen(made)).toBe(true);
  });
});

describe('bad calls say what, where and how many', () => {
  it.each([
    [
      'negative weight',
      { weight: [1, -1, Number.NaN] },
      /every weight must be finite.*2 of 3 rows.*first at index 1 \(-1\)/,
    ],
    ['infinite weight', { weight: [1, Number.POSITIVE_INFINITY] }, /1 of 2 rows/],
    [
      'missing stratum',
      { weight: [1, 1], strata: ['a', ''] },
      /stratum id; 1 of 2 rows have none, the first at index 1/,
    ],
    ['missing PSU', { weight: [1, 1], psu: [Number.NaN, 1] }, /PSU id; 1 of 2/],
    ['lengths', { weight: [1, 1], psu: [1] }, /expected 2, got 1/],
    [
      'PSU in two strata',
      { weight: [1, 1, 1], strata: [1, 1, 2], psu: [7, 8, 7], nest: false },
      /1 of 2 ids occur in more than one stratum, first "7"/,
    ],
    [
      'fpc mixed',
      { weight: [1, 1, 1], fpc: [0.5, 10, 10] },
      /got 1 below 1, first 0.5 at row index 0 .*, and 2 above, first 10 at row index 1 of the fpc of stage 1/,
    ],
    [
      'fpc mixed over stages',
      {
        weight: [1, 1],
        psu: [
          [1, 2],
          [1, 2],
        ],
        fpc: [
          [0.5, 0.5],
          [9, 9],
        ],
      },
      /2 below 1, first 0.5 .* stage 1, and 2 above, first 9 at row index 0 of the fpc of stage 2/,
    ],
    ['fpc varies', { weight: [1, 1], fpc: [10, 12] }, /constant in the population; got 10 and 12/],
    [
      'fpc too small',
      { weight: [1, 1], strata: ['a', 'a'], fpc: [1.5, 1.5] },
      /stratum "a" holds 1.5 units, but 2/,
    ],
    ['fpc of 0', { weight: [1, 1], fpc: [0, 0] }, /above 0/],
    [
      'fpc stages',
      {
        weight: [1, 1],
        psu: [1, 2],
        fpc: [
          [4, 4],
          [9, 9],
        ],
      },
      /expected 1 or fewer, got 2/,
    ],
  ])('%s', (_name, input, message) => {
    expect(() => surveyDesign(input)).toThrow(message);
    expect(() => surveyDesign(input)).toThrow(/^surveyDesign: /);
  });
  it('unknown lonely-PSU rule', () => {
    // @ts-expect-error a rule that does not exist
    expect(() => surveyDesign({ weight: [1], lonelyPsu: 'center' })).toThrow(
      /fail, remove, certainty, adjust, average/,
    );
  });
});

describe('finite populations', () => {
  const y = Float64Array.of(1, 2, 4);
  it('counts and fractions are the same thing', () => {
    const counts = surveyDesign({ weight: [4, 4, 4], fpc: [12, 12, 12] });
    const fractions = surveyDesign({ weight: [4, 4, 4], fpc: [0.25, 0.25, 0.25] });
    expect(surveyMean(fractions, y)[0]!.se).toBeCloseTo(surveyMean(counts, y)[0]!.se, 14);
  });
  it('a census has no error', () => {
    expect(surveyMean(surveyDesign({ weight: [1, 1, 1], fpc: [3, 3, 3] }), y)[0]!.se).toBe(0);
    expect(surveyMean(surveyDesign({ weight: [1, 1, 1], fpc: [1, 1, 1] }), y)[0]!.se).toBe(0);
  });
  it('two stages by hand', () => {
    // 2 of 4 PSUs, in each 2 of 4 rows: V = (1-1/2)*2*[(12-20)^2+(28-20)^2] + 1/2*sum of (1-1/2)*2*sum (T-mean)^2
    const design = surveyDesign({
      weight: [4, 4, 4, 4],
      psu: [
        [1, 1, 2, 2],
        [1, 2, 1, 2],
      ],
      fpc: [
        [4, 4, 4, 4],
        [4, 4, 4, 4],
      ],
    });
    const total = surveyTotal(design, Float64Array.of(1, 2, 3, 4))[0]!;
    expect(total.estimate).toBe(40);
    expect(total.se ** 2).toBeCloseTo(0.5 * 2 * 128 + 0.5 * (0.5 * 2 * 8 + 0.5 * 2 * 8), 12);
  });
  it('without fpc lower stages are ignored', () => {
    const staged = surveyDesign({
      weight: [4, 4, 4, 4],
      psu: [
        [1, 1, 2, 2],
        [1, 2, 1, 2],
      ],
    });
    const ultimate = surveyDesign({ weight: [4, 4, 4, 4], psu: [1, 1, 2, 2] });
    const values = Float64Array.of(1, 2, 3, 5);
    expect(surveyMean(staged, values)).toEqual(surveyMean(ultimate, values));
  });
});

describe('domainCells', () => {
  const design = surveyDesign({ weight: [1, 0, 1, 1, 1], strata: [1, 1, 1, 2, 2], psu: [1, 2, 3, 1, 2] });
  it('counts degrees of freedom in each domain, without rows of weight 0', () => {
    const cells = domainCells(design, Int32Array.of(0, 0, 0, 1, -1), 3);
    expect([...degreesOfFreedom(design, cells)]).toEqual([1, 0, 0]);
    expect([...degreesOfFreedom(design)]).toEqual([2]);
    expect([...cells.rows]).toEqual([3, 1, 0]);
    expect([...cells.weight]).toEqual([2, 1, 0]);
  });
  it('refuses codes that do not fit', () => {
    expect(() => domainCells(design, Int32Array.of(0, 0, 0, 0, 2), 2)).toThrow(/row index 4 has 2/);
    expect(() => domainCells(design, Int32Array.of(0), 2)).toThrow(/expected 5, got 1/);
  });
  it('refuses cells of another design', () => {
    const other = surveyDesign({ weight: [1, 1, 1, 1, 1] });
    const domains = domainCells(other, new Int32Array(5), 1);
    expect(() => surveyMean(design, new Float64Array(5), { domains })).toThrow(/made for another design/);
  });
});
