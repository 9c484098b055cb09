import { expect, it } from 'vitest';
import { type CalibrationKind, calibrationFunction } from '../../src/weighting/calibration-function.ts';

/** Central differences of step 1e-5: an error of its square and of rounding over the step. */
const DIFFERENCE = 1e-8;
const STEP = 1e-5;
const points = Float64Array.of(-3, -1.1, -0.3, 0, 0.2, 0.7, 1.4, 4);
const [LOW, HIGH] = [0.4, 2.5];
const limits = { low: points.map(() => LOW), high: points.map(() => HIGH) };

const unbounded: CalibrationKind[] = ['linear', 'raking', 'sinh'];
const cases = [
  ...unbounded.map((kind) => ({ kind, bounds: 'without bounds' })),
  ...[...unbounded, 'logit' as const].map((kind) => ({ kind, bounds: 'inside bounds' })),
];

it.each(cases)('$kind $bounds: F′ is the slope of F, and F(0) = F′(0) = 1', ({ kind, bounds }) => {
  const f = calibrationFunction(kind, bounds === 'inside bounds' ? limits : undefined);
  const above = f.factors(points.map((u) => u + STEP));
  const below = f.factors(points.map((u) => u - STEP));
  const g = f.factors(points);
  f.slopes(points, g.slice()).forEach((slope, i) => {
    const difference = (above[i]! - below[i]!) / (2 * STEP);
    expect(Math.abs(slope - difference)).toBeLessThan(DIFFERENCE * Math.max(1, slope));
    if (points[i] === 0) expect([g[i], slope]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
  });
  if (bounds === 'inside bounds') {
    expect(Math.min(...g)).toBeGreaterThanOrEqual(LOW);
    expect(Math.max(...g)).toBeLessThanOrEqual(HIGH);
  }
});

it('sinh is the F of the distance by hyperbolic sine: u = sinh(g − 1/g)/2', () => {
  const g = Float64Array.of(0.3, 0.8, 1, 1.7);
  const found = calibrationFunction('sinh', undefined).factors(g.map((own) => Math.sinh(own - 1 / own) / 2));
  found.forEach((own, i) => {
    expect(own).toBeCloseTo(g[i]!, 12);
  });
});
