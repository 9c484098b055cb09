import { pt, qt } from '../distributions/student.ts';

/** An estimate with its standard error and the t test of 0. */
export interface TestedEstimate {
  readonly estimate: number;
  readonly se: number;
  /** estimate / se */
  readonly t: number;
  /** two-sided; NaN when df ≤ 0 */
  readonly pValue: number;
  /** NaN when df ≤ 0 */
  readonly ciLow: number;
  readonly ciHigh: number;
}

export function testedEstimate(estimate: number, se: number, df: number, level: number): TestedEstimate {
  const half = df > 0 ? qt((1 + level) / 2, df) * se : Number.NaN;
  const t = estimate / se;
  return {
    estimate,
    se,
    t,
    pValue: df > 0 ? 2 * pt(-Math.abs(t), df) : Number.NaN,
    ciLow: estimate - half,
    ciHigh: estimate + half,
  };
}

export function checkLevel(caller: string, level = 0.95): number {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`${caller}: ciLevel must lie between 0 and 1, for example 0.95; got ${level}`);
  }
  return level;
}
