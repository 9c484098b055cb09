import { expect, it } from 'vitest';
import { type CalibrationKind, calibrationFunction } from '../../src/weighting/calibration-function.ts';

/** Central differences of step 1e-5: an error of its square and of rounding over the step. */
const DIFFERENCE = 1e-8;
const STEP = 1e-5;
const limits = { low: Float64Array.of(0.4), high: Float64Array.of(2.5) };
const cases: [CalibrationKind, typeof limits | undefined][] = [
  ['linear', undefined],
  ['raking', undefined],
  ['sinh', undefined],
  ['linear', limits],
  ['raking', limits],
  ['sinh', limits],
  ['logit', limits],
];

it.each(cases)('%s: F′ is the slope of F, F(0) = F′(0) = 1, F stays inside %o', (kind, bounds) => {
  const f = calibrationFunction(kind, bounds);
  for (const u of [-3, -1.1, -0.3, 0, 0.2, 0.7, 1.4, 4]) {
    const difference = (f.value(u + STEP, 0) - f.value(u - STEP, 0)) / (2 * STEP);
    const slope = f.slope(u, 0);
    expect(Math.abs(slope - difference)).toBeLessThan(DIFFERENCE * Math.max(1, slope));
    if (bounds) {
      expect(f.value(u, 0)).toBeGreaterThanOrEqual(0.4);
      expect(f.value(u, 0)).toBeLessThanOrEqual(2.5);
    }
  }
  expect(f.value(0, 0)).toBeCloseTo(1, 12);
  expect(f.slope(0, 0)).toBeCloseTo(1, 12);
});

it('sinh is the F of the distance by hyperbolic sine: u = sinh(g − 1/g)/2', () => {
  const { value } = calibrationFunction('sinh', undefined);
  for (const g of [0.3, 0.8, 1, 1.7]) expect(value(Math.sinh(g - 1 / g) / 2, 0)).toBeCloseTo(g, 12);
});
