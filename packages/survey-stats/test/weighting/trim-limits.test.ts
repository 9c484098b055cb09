import { describe, expect, it } from 'vitest';
import {
  kishDesignEffect,
  surveyDesign,
  type TrimRule,
  trimAndCalibrate,
  trimLimits,
  trimWeights,
} from '../../src/index.ts';

describe('trimLimits', () => {
  const weight = Float64Array.of(1, 2, 3, 20, 0);
  it.each([
    [{ rule: 'constant', lower: 1, upper: 9 }, 1, 9],
    [{ rule: 'mean', upper: 2 }, 0, 13],
    [{ rule: 'median', lower: 0.5, upper: 3 }, 1.25, 7.5],
    [{ rule: 'quantile', lower: 0, upper: 1 }, 0, Number.POSITIVE_INFINITY],
    [{ rule: 'quantile', upper: 0.5 }, 0, 2.5],
    [{ rule: 'design_effect', target: 4 }, 0, Number.POSITIVE_INFINITY],
  ] as [TrimRule, number, number][])('%o', (rule, lower, upper) => {
    expect(trimLimits(weight, rule)).toEqual({ rule: rule.rule, lower, upper });
  });
  it('as little as the target needs', () => {
    const limits = trimLimits(weight, { rule: 'design_effect', target: 1.5 });
    expect(kishDesignEffect(trimWeights(weight, limits).weight)).toBeCloseTo(1.5, 9);
    const equal = trimWeights(weight, trimLimits(weight, { rule: 'design_effect', target: 1 })).weight;
    expect(kishDesignEffect(equal)).toBeCloseTo(1, 9);
  });
  it.each([
    [{ rule: 'quantile', upper: 1.2 }, /<= 1/],
    [{ rule: 'median', lower: 3, upper: 2 }, /0 <= lower <= upper/],
    [{ rule: 'design_effect', target: 0.9 }, /at least 1; got 0.9/],
  ] as [TrimRule, RegExp][])('refuses %o', (rule, message) => {
    expect(() => trimLimits(weight, rule)).toThrow(message);
  });
  it('refuses nothing', () => {
    expect(() => trimLimits(new Float64Array(2), { rule: 'mean' })).toThrow(/a weight above 0, got none/);
  });
});

describe('trimAndCalibrate', () => {
  const design = surveyDesign({ weight: [1, 1, 1, 7, 2, 2] });
  const sex = {
    name: 'sex',
    codes: Int32Array.of(0, 0, 1, 1, 0, 1),
    levels: ['female', 'male'],
    totals: [10, 10],
  };

  it('holds both, and says what it did', () => {
    const made = trimAndCalibrate(design, [sex], { trim: { rule: 'constant', upper: 5 } });
    expect(Math.max(...made.design.weight)).toBeLessThanOrEqual(5 * (1 + 1e-12));
    for (const { discrepancy } of made.margins) expect(Math.abs(discrepancy)).toBeLessThan(1e-10);
    expect(made).toMatchObject({ outside: 1, limits: { rule: 'constant', lower: 0, upper: 5 } });
    expect(made.design.calibration).toHaveLength(1);
  });
  it('changes nothing that is inside', () => {
    const made = trimAndCalibrate(design, [sex], { trim: { rule: 'constant', upper: 50 } });
    expect(made.outside).toBe(0);
  });
  it('to a design effect', () => {
    const before = trimAndCalibrate(design, [sex], { trim: { rule: 'constant' } });
    const target = (1 + kishDesignEffect(before.design.weight)) / 2;
    const made = trimAndCalibrate(design, [sex], { trim: { rule: 'design_effect', target } });
    const effect = kishDesignEffect(made.design.weight);
    expect(effect).toBeLessThanOrEqual(target);
    expect(effect).toBeGreaterThan(target - 1e-6);
    for (const { discrepancy } of made.margins) expect(Math.abs(discrepancy)).toBeLessThan(1e-10);
  });
  it('refuses limits and targets out of reach', () => {
    expect(() => trimAndCalibrate(design, [sex], { trim: { rule: 'constant', upper: 3 } })).toThrow(
      /sex "female" needs a mean of 3\.333.*tightest bounds that work: \[0, 3\.33334\]/,
    );
    const unequal = { ...sex, totals: [10, 40] };
    expect(() =>
      trimAndCalibrate(design, [unequal], { trim: { rule: 'design_effect', target: 1.1 } }),
    ).toThrow(/smallest reached is 1\.37/);
    expect(() => trimAndCalibrate(design, [sex], { trim: { rule: 'design_effect', target: 0.5 } })).toThrow(
      /at least 1/,
    );
  });
});
