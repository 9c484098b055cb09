import { describe, expect, it } from 'vitest';
import { calibrate, jointMeans, surveyDesign, surveyMean, surveyTTest } from '../../src/index.ts';

/** The same numbers by two roads, each through an inverse of at most four columns. */
const DIGITS = 10;
const rows = 12;
const column = (value: (row: number) => number) =>
  Float64Array.from({ length: rows }, (_, row) => value(row));
const design = surveyDesign({
  weight: column((row) => 1 + (row % 3)),
  strata: column((row) => (row < 6 ? 1 : 2)),
});
const group = Int32Array.from({ length: rows }, (_, row) => row % 2);
const one = column(() => 1);
const age = column((row) => 20 + ((row * 7) % 11));
const q = column((row) => 1 + (row % 4));
const y = column((row) => ((row * 5) % 9) ** 2);

describe.each(['linear', 'raking'] as const)('q, %s', (kind) => {
  const whole = calibrate(design, { x: [one, age], totals: [26, 660], kind, q });

  it('changes the weights', () => {
    const plain = calibrate(design, { x: [one, age], totals: [26, 660], kind });
    expect(Math.max(...whole.weight.map((w, row) => Math.abs(w - plain.weight[row]!)))).toBeGreaterThan(0.01);
  });

  it('single, joint and tested errors are of the same residuals', () => {
    const single = surveyMean(whole, y)[0]!.se;
    expect(surveyTTest(whole, { y }).se).toBeCloseTo(single, DIGITS);
    expect(jointMeans(whole, [y]).se[0]).toBeCloseTo(single, DIGITS);
    const without = surveyMean(
      { ...whole, calibration: whole.calibration!.map(({ q: _, ...rest }) => rest) },
      y,
    );
    expect(Math.abs(without[0]!.se / single - 1)).toBeGreaterThan(1e-4);
  });

  it('group by group is the same as all groups at once on columns of their own', () => {
    const totals = [
      [13, 330],
      [14, 345],
    ];
    const levels = ['even', 'odd'];
    const parts = calibrate(design, { x: [one, age], totals, kind, q, partition: { codes: group, levels } });
    const own = (values: Float64Array, code: number) =>
      values.map((value, row) => (group[row] === code ? value : 0));
    const crossed = calibrate(design, {
      x: [own(one, 0), own(age, 0), own(one, 1), own(age, 1)],
      totals: totals.flat(),
      kind,
      q,
    });
    parts.weight.forEach((w, row) => {
      expect(w).toBeCloseTo(crossed.weight[row]!, DIGITS);
    });
    expect(surveyMean(parts, y)[0]!.se).toBeCloseTo(surveyMean(crossed, y)[0]!.se, DIGITS);
  });
});
