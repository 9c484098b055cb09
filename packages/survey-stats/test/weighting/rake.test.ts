import { describe, expect, it } from 'vitest';
import {
  calibrate,
  domainCells,
  effectiveSampleSize,
  kishDesignEffect,
  poststratify,
  rake,
  restoreCalibration,
  surveyDesign,
  surveyMean,
  surveyTotal,
  trimWeights,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 2, 1, 2, 3, 1] });
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

describe('rake', () => {
  it('meets every margin and shows before and after', () => {
    const { design: raked, g, iterations, margins } = rake(design, [sex, region]);
    expect(margins.map(({ name, level, total, before }) => [name, level, total, before])).toEqual([
      ['sex', 'female', 40, 5],
      ['sex', 'male', 60, 5],
      ['region', 'North', 30, 4],
      ['region', 'South', 70, 6],
    ]);
    for (const { discrepancy } of margins) expect(Math.abs(discrepancy)).toBeLessThan(1e-10);
    expect(iterations).toBeGreaterThan(1);
    expect(raked.weight[3]).toBeCloseTo(g[3]! * 2, 12);
    expect(raked.calibration).toHaveLength(1);
    expect(design.calibration).toBeUndefined();
  });

  it('starts from weights of any scale', () => {
    const totals = sex.totals.map((total) => total * 2e6);
    const { margins } = rake(design, [{ ...sex, totals }]);
    expect(margins[0]!.after / totals[0]!).toBeCloseTo(1, 12);
  });

  it('keeps bounds', () => {
    const near = { ...sex, totals: [5.5, 4.5] };
    for (const method of ['linear', 'raking', 'logit'] as const) {
      const { g } = rake(design, [near], { method, bounds: [0.8, 1.3] });
      for (const factor of g) expect(factor >= 0.8 && factor <= 1.3).toBe(true);
    }
  });

  it('keeps bounds on g and on the weight at once, and says when no weight can', () => {
    const near = { ...sex, totals: [5.6, 4.4] };
    const free = rake(design, [near], { bounds: [0.5, 2] });
    const largest = Math.max(...free.design.weight);
    for (const method of ['linear', 'raking'] as const) {
      const both = rake(design, [near], { method, bounds: [0.5, 2], weightBounds: [0, largest * 0.99] });
      both.g.forEach((factor, row) => {
        expect(factor >= 0.5 && factor <= 2).toBe(true);
        expect(both.design.weight[row]! <= largest * 0.99 + 1e-9).toBe(true);
      });
      for (const { discrepancy } of both.margins) expect(Math.abs(discrepancy)).toBeLessThan(1e-9);
    }
    expect(() => rake(design, [near], { bounds: [0.9, 1.2], weightBounds: [0, 1.5] })).toThrow(
      /must leave every weight a place; 3 of 6 weights have none, the first at index 1 \(2\)/,
    );
  });

  it('leaves rows of weight 0 alone, with or without a category', () => {
    const withZero = surveyDesign({ weight: [1, 2, 1, 2, 3, 0] });
    const { design: raked } = rake(withZero, [{ ...sex, codes: Int32Array.of(0, 1, 0, 1, 0, -1) }]);
    expect(raked.weight[5]).toBe(0);
  });

  it.each([
    [
      'a category without respondents',
      [{ ...region, codes: Int32Array.of(1, 1, 1, 1, 1, 1) }],
      'rake: every control category must occur in the sample; region "North" has no respondents',
    ],
    [
      'rows without a category',
      [{ ...sex, codes: Int32Array.of(0, 1, -1, 1, 0, -1) }],
      /2 of 6 rows have no sex, the first at index 2/,
    ],
    ['different sums', [sex, { ...region, totals: [30, 71] }], /sex adds up to 100, region to 101/],
    ['a negative total', [{ ...sex, totals: [-1, 101] }], /sex "female" has -1/],
    ['a total of 0 with respondents', [{ ...sex, totals: [0, 100] }], /sex "female" has a total of 0/],
    ['an unknown code', [{ ...sex, codes: Int32Array.of(0, 1, 0, 1, 0, 2) }], /0 to 1; row index 5 has 2/],
    ['no margins', [], /at least one margin/],
  ])('refuses %s', (_name, margins, message) => {
    expect(() => rake(design, margins)).toThrow(message);
  });

  it('says which category it cannot meet', () => {
    expect(() => rake(design, [sex], { bounds: [0.9, 1.1] })).toThrow(
      /not met after \d+ steps; sex "\w+" misses by a relative/,
    );
  });

  it('allows a control category of 0 that nobody has', () => {
    const { margins } = rake(design, [{ ...sex, levels: ['female', 'male', 'none'], totals: [40, 60, 0] }]);
    expect(margins[2]).toEqual({ name: 'sex', level: 'none', total: 0, before: 0, after: 0, discrepancy: 0 });
  });

  it('has no error left in the margins themselves', () => {
    const { design: raked } = rake(design, [sex, region]);
    const domains = domainCells(raked, sex.codes, 2);
    const ones = new Float64Array(6).fill(1);
    for (const total of surveyTotal(raked, ones, { domains }))
      expect(total.se / total.estimate).toBeLessThan(1e-12);
  });
});

describe('restoreCalibration', () => {
  it('gives back what rake made', () => {
    const y = Float64Array.of(1, 5, 2, 4, 3, 3);
    const { design: raked } = rake(design, [sex, region]);
    const x = [sex, region].flatMap(({ codes }) =>
      [0, 1].map((level) => Float64Array.from(codes, (c) => (c === level ? 1 : 0))),
    );
    const restored = restoreCalibration(design, { x, weight: raked.weight });
    const [a, b] = [surveyMean(raked, y)[0], surveyMean(restored, y)[0]];
    expect(b?.estimate).toBeCloseTo(a?.estimate ?? 0, 12);
    expect(b?.se).toBeCloseTo(a?.se ?? 0, 12);
  });
  it('refuses weights that do not fit', () => {
    const x = [new Float64Array(6).fill(1)];
    expect(() => restoreCalibration(design, { x, weight: [1] })).toThrow(/expected 6, got 1/);
    expect(() => restoreCalibration(design, { x, weight: [1, 1, 1, 1, 1, Number.NaN] })).toThrow(
      /row index 5 has NaN/,
    );
  });
});

describe('poststratify', () => {
  it('scales each group', () => {
    const { design: made, margins } = poststratify(design, sex);
    expect([...made.weight]).toEqual([8, 24, 8, 24, 24, 12]);
    expect(margins[1]!.after).toBe(60);
  });
  it('partial leaves out groups without respondents', () => {
    const groups = { ...sex, levels: ['female', 'male', 'other'], totals: [40, 60, 5] };
    expect(() => poststratify(design, groups)).toThrow(/^poststratify: .*sex "other" has no respondents/);
    expect(poststratify(design, groups, { partial: true }).design.weight[0]).toBe(8);
  });
});

describe('calibrate', () => {
  const ones = new Float64Array(6).fill(1);
  it('handles redundant columns', () => {
    const made = calibrate(design, { x: [ones, ones], totals: [20, 20], kind: 'raking' });
    expect(made.weight[0]).toBeCloseTo(2, 12);
  });
  it.each([
    [
      'totals that disagree',
      { x: [ones, ones], totals: [20, 30], kind: 'linear' },
      /totals not met.*column \d/,
    ],
    [
      'missing values',
      { x: [Float64Array.of(1, Number.NaN, 1, 1, 1, 1)], totals: [5], kind: 'linear' },
      /1 of 6 rows.*index 1/,
    ],
    ['a total short', { x: [ones, ones], totals: [5], kind: 'linear' }, /expected 2, got 1/],
    ['logit without bounds', { x: [ones], totals: [5], kind: 'logit' }, /needs finite bounds/],
    ['bounds beside 1', { x: [ones], totals: [5], kind: 'linear', bounds: [1.1, 2] }, /below and above 1/],
  ] as const)('refuses %s', (_name, input, message) => {
    expect(() => calibrate(design, input)).toThrow(message);
  });
  it('changes a later mean', () => {
    const y = Float64Array.of(1, 0, 1, 0, 1, 0);
    const made = calibrate(design, { x: [ones, y], totals: [100, 40], kind: 'linear' });
    expect(surveyMean(made, y)[0]!.estimate).toBeCloseTo(0.4, 12);
  });
});

describe('weights', () => {
  it('Kish', () => {
    expect(kishDesignEffect([1, 1, 2])).toBeCloseTo(1.125, 14);
    expect(effectiveSampleSize([1, 1, 2])).toBeCloseTo(16 / 6, 14);
    expect(kishDesignEffect([2, 2, 0])).toBe(1);
    expect(kishDesignEffect([])).toBeNaN();
  });
  it('trim keeps the sum and freezes what was trimmed', () => {
    const { weight, trimmed, lost } = trimWeights(Float64Array.of(1, 2, 9), { upper: 6 });
    expect([...weight]).toEqual([2.5, 3.5, 6]);
    expect([trimmed, lost]).toEqual([1, 0]);
  });
  it('trim says what it lost', () => {
    expect(trimWeights(Float64Array.of(8, 9), { upper: 6 })).toMatchObject({ lost: 5, trimmed: 2 });
    expect(() => trimWeights(Float64Array.of(1), { lower: 2, upper: 1 })).toThrow(
      /lower must not exceed upper/,
    );
  });
});
