import { qbeta } from '../distributions/beta.ts';
import { qt } from '../distributions/student.ts';

/**
 * How an interval for a share is made. `mean`: estimate ∓ t se. `logit`, `xlogit`: symmetric on the log-odds (the
 * same thing for linearised designs). `asin`: on the arcsine of the root. `beta`: Korn-Graubard as in R.
 * `beta_nchs`: the same with the effective sample size cut at n, defined at 0 and 1 too. `wilson`: Wilson's score
 * with the effective n. `likelihood`: where twice the binomial log-likelihood of the effective n falls by t²
 * n/(n−1). For other statistics: `log`, symmetric on the logarithm (any positive estimate), and `fisher_z`,
 * symmetric on the inverse hyperbolic tangent (correlations).
 */
export type IntervalMethod =
  | 'mean'
  | 'logit'
  | 'xlogit'
  | 'asin'
  | 'beta'
  | 'beta_nchs'
  | 'wilson'
  | 'likelihood'
  | 'log'
  | 'fisher_z';

export interface ProportionIntervalInput {
  /** share, 0 to 1 */
  readonly estimate: number;
  /** its standard error */
  readonly se: number;
  /**
   * rows: for `beta` all rows of the domain, also those without an answer (as R); for `beta_nchs` and
   * `likelihood` the respondents
   */
  readonly n: number;
  readonly df: number;
  /** default 0.95 */
  readonly level?: number | undefined;
  /** default 'logit' */
  readonly method?: IntervalMethod | undefined;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const NONE: Interval = { low: Number.NaN, high: Number.NaN };

/**
 * Confidence interval of a proportion, from the estimate and its design-based standard error.
 *
 * @returns limits as shares; NaN when df ≤ 0, or where the method is not defined: at exactly 0 or 1 for all but
 *   `mean` and `beta_nchs`.
 * @throws on a method that does not exist.
 *
 * R equivalent: `survey::svyciprop`; R interpolates the profile of `likelihood`, so it agrees to about 1e-3 of the
 * width.
 * Source: R/ciprop.R; `beta_nchs`: Parker et al. 2017, Vital Health Stat 2(175).
 * @example
 * proportionInterval({ estimate: 0.2, se: 0.03, n: 180, df: 40 });
 * // { low: 0.1461…, high: 0.2675… }
 */
export function proportionInterval(input: ProportionIntervalInput): Interval {
  const { estimate: p, se, n, df, level = 0.95, method = 'logit' } = input;
  if (!(df > 0) || Number.isNaN(p) || Number.isNaN(se)) {
    checkMethod(method);
    return NONE;
  }
  return proportionLimits(p, se, n, df, level, method, qt((1 + level) / 2, df));
}

/** The same with Student's quantile given, so that a batch looks it up once. */
export function proportionLimits(
  p: number,
  se: number,
  n: number,
  df: number,
  level: number,
  method: IntervalMethod,
  t: number,
): Interval {
  checkMethod(method);
  if (Number.isNaN(t) || Number.isNaN(p) || Number.isNaN(se)) return NONE;
  if (method === 'mean') return { low: p - t * se, high: p + t * se };
  if (method === 'beta_nchs') return kornGraubard(p, se, n, df, level, true);
  if (method === 'log') return logLimits(p, se, t);
  if (method === 'fisher_z') return fisherLimits(p, se, t);
  if (!(p > 0 && p < 1)) return NONE;
  switch (method) {
    case 'logit':
    case 'xlogit': {
      const logOdds = Math.log(p / (1 - p));
      const half = (t * se) / (p * (1 - p));
      return { low: expit(logOdds - half), high: expit(logOdds + half) };
    }
    case 'asin': {
      const angle = Math.asin(Math.sqrt(p));
      const half = (t * se) / (2 * Math.sqrt(p * (1 - p)));
      return { low: Math.sin(angle - half) ** 2, high: Math.sin(angle + half) ** 2 };
    }
    case 'beta':
      return kornGraubard(p, se, n, df, level, false);
    case 'likelihood':
      return likelihoodLimits(p, se, n, t);
    case 'wilson': {
      const effective = (p * (1 - p)) / (se * se);
      const square = (t * t) / effective;
      const half = (t / (2 * effective)) * Math.sqrt(4 * effective * p * (1 - p) + t * t);
      return { low: (p + square / 2 - half) / (1 + square), high: (p + square / 2 + half) / (1 + square) };
    }
  }
}

/**
 * Korn-Graubard effective sample size of a proportion: p(1−p)/v times the squared ratio of Student quantiles, cut at
 * n, and n itself at 0 and 100 %.
 *
 * @param p share, 0 to 1. @param se its design-based standard error. @param n sample size. @param df degrees of freedom of
 *   the design. @param level of the interval that the size is for.
 * @returns rows, at most n.
 * @throws nothing: a missing argument gives NaN.
 *
 * R equivalent: `surveytable` (`mode = "NCHS"`); `survey::svyciprop(…, method = "beta")` has it inside.
 * Source: Parker et al. 2017, Vital Health Stat 2(175); Korn and Graubard 1998.
 * @example kornGraubardEffectiveSize(0.5, 0.05, 200, 30, 0.95) // 93.2325…
 */
export function kornGraubardEffectiveSize(
  p: number,
  se: number,
  n: number,
  df: number,
  level = 0.95,
): number {
  if (p === 0 || p === 1 || se === 0) return n;
  return Math.min(n, adjustedSize(p, se, n, df, level));
}

function adjustedSize(p: number, se: number, n: number, df: number, level: number): number {
  const upper = (1 + level) / 2;
  return ((p * (1 - p)) / (se * se)) * (qt(upper, n - 1) / qt(upper, df)) ** 2;
}

function kornGraubard(p: number, se: number, n: number, df: number, level: number, nchs: boolean): Interval {
  const size = nchs ? kornGraubardEffectiveSize(p, se, n, df, level) : adjustedSize(p, se, n, df, level);
  if (!(size > 0)) return NONE;
  const tail = (1 - level) / 2;
  const low = p === 0 ? 0 : qbeta(tail, size * p, size * (1 - p) + 1);
  const high = p === 1 ? 1 : qbeta((1 + level) / 2, size * p + 1, size * (1 - p));
  return { low, high };
}

/**
 * Limits q where 2 n_e (p ln(p/q) + (1−p) ln((1−p)/(1−q))) = t² n/(n−1), n_e = p(1−p)/se² and n/(n−1) the dispersion
 * of R's quasi-binomial model, by bisection of the log-odds.
 */
function likelihoodLimits(p: number, se: number, n: number, t: number): Interval {
  if (!(n > 1)) return NONE;
  if (se === 0) return { low: p, high: p };
  const target = (((t * se) / Math.sqrt(p * (1 - p))) ** 2 / 2) * (n / (n - 1));
  const logOdds = Math.log(p / (1 - p));
  const divergence = (u: number) => p * logOdds + Math.log1p(-p) - p * u + softplus(u);
  const limit = (direction: number): number => {
    let inside = 0;
    let outside = 1;
    while (divergence(logOdds + direction * outside) < target) outside *= 2;
    for (let step = 0; step < 100; step++) {
      const middle = (inside + outside) / 2;
      if (divergence(logOdds + direction * middle) < target) inside = middle;
      else outside = middle;
    }
    return expit(logOdds + direction * inside);
  };
  return { low: limit(-1), high: limit(1) };
}

/** ln(1 + e^u) */
function softplus(u: number): number {
  return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
}

function logLimits(estimate: number, se: number, t: number): Interval {
  if (!(estimate > 0)) return NONE;
  const factor = Math.exp((t * se) / estimate);
  return { low: estimate / factor, high: estimate * factor };
}

function fisherLimits(r: number, se: number, t: number): Interval {
  if (!(Math.abs(r) < 1)) return NONE;
  const half = (t * se) / (1 - r * r);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

const METHODS: readonly string[] = [
  'mean',
  'logit',
  'xlogit',
  'asin',
  'beta',
  'beta_nchs',
  'wilson',
  'likelihood',
  'log',
  'fisher_z',
] satisfies IntervalMethod[];

function checkMethod(method: string): void {
  if (!METHODS.includes(method)) {
    throw new RangeError(`proportionInterval: method must be one of ${METHODS.join(', ')}; got "${method}"`);
  }
}
