import { checkLengths } from './check-lengths.ts';

/**
 * R-indicator of a response: 1 − 2 S, S the weighted standard deviation of response propensities over the sample.
 *
 * 1: everyone was as likely to respond; 0: response could not have been more selective. It says something about the
 * covariates of the propensity model alone, and falls with their number in small samples.
 *
 * @param propensity row → probability to respond, NaN for rows that are left out. @param weight base weights.
 * @returns up to 1; NaN without a row. S has Σ w as divisor, so that the scale of the weights does not matter.
 * @throws unless there is one weight a propensity.
 *
 * R equivalent: none in survey. Source: Schouten, Cobben and Bethlehem 2009.
 * @example rIndicator(Float64Array.of(0.4, 0.6), [1, 1]) // 0.8
 */
export function rIndicator(propensity: ArrayLike<number>, weight: ArrayLike<number>): number {
  checkLengths('rIndicator', 'weight', weight.length, propensity.length);
  let size = 0;
  let sum = 0;
  for (let row = 0; row < propensity.length; row++) {
    const p = propensity[row]!;
    const w = weight[row]!;
    if (Number.isNaN(p) || w === 0) continue;
    size += w;
    sum += w * p;
  }
  const mean = sum / size;
  let squares = 0;
  for (let row = 0; row < propensity.length; row++) {
    const p = propensity[row]!;
    if (!Number.isNaN(p) && weight[row] !== 0) squares += weight[row]! * (p - mean) ** 2;
  }
  return 1 - 2 * Math.sqrt(squares / size);
}
