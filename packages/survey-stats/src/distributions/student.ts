import { betaLogOddsQuantile, betaTails } from './beta.ts';
import { pnorm, qnorm } from './normal.ts';

/**
 * Probability that Student's t with `df` degrees of freedom is at most t.
 *
 * @param t quantile. @param df degrees of freedom, > 0, need not be whole; Infinity is the normal distribution.
 * @param lowerTail false: P(T > t), computed directly.
 * @returns probability; NaN for df ≤ 0. Small tails keep their relative precision (1e-12) down to 1e-300.
 * @throws nothing: an argument out of range gives NaN.
 *
 * R equivalent: `pt`. Source: incomplete beta function, DLMF 8.17.
 * @example 2 * pt(-12.0547430940779, 13) // 1.97869275507…e-8
 */
export function pt(t: number, df: number, lowerTail = true): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return pnorm(t, lowerTail);
  const square = t * t;
  const x = square === Number.POSITIVE_INFINITY ? 0 : df / (df + square);
  const y = square === Number.POSITIVE_INFINITY ? 1 : square / (df + square);
  const outside = 0.5 * betaTails(x, y, df / 2, 0.5).lower;
  return t <= 0 === lowerTail ? outside : 1 - outside;
}

/**
 * Quantile of Student's t distribution.
 *
 * @param p probability in [0, 1]. @param df degrees of freedom, > 0, need not be whole; Infinity is the normal.
 * @returns t with P(T ≤ t) = p; NaN for df ≤ 0 (an interval with no degrees of freedom does not exist).
 * @throws nothing: an argument out of range gives NaN.
 *
 * R equivalent: `qt`. Source: inverse incomplete beta function on the log-odds scale.
 * @example qt(0.975, 14) // 2.14478668792…
 */
export function qt(p: number, df: number): number {
  if (!(df > 0) || !(p >= 0 && p <= 1)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return qnorm(p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  const t = upperQuantile(Math.min(p, 1 - p), df);
  return p < 0.5 ? -t : t;
}

/** Quantiles worked out before, by tail and df: intervals ask for the same few thousand again and again. */
const known = new Map<number, KnownTail>();
const MOST_TAILS = 16;
const MOST_QUANTILES = 10_000;

interface KnownTail {
  /** upper quantile of the normal distribution */
  readonly z: number;
  readonly byDf: Map<number, number>;
}

function upperQuantile(tail: number, df: number): number {
  let ofTail = known.get(tail);
  if (!ofTail || ofTail.byDf.size > MOST_QUANTILES) {
    if (known.size > MOST_TAILS) known.clear();
    ofTail = { z: -qnorm(tail), byDf: new Map() };
    known.set(tail, ofTail);
  }
  let t = ofTail.byDf.get(df);
  if (t === undefined) {
    const guess = logOddsNear(ofTail.z, df);
    const logOdds = betaLogOddsQuantile(2 * tail, 1 - 2 * tail, df / 2, 0.5, guess);
    t = Math.sqrt(df) * Math.exp(-logOdds / 2);
    ofTail.byDf.set(df, t);
  }
  return t;
}

/**
 * Log-odds near those of the quantile, from the normal one; undefined where the series is of no use.
 * Source: Fisher and Cornish (1960), Technometrics 2, the expansion of t in powers of 1/df.
 */
function logOddsNear(z: number, df: number): number | undefined {
  const square = z * z;
  if (!(square < df)) return undefined;
  const first = (square + 1) / 4;
  const second = ((5 * square + 16) * square + 3) / 96;
  const third = (((3 * square + 19) * square + 17) * square - 15) / 384;
  const t = z * (1 + (first + (second + third / df) / df) / df);
  return Math.log(df / (t * t));
}
