import { gammaTails } from './gamma.ts';

/**
 * Probability that a standard normal variable is at most z.
 *
 * @param z quantile. @param lowerTail false: P(Z > z).
 * @returns probability; both tails keep their relative precision (1e-12) down to 1e-308.
 * @throws nothing: NaN gives NaN.
 *
 * R equivalent: `pnorm`. Source: incomplete gamma function with shape ½ at z²/2.
 * @example pnorm(1.96) // 0.97500210485…
 */
export function pnorm(z: number, lowerTail = true): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z === 0) return 0.5;
  const outside = 0.5 * gammaTails((z * z) / 2, 0.5).upper;
  return z < 0 === lowerTail ? outside : 1 - outside;
}

/**
 * Quantile of the standard normal distribution.
 *
 * @param p probability in [0, 1]. @returns z with P(Z ≤ z) = p; NaN outside [0, 1].
 * @throws nothing: an argument out of range gives NaN.
 *
 * R equivalent: `qnorm`. Source: Abramowitz and Stegun 26.2.23 refined by Newton's method on the log of the tail.
 * @example qnorm(0.975) // 1.95996398454…
 */
export function qnorm(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const r = Math.sqrt(-2 * Math.log(tail));
  let z =
    r - (2.515517 + r * (0.802853 + r * 0.010328)) / (1 + r * (1.432788 + r * (0.189269 + r * 0.001308)));
  for (let iteration = 0; iteration < 20; iteration++) {
    const upper = pnorm(z, false);
    const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    const step = (Math.log(upper / tail) * upper) / density;
    z += step;
    if (Math.abs(step) <= 1e-16 * Math.max(1, z)) break;
  }
  return p < 0.5 ? -z : z;
}
