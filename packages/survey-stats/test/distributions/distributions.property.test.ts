import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pbeta, pnorm, pt, qbeta, qnorm, qt } from '../../src/index.ts';

/** A quantile put back into its distribution: the function's own rounding times the slope. */
const ROUND_TRIP = 1e-10;
const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const shape = fc.double({ min: 0.4, max: 1e5, noNaN: true });

describe('quantiles undo probabilities', () => {
  it('beta', () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        const x = qbeta(p, a, b);
        // a quantile within 1e-10 of 1 has no digits left to say how far below 1 it is
        fc.pre(x < 1 - 1e-10);
        expect(Math.abs(pbeta(x, a, b) / p - 1)).toBeLessThan(1e-6);
      }),
    );
  });
  it('Student', () => {
    fc.assert(
      fc.property(probability, fc.double({ min: 1, max: 2e5, noNaN: true }), (p, df) => {
        expect(Math.abs(pt(qt(p, df), df) / p - 1)).toBeLessThan(ROUND_TRIP);
        // 1 - p has lost up to 1e-16 of p, which is a relative 1e-10 at p = 1e-6
        expect(Math.abs(qt(p, df) + qt(1 - p, df))).toBeLessThan(1e-9 * Math.max(1, Math.abs(qt(p, df))));
      }),
    );
  });
  it('normal', () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(Math.abs(pnorm(qnorm(p)) / p - 1)).toBeLessThan(ROUND_TRIP);
      }),
    );
  });
});
