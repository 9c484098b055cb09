import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pf } from '../../src/distributions/fisher.ts';
import { fisherSumTail } from '../../src/distributions/saddlepoint.ts';

const effects = fc.array(fc.double({ min: 0.05, max: 5, noNaN: true }), { minLength: 1, maxLength: 8 });
const df = fc.integer({ min: 5, max: 5000 });

it('equal terms are an F variable, to a twentieth of its tail', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 10 }),
      fc.double({ min: 0.1, max: 4, noNaN: true }),
      df,
      fc.double({ min: 1.5, max: 8, noNaN: true }),
      (terms, each, own, f) => {
        const tail = fisherSumTail(f * terms * each, new Float64Array(terms).fill(each), own);
        expect(Math.abs(tail / pf(f, terms, own, false) - 1)).toBeLessThan(0.05);
      },
    ),
  );
});

it('a tail falls as x rises, does not mind the unit, and is a probability', () => {
  fc.assert(
    fc.property(effects, df, fc.double({ min: 0.01, max: 60, noNaN: true }), (a, own, x) => {
      const terms = Float64Array.from(a);
      const tail = fisherSumTail(x, terms, own);
      expect(tail).toBeGreaterThanOrEqual(0);
      expect(tail).toBeLessThanOrEqual(1);
      expect(fisherSumTail(x * 1.5, terms, own)).toBeLessThanOrEqual(tail);
      expect(
        fisherSumTail(
          8 * x,
          terms.map((each) => 8 * each),
          own,
        ),
      ).toBeCloseTo(tail, 12);
    }),
  );
});

it('near the mean it is an F with the same two moments; without terms, df or x there is none', () => {
  const a = Float64Array.of(1, 2);
  expect(fisherSumTail(3, a, 1e9)).toBeCloseTo(pf(1, 9 / 5, 1e9, false), 12);
  expect(fisherSumTail(0, a, 10)).toBe(1);
  expect(fisherSumTail(3, new Float64Array(0), 10)).toBeNaN();
  expect(fisherSumTail(Number.NaN, a, 10)).toBeNaN();
  expect(fisherSumTail(3, a, 0)).toBeNaN();
});
