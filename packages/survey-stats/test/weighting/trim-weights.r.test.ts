import { expect, it } from 'vitest';
import { trimWeights } from '../../src/index.ts';
import { CLOSED_FORM, expectClose, type Golden, golden, numbers } from '../golden.ts';

const r: Golden = golden('trimming');
const { lower, upper } = r;

it('one pass', () => {
  const { weight } = trimWeights(numbers(r.weight), { lower, upper, strict: false });
  r.trimmed.forEach((expected: number, row: number) => {
    expectClose(weight[row] ?? Number.NaN, expected, CLOSED_FORM, 'trimmed weight');
  });
});

it('repeated, every weight is inside and the sum is kept', () => {
  const { weight, lost } = trimWeights(numbers(r.weight), { lower, upper });
  expect(Math.min(...weight)).toBeGreaterThanOrEqual(lower);
  expect(Math.max(...weight)).toBeLessThanOrEqual(upper);
  const sum = (w: ArrayLike<number>) => Array.from(w).reduce((a, b) => a + b, 0);
  expectClose(sum(weight) + lost, sum(r.weight), CLOSED_FORM, 'sum of weights');
});
