import { describe, expect, it } from 'vitest';
import { oaxaca, surveyDesign } from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 1, 1, 1, 1, 1] });
// first group y = 1 + 2x at x = 0, 1, 5; second y = 3 + x at x = 0, 1, 2
const y = Float64Array.of(1, 3, 11, 3, 4, 5);
const x = [{ name: 'x', values: Float64Array.of(0, 1, 5, 0, 1, 2) }];
const group = Int32Array.of(0, 0, 0, 1, 1, 1);

describe('by hand', () => {
  it('first: explained (2 − 1)·2, unexplained 1 − 3 + 1·(2 − 1)', () => {
    const made = oaxaca(design, { y, x, group, reference: 'first' });
    expect(made.gap.estimate).toBeCloseTo(1, 12);
    expect(made.explained.estimate).toBeCloseTo(2, 12);
    expect(made.unexplained.estimate).toBeCloseTo(-1, 12);
    const [intercept, own] = made.variables;
    expect([intercept?.explained.estimate, intercept?.unexplained.estimate]).toEqual([
      0,
      expect.closeTo(-2, 12),
    ]);
    expect([own?.explained.estimate, own?.unexplained.estimate]).toEqual([
      expect.closeTo(2, 12),
      expect.closeTo(1, 12),
    ]);
  });

  it('second: explained (2 − 1)·1, unexplained 1 − 3 + 2·(2 − 1)', () => {
    const made = oaxaca(design, { y, x, group, reference: 'second' });
    expect(made.explained.estimate).toBeCloseTo(1, 12);
    expect(made.unexplained.estimate).toBeCloseTo(0, 12);
  });
});

describe('errors', () => {
  it('a group without rows or without spread', () => {
    expect(() => oaxaca(design, { y, x, group: new Int32Array(6) })).toThrow(
      'oaxaca, second group: at least one row',
    );
    const flat = [{ name: 'x', values: Float64Array.of(0, 1, 5, 1, 1, 1) }];
    expect(() => oaxaca(design, { y, x: flat, group })).toThrow(
      'oaxaca, second group: on the 3 rows that enter, column "x"',
    );
  });

  it('bad calls', () => {
    expect(() => oaxaca(design, { y, x, group: Int32Array.of(0, 1) })).toThrow('expected 6, got 2');
    expect(() => oaxaca(design, { y, x, group: Int32Array.of(0, 0, 0, 1, 1, 2) })).toThrow(
      'row index 5 has 2',
    );
    // @ts-expect-error: an unknown reference
    expect(() => oaxaca(design, { y, x, group, reference: 'both' })).toThrow('got "both"');
  });
});
