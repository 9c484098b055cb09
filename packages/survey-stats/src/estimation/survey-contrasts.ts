import { pf } from '../distributions/fisher.ts';
import { pchisq } from '../distributions/gamma.ts';
import { quadraticForm } from '../models/scaled-cholesky.ts';
import { jointDf } from './joint-df.ts';
import type { JointEstimates } from './joint-estimates.ts';
import { contrastOf, type SurveyContrast } from './survey-contrast.ts';

export interface ContrastsOptions {
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
  /** in place of the rule; Infinity: normal */
  readonly df?: number | undefined;
}

export interface SurveyContrasts {
  /** one a row of the coefficients */
  readonly contrasts: readonly SurveyContrast[];
  /** their covariance matrix by rows */
  readonly covariance: Float64Array;
  /**
   * Adjusted Wald test that all contrasts are 0: W (ν − K + 1)/(K ν) on (K, ν − K + 1) degrees of freedom, ν the df
   * of all domains that enter. NaN when ν < K or when a contrast is a combination of the others.
   */
  readonly joint: {
    readonly f: number;
    readonly dfNumerator: number;
    readonly dfDenominator: number;
    readonly pValue: number;
  };
}

/**
 * Several contrasts at once: linear combinations of joint estimates (means, totals, ratios; over domains, over
 * variables or both) with their covariances and a joint test.
 *
 * @param joint from `jointEstimates`. @param coefficients one row a contrast, one number an entry of `joint`.
 * @returns one contrast a row of the coefficients, their covariances, and the test that all are 0.
 * @throws if a row has not one number an entry.
 *
 * R equivalent: `survey::svycontrast(joint, list(a, b))`; the joint test is the adjusted Wald test of SUDAAN and
 * Stata.
 * Source: C θ with covariance C V Cᵀ; Korn and Graubard 1990.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1, 1, 1] });
 * const domains = domainCells(design, Int32Array.of(0, 0, 1, 1, 2, 2), 3);
 * const joint = jointMeans(design, [Float64Array.of(1, 3, 2, 4, 6, 8)], { domains });
 * const three = surveyContrasts(joint, [[1, -1, 0], [0, 1, -1]]);
 * three.contrasts.map(({ estimate }) => estimate); // [-1, -4]
 * three.joint.f; // 9.333…: are the three domains equal?
 */
export function surveyContrasts(
  joint: JointEstimates,
  coefficients: readonly (readonly number[])[],
  options: ContrastsOptions = {},
): SurveyContrasts {
  const size = joint.estimate.length;
  coefficients.forEach((row, index) => {
    if (row.length === size) return;
    throw new RangeError(
      `surveyContrasts: coefficients must have one number an entry (domain, statistic); row ${index}: expected ${size}, got ${row.length}`,
    );
  });
  const { ciLevel = 0.95 } = options;
  const used = coefficients.map((row) => row.flatMap((a, at) => (a === 0 ? [] : [{ a, at }])));
  const estimates = used.map((terms) => terms.reduce((sum, { a, at }) => sum + a * joint.estimate[at]!, 0));
  const count = used.length;
  const covariance = new Float64Array(count * count);
  used.forEach((left, i) => {
    used.forEach((right, j) => {
      let sum = 0;
      for (const l of left) for (const r of right) sum += l.a * r.a * joint.covariance[l.at * size + r.at]!;
      covariance[i * count + j] = sum;
    });
  });
  const dfOf = (terms: readonly { at: number }[]) => {
    const levels = new Set(terms.map(({ at }) => Math.floor(at / joint.statistics)));
    return jointDf(joint, (level) => levels.has(level), options.df);
  };
  const contrasts = used.map((terms, i) =>
    contrastOf({
      estimate: estimates[i]!,
      se: Math.sqrt(Math.max(0, covariance[i * count + i]!)),
      n: rowsOf(joint, terms),
      ...dfOf(terms),
      ciLevel,
    }),
  );
  return { contrasts, covariance, joint: waldTest(estimates, covariance, dfOf(used.flat()).df) };
}

/** Rows with an answer in the domains that enter; of several statistics of a domain, the fewest. */
function rowsOf(joint: JointEstimates, terms: readonly { at: number }[]): number {
  const rows = new Map<number, number>();
  for (const { at } of terms) {
    const level = Math.floor(at / joint.statistics);
    rows.set(level, Math.min(rows.get(level) ?? Number.POSITIVE_INFINITY, joint.n[at]!));
  }
  return [...rows.values()].reduce((sum, n) => sum + n, 0);
}

function waldTest(
  estimates: readonly number[],
  covariance: Float64Array,
  df: number,
): SurveyContrasts['joint'] {
  const k = estimates.length;
  const wald = quadraticForm(covariance, estimates);
  const dfDenominator = df - k + 1;
  if (k === 0 || !(dfDenominator > 0) || Number.isNaN(wald)) {
    return { f: Number.NaN, dfNumerator: k, dfDenominator, pValue: Number.NaN };
  }
  if (df === Number.POSITIVE_INFINITY) {
    return { f: wald / k, dfNumerator: k, dfDenominator, pValue: pchisq(wald, k, false) };
  }
  const f = (wald * dfDenominator) / (k * df);
  return { f, dfNumerator: k, dfDenominator, pValue: pf(f, k, dfDenominator, false) };
}
