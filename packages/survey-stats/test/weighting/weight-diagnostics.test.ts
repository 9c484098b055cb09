import { describe, expect, it } from 'vitest';
import {
  kishDesignEffect,
  poststratify,
  rake,
  rIndicator,
  standardise,
  standardisedDifference,
  surveyDesign,
  surveyMean,
  weightDiagnostics,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 1, 1, 1, 1, 1] });
const sex = {
  name: 'sex',
  codes: Int32Array.of(0, 1, 0, 1, 0, 1),
  levels: ['female', 'male'],
  totals: [40, 60],
};
const region = {
  name: 'region',
  codes: Int32Array.of(0, 0, 1, 1, 1, 0),
  levels: ['N', 'S'],
  totals: [70, 30],
};

describe('weightDiagnostics', () => {
  it('compares before and after', () => {
    const raked = rake(design, [sex, region]);
    const found = weightDiagnostics(design, raked.design, { margins: [sex, region] });
    expect(found.before).toMatchObject({ n: 6, sum: 6, designEffect: 1, effectiveSize: 6 });
    expect(found.after.designEffect).toBeCloseTo(kishDesignEffect(raked.design.weight), 12);
    expect([found.g.minimum, found.g.maximum]).toEqual([Math.min(...raked.g), Math.max(...raked.g)]);
    const [female] = found.margins;
    // half against 40 %: (0.5 − 0.4) / 0.4, and / √0.24
    expect(female?.discrepancyBefore).toBeCloseTo(0.25, 12);
    expect(female?.asmdBefore).toBeCloseTo(0.1 / Math.sqrt(0.24), 12);
    expect(female?.asmdAfter).toBeLessThan(1e-9);
    const only = kishDesignEffect(poststratify(design, sex).design.weight);
    expect(found.contributions[1]?.contribution).toBeCloseTo(found.after.designEffect - only, 9);
    expect(found.rIndicator).toBeNaN();
  });
  it('one margin: all of the design effect is its own', () => {
    const after = poststratify(design, sex).design;
    const { contributions, after: made } = weightDiagnostics(design, after, { margins: [sex] });
    expect(contributions).toEqual([{ name: 'sex', contribution: made.designEffect - 1 }]);
  });
  it('balance of respondents against the sample', () => {
    const values = Float64Array.of(0, 0, 0, 1, 1, 1);
    const { covariates } = weightDiagnostics(design, [1, 1, 1, 3, 0, 0], {
      covariates: [{ name: 'x', values }],
    });
    expect(covariates).toEqual([{ name: 'x', asmdBefore: expect.closeTo(0.5, 12), asmdAfter: 0 }]);
  });
  it('refuses another length', () => {
    expect(() => weightDiagnostics(design, [1])).toThrow(/expected 6, got 1/);
  });
});

it('R-indicator', () => {
  expect(rIndicator(Float64Array.of(0.5, 0.5, Number.NaN), [1, 3, 9])).toBe(1);
  expect(rIndicator(Float64Array.of(0.4, 0.6), [10, 10])).toBeCloseTo(0.8, 12);
  expect(rIndicator(new Float64Array(0), [])).toBeNaN();
});

it('standardised difference', () => {
  expect(standardisedDifference(Float64Array.of(0, 1), [0, 1], [1, 1])).toBe(1);
  expect(standardisedDifference(Float64Array.of(3, 3), [0, 1], [1, 1])).toBe(0);
  expect(standardisedDifference(Float64Array.of(0, 1, Number.NaN), [1, 1, 9], [1, 1, 9])).toBe(0);
});

describe('standardise', () => {
  const by = { ...sex, population: [1, 3] };
  it('gives every group the standard shares and keeps its total', () => {
    const made = standardise(design, { by, over: region }).design;
    const share = (group: number) => {
      const own = [...made.weight].filter((_, row) => region.codes[row] === group);
      const male = [...made.weight].filter((_, row) => region.codes[row] === group && sex.codes[row] === 1);
      const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
      return [sum(own), sum(male) / sum(own)];
    };
    expect(share(0)).toEqual([3, 0.75].map((v) => expect.closeTo(v, 12)));
    expect(share(1)).toEqual([3, 0.75].map((v) => expect.closeTo(v, 12)));
  });
  it('leaves rows without a category out', () => {
    const codes = Int32Array.of(0, 1, 0, 1, 0, -1);
    const made = standardise(design, { by: { ...by, codes } }).design;
    expect(made.weight[5]).toBe(0);
    const y = Float64Array.of(1, 2, 1, 2, 1, 100);
    expect(surveyMean(made, y)[0]?.estimate).toBeCloseTo(1.75, 12);
  });
  it.each([
    [
      'an empty cell',
      { by: { ...by, codes: Int32Array.of(0, 0, 0, 1, 0, 0) }, over: region },
      /"N: male" has no respondents/,
    ],
    ['a population of another length', { by: { ...by, population: [1] } }, /expected 2, got 1/],
    ['a negative population', { by: { ...by, population: [1, -1] } }, /"male" has -1/],
    ['populations of 0', { by: { ...by, population: [0, 0] } }, /must not all be 0/],
    ['a code too high', { by: { ...by, codes: Int32Array.of(0, 1, 0, 1, 0, 2) } }, /row index 5 has 2/],
  ])('refuses %s', (_name, input, message) => {
    expect(() => standardise(design, input)).toThrow(message);
  });
});

it('columns of unequal length are refused, not cut', () => {
  expect(() => rIndicator(Float64Array.of(0.5, 0.5), [1])).toThrow('expected 2, got 1');
  expect(() => standardisedDifference(Float64Array.of(1, 2), [1, 1], [1, 1, 1])).toThrow('target must have');
});
