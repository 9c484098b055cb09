import { describe, expect, it } from 'vitest';
import {
  assessQuality,
  countQuality,
  DHS,
  generalQuality,
  proportionQuality,
  type QualityRuleName,
  thresholdQuality,
} from '../../src/index.ts';

describe('proportions, NCHS 2(175)', () => {
  it.each([
    [{ p: 0.4, se: 0.02, n: 900, df: 60 }, 'reliable', 'none'],
    [{ p: 0.4, se: 0.02, n: 29, df: 60 }, 'unreliable', 'n_below_30'],
    [{ p: 0.4, se: 0.1, n: 900, df: 60 }, 'unreliable', 'effective_n_below_30'],
    [{ p: 0.5, se: 0.085, n: 900, df: 60 }, 'unreliable', 'width_above_0.30'],
    [{ p: 0.05, se: 0.02, n: 900, df: 60 }, 'unreliable', 'relative_width_above_130'],
    [{ p: 0.01, se: 0.006, n: 900, df: 60 }, 'reliable', 'none'],
    [{ p: 0.95, se: 0.02, n: 900, df: 60 }, 'use_with_caution', 'complement_relative_width'],
    [{ p: 0.99, se: 0.006, n: 900, df: 60 }, 'use_with_caution', 'complement_relative_width'],
    [{ p: 0.4, se: 0.02, n: 900, df: 7 }, 'review', 'df_below_8'],
    [{ p: 0, se: 0, n: 900, df: 60 }, 'review', 'zero_or_hundred_percent'],
    [{ p: 1, se: 0, n: 900, df: 60 }, 'review', 'zero_or_hundred_percent'],
    [{ p: 0, se: 0, n: 30, df: 60 }, 'review', 'zero_or_hundred_percent'],
    [{ p: 0, se: 0, n: 12, df: 60 }, 'unreliable', 'n_below_30'],
    [{ p: 0.4, se: 0.02, n: 900, df: 0 }, 'unreliable', 'no_interval'],
    [{ p: Number.NaN, se: Number.NaN, n: 0, df: 0 }, 'unreliable', 'n_below_30'],
  ] as const)('%o', (input, quality, reason) => {
    expect(proportionQuality(input)).toMatchObject({ quality, rule: 'nchs_2_175', reason });
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
    expect(countQuality(input)).toMatchObject({ quality, rule: 'nchs_2_200', reason });
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
    expect(generalQuality(input)).toMatchObject({ quality, rule: 'n30_cv30_df8', reason });
  });
});

describe('every test that fired is a flag, and the verdict carries its inputs', () => {
  it('0 % with few degrees of freedom', () => {
    const verdict = proportionQuality({ p: 0, se: 0, n: 900, df: 5 });
    expect(verdict.flags).toEqual(['zero_or_hundred_percent', 'df_below_8']);
    expect(verdict.inputs).toMatchObject({ p: 0, n: 900, df: 5, effectiveN: 900 });
  });

  it('a reliable share has no flag and its Korn-Graubard width', () => {
    const { flags, inputs } = proportionQuality({ p: 0.4, se: 0.02, n: 900, df: 60 });
    expect(flags).toEqual([]);
    // n_e = 0.24/0.0004 · (1.9626/2.0003)² = 577.6; about 2 · 2.0003 · 0.02 wide
    expect(inputs.width).toBeCloseTo(0.0816, 3);
  });

  it('the effective n is never above n', () => {
    expect(proportionQuality({ p: 0.4, se: 0.001, n: 900, df: 60 }).inputs.effectiveN).toBe(900);
  });

  it('a count without a positive estimate has no interval', () => {
    expect(countQuality({ estimate: 0, se: 0, n: 240, df: 4 }).flags).toEqual(['no_interval', 'df_below_8']);
  });
});

describe('rules by name', () => {
  const row = { estimate: 0.4, se: 0.02, cv: 0.05, n: 900, df: 60 };
  it.each<[QualityRuleName, Partial<typeof row>, string, string]>([
    ['nchs_2_175', {}, 'reliable', 'none'],
    ['nchs_2_200', {}, 'reliable', 'none'],
    ['n30_cv30_df8', { df: 3 }, 'review', 'df_below_8'],
    ['nchs_30_30', { n: 29 }, 'unreliable', 'n_below_30'],
    ['nchs_30_30', { cv: 0.3 }, 'use_with_caution', 'cv_from_30'],
    ['nchs_30_30', { cv: 0.299 }, 'reliable', 'none'],
    ['statcan_cv', { cv: 0.165 }, 'reliable', 'none'],
    ['statcan_cv', { cv: 0.166 }, 'use_with_caution', 'cv_above_16.5'],
    ['statcan_cv', { cv: 0.334 }, 'unreliable', 'cv_above_33.3'],
    ['statcan_cv', { cv: Number.NaN }, 'unreliable', 'no_cv'],
    ['statcan_cv', { n: 9 }, 'unreliable', 'n_below_10'],
    ['dhs', { n: 24 }, 'unreliable', 'n_below_25'],
    ['dhs', { n: 25 }, 'use_with_caution', 'n_below_50'],
    ['dhs', { n: 49 }, 'use_with_caution', 'n_below_50'],
    ['dhs', { n: 50, cv: 2 }, 'reliable', 'none'],
  ])('%s, %o', (rule, change, quality, reason) => {
    const input = { ...row, ...change };
    expect(assessQuality(rule, input)).toMatchObject({ quality, rule, reason });
    expect(assessQuality(rule, input).inputs.n).toBe(input.n);
  });

  it('limits of one own, the worst deciding', () => {
    const own = { name: 'house', minimumN: 40, cautionAboveCv: 0.1, minimumDf: 12 };
    expect(assessQuality(own, { ...row, cv: 0.2, df: 11 })).toMatchObject({
      quality: 'review',
      rule: 'house',
      flags: ['df_below_12', 'cv_above_10'],
    });
  });

  it('an empty domain is never reliable, and an unknown rule throws', () => {
    const empty = { estimate: Number.NaN, se: Number.NaN, cv: Number.NaN, n: 0, df: 0 };
    for (const rule of [
      'nchs_2_175',
      'nchs_2_200',
      'n30_cv30_df8',
      'nchs_30_30',
      'statcan_cv',
      'dhs',
    ] as const) {
      expect(assessQuality(rule, empty).quality).toBe('unreliable');
    }
    expect(thresholdQuality(empty, DHS).quality).toBe('unreliable');
    expect(() => assessQuality('abs' as QualityRuleName, row)).toThrow('rule must be nchs_2_175');
  });
});
