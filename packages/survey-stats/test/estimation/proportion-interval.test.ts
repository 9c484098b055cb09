import { describe, expect, it } from 'vitest';
import { kornGraubardEffectiveSize, proportionInterval, qbeta, qt } from '../../src/index.ts';

const DIGITS = 12;

describe('proportionInterval', () => {
  const input = { estimate: 0.2, se: 0.03, n: 180, df: 40 };
  const t = qt(0.975, 40);

  it('wilson has the effective n without a df factor', () => {
    const { low, high } = proportionInterval({ ...input, method: 'wilson' });
    const size = 0.16 / 0.0009;
    for (const limit of [low, high]) {
      expect(Math.abs(limit - 0.2) / Math.sqrt((limit * (1 - limit)) / size)).toBeCloseTo(t, 9);
    }
  });

  it('beta_nchs cuts the effective n at n', () => {
    const small = { ...input, se: 0.001 };
    expect(kornGraubardEffectiveSize(0.2, 0.001, 180, 40)).toBe(180);
    const cut = proportionInterval({ ...small, method: 'beta_nchs' });
    expect(cut.low).toBeCloseTo(qbeta(0.025, 36, 145), DIGITS);
    const uncut = proportionInterval({ ...small, method: 'beta' });
    expect(uncut.high - uncut.low).toBeLessThan(cut.high - cut.low);
  });

  it('has no limits without degrees of freedom, or at 0 and 1', () => {
    expect(proportionInterval({ ...input, df: 0 }).low).toBeNaN();
    for (const method of ['logit', 'xlogit', 'asin', 'beta', 'wilson'] as const) {
      expect(proportionInterval({ ...input, estimate: 0, se: 0, method }).high).toBeNaN();
    }
    expect(proportionInterval({ ...input, estimate: 1, se: 0, method: 'beta_nchs' })).toEqual({
      low: qbeta(0.025, 180, 1),
      high: 1,
    });
  });
});
