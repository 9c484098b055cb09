import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { pt, qt } from '../distributions/student.ts';
import { checkColumn, roughCentre, sumCells } from './cell-sums.ts';
import { combinedVariance } from './linear-form.ts';
import { meanForm, means } from './survey-mean.ts';

export interface ContrastOptions {
  readonly domains: DomainCells;
  /** one number a domain: [1, -1] is the first mean minus the second */
  readonly coefficients: readonly number[];
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
}

export interface SurveyContrast {
  readonly estimate: number;
  readonly se: number;
  /** rows with an answer in the domains that enter */
  readonly n: number;
  /** PSUs minus strata that hold rows of these domains */
  readonly df: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly ciLevel: number;
  /** estimate / se */
  readonly t: number;
  /** two-sided probability of a larger |t| if the contrast were 0; NaN when df ≤ 0 */
  readonly pValue: number;
}

/**
 * Contrast of domain means: Σ a · mean over domains of one design, with the covariances that domains have because they
 * share PSUs. The difference of two domains is [1, −1].
 *
 * Every stratum of the design enters, so under `lonelyPsu: 'average'` the contrast [1, 0] can differ from the domain's
 * own SE. Change between independent samples needs no contrast: its variance is V1 + V2.
 *
 * @param y row → value; NaN: no answer. A proportion is the mean of 0 and 1.
 * @throws if there is not one coefficient a domain; else as `surveyMean`.
 *
 * R equivalent: `survey::svycontrast(survey::svyby(~y, ~d, design, svymean, na.rm = TRUE, covmat = TRUE), a)`.
 * Source: V of z = Σ a · w d (y − ȳ_d)/W_d.
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
  const { domains, coefficients, ciLevel = 0.95 } = options;
  checkColumn('surveyContrast', 'y', y, design.rows);
  const cells = cellsFor('surveyContrast', design, domains);
  if (coefficients.length !== cells.levels) {
    throw new RangeError(
      `surveyContrast: coefficients must have one number a domain; expected ${cells.levels}, got ${coefficients.length}`,
    );
  }
  const sums = sumCells(cells, y, roughCentre(y));
  const mean = means(sums);
  let estimate = 0;
  let n = 0;
  coefficients.forEach((a, d) => {
    if (a === 0) return;
    estimate += a * mean[d]!;
    n += sums.n[d]!;
  });
  const se = Math.sqrt(combinedVariance(sums, meanForm(sums), coefficients));
  const df = combinedDf(cells, coefficients);
  const half = df > 0 ? qt((1 + ciLevel) / 2, df) * se : Number.NaN;
  const t = estimate / se;
  return {
    estimate,
    se,
    n,
    df,
    ciLow: estimate - half,
    ciHigh: estimate + half,
    ciLevel,
    t,
    pValue: df > 0 ? 2 * pt(-Math.abs(t), df) : Number.NaN,
  };
}

function combinedDf(cells: DomainCells, coefficients: readonly number[]): number {
  const { design } = cells;
  const psuSeen = new Uint8Array(design.psus);
  const stratumSeen = new Uint8Array(design.strata);
  let df = 0;
  for (let row = 0; row < design.rows; row++) {
    const level = cells.levelOfRow[row]!;
    if (level === cells.levels || coefficients[level] === 0) continue;
    const psu = design.psu[row]!;
    if (psuSeen[psu] === 1) continue;
    psuSeen[psu] = 1;
    df++;
    const h = design.psuStratum[psu]!;
    if (stratumSeen[h] === 1) continue;
    stratumSeen[h] = 1;
    df--;
  }
  return df;
}
