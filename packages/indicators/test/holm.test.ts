import { expect, test } from 'vitest';
import { holm } from '../src/holm.ts';

test('equals R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "holm")', () => {
  const expected = [0.04, 0.09, 0.09, 0.025, 0.5];
  holm([0.01, 0.04, 0.03, 0.005, 0.5]).forEach((p, i) => {
    expect(p).toBeCloseTo(expected[i] as number, 12);
  });
  expect(holm([])).toEqual([]);
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
});
