import { betaTails } from './beta.ts';

/**
 * Probability that an F variable with `df1` and `df2` degrees of freedom is at most f.
 *
 * @param f quantile; 0 and below give 0. @param df1 degrees of freedom of the numerator, > 0. @param df2 those of the
 *   denominator, > 0.
 * @param lowerTail false: P(F > f), computed directly, good to 1e-12 relative down to 1e-300.
 * @returns probability; NaN for degrees of freedom that are not positive.
 * @throws nothing: an argument out of range gives NaN.
 *
 * R equivalent: `pf`. Source: incomplete beta function, DLMF 8.17.
 * @example pf(48.2, 6.3, 51000, false) // 3.83836277766…e-62
 */
export function pf(f: number, df1: number, df2: number, lowerTail = true): number {
  if (Number.isNaN(f) || !(df1 > 0) || !(df2 > 0)) return Number.NaN;
  if (f <= 0) return lowerTail ? 0 : 1;
  const top = df1 * f;
  const tails = betaTails(top / (top + df2), df2 / (top + df2), df1 / 2, df2 / 2);
  return lowerTail ? tails.lower : tails.upper;
}
