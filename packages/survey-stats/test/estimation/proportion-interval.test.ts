import { describe, expect, it } from 'vitest';
import {
  kornGraubardEffectiveSize,
  proportionInterval,
  qbeta,
  qt,
  type SurveyEstimate,
  surveyDesign,
  surveyProportion,
} from '../../src/index.ts';

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

  it('likelihood limits solve their own equation', () => {
    const size = 0.16 / 0.0009;
    const { low, high } = proportionInterval({ ...input, method: 'likelihood' });
    for (const q of [low, high]) {
      const fall = 2 * size * (0.2 * Math.log(0.2 / q) + 0.8 * Math.log(0.8 / (1 - q)));
      expect(fall).toBeCloseTo((t * t * 180) / 179, 9);
    }
    expect(low).toBeLessThan(0.2);
    expect(high).toBeGreaterThan(0.2);
    expect(proportionInterval({ ...input, se: 0, method: 'likelihood' })).toEqual({ low: 0.2, high: 0.2 });
    expect(proportionInterval({ ...input, n: 1, method: 'likelihood' }).low).toBeNaN();
  });

  it('log is symmetric in ratios, fisher_z stays inside −1 and 1', () => {
    const log = proportionInterval({ estimate: 40, se: 20, n: 9, df: 4, method: 'log' });
    expect(log.low * log.high).toBeCloseTo(1600, 9);
    expect(log.low).toBeGreaterThan(0);
    expect(proportionInterval({ estimate: 0, se: 1, n: 9, df: 4, method: 'log' }).low).toBeNaN();
    const z = proportionInterval({ estimate: 0.9, se: 0.2, n: 9, df: 4, method: 'fisher_z' });
    expect(Math.atanh(z.high) + Math.atanh(z.low)).toBeCloseTo(2 * Math.atanh(0.9), 9);
    expect(z.high).toBeLessThan(1);
    expect(Math.atanh(z.high) - Math.atanh(z.low)).toBeCloseTo((2 * qt(0.975, 4) * 0.2) / (1 - 0.81), 9);
    expect(proportionInterval({ estimate: 1, se: 0, n: 9, df: 4, method: 'fisher_z' }).low).toBeNaN();
  });

  it('beta counts all rows of the domain, as R; beta_nchs those that answered', () => {
    const design = surveyDesign({ weight: new Float64Array(8).fill(1) });
    const y = Float64Array.of(1, 0, 0, 1, 0, 0, 0, Number.NaN);
    const limits = (n: number, method: 'beta' | 'beta_nchs', { estimate, se, df }: SurveyEstimate) =>
      proportionInterval({ estimate, se, n, df, method });
    for (const [method, n] of [
      ['beta', 8],
      ['beta_nchs', 7],
    ] as const) {
      const found = surveyProportion(design, y, { ciMethod: method })[0]!;
      expect({ low: found.ciLow, high: found.ciHigh }).toEqual(limits(n, method, found));
    }
  });
});
