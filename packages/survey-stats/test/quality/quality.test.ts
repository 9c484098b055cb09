import { describe, expect, it } from 'vitest';
import { countQuality, generalQuality, proportionQuality } from '../../src/index.ts';

describe('proportions, NCHS 2(175)', () => {
  it.each([
    [{ p: 0.4, se: 0.02, n: 900, df: 60 }, 'reliable', 'none'],
    [{ p: 0.4, se: 0.02, n: 29, df: 60 }, 'unreliable', 'n_below_30'],
    [{ p: 0.4, se: 0.1, n: 900, df: 60 }, 'unreliable', 'effective_n_below_30'],
    [{ p: 0.5, se: 0.085, n: 900, df: 60 }, 'unreliable', 'width_above_0.30'],
    [{ p: 0.05, se: 0.02, n: 900, df: 60 }, 'unreliable', 'relative_width_above_130'],
    [{ p: 0.01, se: 0.006, n: 900, df: 60 }, 'reliable', 'none'],
    [{ p: 0.95, se: 0.02, n: 900, df: 60 }, 'use_with_caution', 'complement_relative_width'],
    [{ p: 0.4, se: 0.02, n: 900, df: 7 }, 'review', 'df_below_8'],
    [{ p: 0, se: 0, n: 900, df: 60 }, 'review', 'zero_or_hundred_percent'],
    [{ p: 1, se: 0, n: 900, df: 60 }, 'review', 'zero_or_hundred_percent'],
    [{ p: 0, se: 0, n: 12, df: 60 }, 'unreliable', 'n_below_30'],
    [{ p: 0.4, se: 0.02, n: 900, df: 0 }, 'unreliable', 'no_interval'],
    [{ p: Number.NaN, se: Number.NaN, n: 0, df: 0 }, 'unreliable', 'n_below_30'],
  ] as const)('%o', (input, quality, reason) => {
    expect(proportionQuality(input)).toEqual({ quality, rule: 'nchs_2_175', reason });
  });
});

describe('counts, NCHS 2(200)', () => {
  it.each([
    [{ estimate: 12000, se: 900, n: 240, df: 40 }, 'reliable', 'none'],
    [{ estimate: 12000, se: 900, n: 9, df: 40 }, 'unreliable', 'effective_n_below_10'],
    [{ estimate: 12000, se: 900, n: 15, df: 40, kishDesignEffect: 2 }, 'unreliable', 'effective_n_below_10'],
    [{ estimate: 12000, se: 5000, n: 240, df: 40 }, 'unreliable', 'relative_width_above_160'],
    [{ estimate: 12000, se: 900, n: 240, df: 5 }, 'review', 'df_below_8'],
    [{ estimate: 0, se: 0, n: 240, df: 40 }, 'unreliable', 'no_interval'],
  ] as const)('%o', (input, quality, reason) => {
    expect(countQuality(input)).toEqual({ quality, rule: 'nchs_2_200', reason });
  });
});

describe('means, medians, ratios', () => {
  it.each([
    [{ n: 30, cv: 0.3, df: 8 }, 'reliable', 'none'],
    [{ n: 29, cv: 0.1, df: 8 }, 'unreliable', 'n_below_30'],
    [{ n: 30, cv: 0.31, df: 8 }, 'use_with_caution', 'cv_above_30'],
    [{ n: 30, cv: 0.1, df: 7 }, 'review', 'df_below_8'],
    [{ n: 30, cv: Number.NaN, df: 8 }, 'unreliable', 'no_cv'],
  ] as const)('%o', (input, quality, reason) => {
    expect(generalQuality(input)).toEqual({ quality, rule: 'n30_cv30_df8', reason });
  });
});
