import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { pt, qt } from '../distributions/student.ts';
import { combinedDf } from './combined-df.ts';
import { influenceCovariance } from './influence-covariance.ts';
import { checkStatistic, linearise, type Statistic } from './statistic.ts';
import type { DfRule } from './survey-estimate.ts';

export interface ContrastOptions {
  readonly domains: DomainCells;
  /** one number a domain: [1, -1] is the first mean minus the second */
  readonly coefficients: readonly number[];
  /** what is compared: the domains' means (default; a proportion is the mean of 0 and 1) or totals */
  readonly kind?: 'mean' | 'total' | undefined;
  /** the domains' ratios of y to this column are compared, in place of `kind`; rows with NaN in either are left out */
  readonly denominator?: Float64Array | undefined;
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
  /** degrees of freedom in place of the rule; Infinity: normal */
  readonly df?: number | undefined;
}

export interface SurveyContrast {
  readonly estimate: number;
  readonly se: number;
  /** rows with an answer in the domains that enter */
  readonly n: number;
  /** PSUs minus strata that hold rows of these domains */
  readonly df: number;
  readonly dfRule: DfRule;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly ciLevel: number;
  /** estimate / se */
  readonly t: number;
  /** two-sided probability of a larger |t| if the contrast were 0; NaN when df ≤ 0 */
  readonly pValue: number;
}

/**
 * Contrast of domains: Σ a · mean (or total, or ratio) over the domains of one design, with the covariances that
 * domains have because they share PSUs. The difference of two domains is [1, −1]. For several contrasts at once, or
 * contrasts over variables, see `surveyContrasts`.
 *
 * Every stratum of the design enters, so under `lonelyPsu: 'average'` the contrast [1, 0] can differ from the
 * domain's own SE. For change between samples, see `changeBetween`.
 *
 * @param y row → value; NaN: no answer. A proportion is the mean of 0 and 1.
 * @returns one contrast, t and interval with the df of the domains whose coefficient is not 0.
 * @throws if there is not one coefficient a domain; else as `surveyMean`.
 *
 * R equivalent: `survey::svycontrast(survey::svyby(~y, ~d, design, svymean, na.rm = TRUE, covmat = TRUE), a)`.
 * Source: V of z = Σ a · z_d, z_d the domain's own influence, w d (y − ȳ_d)/W_d for a mean.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const domains = domainCells(design, Int32Array.of(0, 0, 1, 1), 2);
 * surveyContrast(design, Float64Array.of(1, 2, 4, 5), { domains, coefficients: [-1, 1] }).estimate; // 3
 */
export function surveyContrast(
  design: SurveyDesign,
  y: Float64Array,
  options: ContrastOptions,
): SurveyContrast {
  const { domains, coefficients, ciLevel = 0.95, kind = 'mean', denominator } = options;
  const statistic: Statistic = denominator ? { kind: 'ratio', y, x: denominator } : { kind, y };
  checkStatistic('surveyContrast', statistic, design.rows);
  const cells = cellsFor('surveyContrast', design, domains);
  if (coefficients.length !== cells.levels) {
    throw new RangeError(
      `surveyContrast: coefficients must have one number a domain; expected ${cells.levels}, got ${coefficients.length}`,
    );
  }
  const found = linearise(cells, statistic);
  const z = found.influence.map((value, row) =>
    Number.isNaN(value) ? 0 : value * coefficients[cells.levelOfRow[row]!]!,
  );
  let estimate = 0;
  let n = 0;
  coefficients.forEach((a, d) => {
    if (a === 0) return;
    estimate += a * found.estimate[d]!;
    n += found.sums.n[d]!;
  });
  const variance = Number.isNaN(estimate) ? Number.NaN : influenceCovariance(design, [z])[0]!;
  return contrastOf({
    estimate,
    se: Math.sqrt(variance),
    n,
    df: options.df ?? combinedDf(cells, (level) => coefficients[level] !== 0),
    dfRule: options.df === undefined ? 'domain_psus_minus_strata' : 'given',
    ciLevel,
  });
}

/** A contrast with its interval and test, from its estimate and standard error. */
export function contrastOf(
  given: Pick<SurveyContrast, 'estimate' | 'se' | 'n' | 'df' | 'dfRule' | 'ciLevel'>,
): SurveyContrast {
  const { estimate, se, df, ciLevel } = given;
  const half = df > 0 ? qt((1 + ciLevel) / 2, df) * se : Number.NaN;
  const t = estimate / se;
  return {
    ...given,
    ciLow: estimate - half,
    ciHigh: estimate + half,
    t,
    pValue: df > 0 ? 2 * pt(-Math.abs(t), df) : Number.NaN,
  };
}
