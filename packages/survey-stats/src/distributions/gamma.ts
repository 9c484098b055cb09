import type { Tails } from './beta.ts';
import { devianceTerm, LOG_SQRT_TWO_PI, stirlingError } from './stirling-error.ts';

const MAXIMUM_TERMS = 1_000_000;

/** Tails of the gamma distribution with shape a and unit scale at x. Private to `distributions/`. */
export function gammaTails(x: number, a: number): Tails {
  if (!(a > 0) || Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  // log of x^a e^-x / Γ(a+1)
  const logFront = -stirlingError(a) - devianceTerm(a, x) - LOG_SQRT_TWO_PI - 0.5 * Math.log(a);
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; n < MAXIMUM_TERMS; n++) {
      term *= x / (a + n);
      sum += term;
      if (term < sum * 1e-17) break;
    }
    const lower = Math.min(1, Math.exp(logFront + Math.log(sum)));
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = 1 / 1e-300;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < MAXIMUM_TERMS; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < 1e-300) d = 1e-300;
    c = b + an / c;
    if (Math.abs(c) < 1e-300) c = 1e-300;
    d = 1 / d;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 2e-16) break;
  }
  const upper = Math.min(1, Math.exp(logFront + Math.log(a * value)));
  return { lower: 1 - upper, upper };
}

/**
 * Probability that a chi-square variable with `df` degrees of freedom is at most x.
 *
 * @param x quantile; 0 and below give 0. @param df degrees of freedom, > 0, need not be whole.
 * @param lowerTail false: P(X > x), computed directly, good to 1e-12 relative far into the tail.
 * @returns probability; NaN for df ≤ 0.
 * @throws nothing: an argument out of range gives NaN.
 *
 * R equivalent: `pchisq`. Source: incomplete gamma function, DLMF 8.7 and 8.9.
 * @example pchisq(11.94, 2, false) // 0.00255424141899…
 */
export function pchisq(x: number, df: number, lowerTail = true): number {
  const tails = gammaTails(x / 2, df / 2);
  return lowerTail ? tails.lower : tails.upper;
}
