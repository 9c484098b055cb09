import { pf } from './fisher.ts';
import { pnorm } from './normal.ts';

/** Nearer to the mean than this the approximation loses its digits; an F of the same first two moments does there. */
const NEAR_MEAN = 1e-4;
const HALVINGS = 200;

/** Terms λ of a sum of λ χ²₁, each as often as `times` says. */
interface Terms {
  readonly lambda: Float64Array;
  readonly times: Float64Array;
}

/**
 * Probability that Σ a χ²₁, divided by an independent χ²_df/df, is above x, by the saddlepoint approximation.
 *
 * @param a what the χ² are multiplied with, above 0. @returns NaN without a.
 * Source: Kuonen 1999, "Saddlepoint approximations for distributions of quadratic forms in normal variables"; R survey, `pFsum`
 * with the saddlepoint found to rounding; near the mean Satterthwaite's F, as there.
 */
export function fisherSumTail(x: number, a: Float64Array, df: number): number {
  if (a.length === 0 || !(df > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 1;
  const largest = a.reduce((most, own) => Math.max(most, own), 0);
  const terms = {
    lambda: Float64Array.of(...a.map((own) => own / largest), -x / df / largest),
    times: Float64Array.of(...a.map(() => 1), df),
  };
  const zeta = saddlepoint(terms, -df / (2 * (x / largest)));
  if (Math.abs(zeta) < NEAR_MEAN) return satterthwaiteTail(x, a, df);
  const w = Math.sign(zeta) * Math.sqrt(-2 * cumulant(terms, zeta));
  const v = zeta * Math.sqrt(curvature(terms, zeta));
  return pnorm(-(w + Math.log(v / w) / w));
}

function satterthwaiteTail(x: number, a: Float64Array, df: number): number {
  const sum = a.reduce((total, own) => total + own, 0);
  const squares = a.reduce((total, own) => total + own * own, 0);
  return pf(x / sum, sum ** 2 / squares, df, false);
}

/** Where the derivative of the cumulant function, which rises from −∞ to ∞ between its poles, is 0. */
function saddlepoint({ lambda, times }: Terms, lowest: number): number {
  let low = lowest;
  let high = 0.5;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    let slope = 0;
    for (let j = 0; j < lambda.length; j++) slope += (times[j]! * lambda[j]!) / (1 - 2 * middle * lambda[j]!);
    if (slope < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function cumulant({ lambda, times }: Terms, zeta: number): number {
  let sum = 0;
  for (let j = 0; j < lambda.length; j++) sum -= (times[j]! * Math.log1p(-2 * zeta * lambda[j]!)) / 2;
  return sum;
}

function curvature({ lambda, times }: Terms, zeta: number): number {
  let sum = 0;
  for (let j = 0; j < lambda.length; j++)
    sum += 2 * times[j]! * (lambda[j]! / (1 - 2 * zeta * lambda[j]!)) ** 2;
  return sum;
}
