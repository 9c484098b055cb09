import type { SurveyDesign } from '../design/survey-design.ts';
import { influenceCovariance } from '../estimation/influence-covariance.ts';
import { replicateDfOf } from '../replication/covariance-again.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { type ModelInfluence, modelInfluence, type RegressionInput } from './model-influence.ts';
import { replicateCoefficients } from './replicate-coefficients.ts';
import { checkLevel, type TestedEstimate, testedEstimate } from './tested-estimate.ts';

export interface Coefficient extends TestedEstimate {
  readonly name: string;
}

export interface SurveyRegression {
  /** intercept first, then the columns in the order given */
  readonly coefficients: readonly Coefficient[];
  /** coefficients × coefficients, by rows */
  readonly covariance: Float64Array;
  /** rows that entered: in the domain, of non-zero weight, nothing missing */
  readonly n: number;
  /** the sum of their weights */
  readonly nWeighted: number;
  /** of every t and interval here, and the denominator of `waldTest` */
  readonly df: number;
  readonly dfRule:
    | 'psus minus strata of the rows that entered, plus 1 minus the number of coefficients'
    | 'df of the replicates on the rows that entered, plus 1 minus the number of coefficients';
  readonly ciLevel: number;
  /** Newton steps taken */
  readonly steps: number;
  readonly design: SurveyDesign;
  /** the fit itself, for the functions that take a model, and its influence values */
  readonly fit: ModelInfluence;
  /** that the covariances come from; absent: they are linearised */
  readonly replicates?: ReplicateWeights;
}

/**
 * Survey regression: linear, logistic or Poisson (canonical links), fitted by weighted maximum likelihood, with
 * design-based covariances.
 *
 * Rows with anything missing leave the fit, not the design. The fit runs to rounding error; R's default
 * (`epsilon = 1e-8`) leaves errors in the sixth digit of an SE, so compare with `control = list(epsilon = 1e-15)`.
 * Exponentiated logistic and Poisson coefficients are odds and rate ratios. With df ≤ 0, more coefficients than sampling
 * units can tell apart, there are no p-values and intervals: NaN. With replicates the model is fitted again on each; their
 * own df, where they have one, stands in for PSUs minus strata.
 *
 * @param input outcome, columns, family, offset, domain and replicates; see {@link RegressionInput}.
 * @returns coefficients, intercept first, with their covariance matrix, tests and intervals.
 * @throws naming the column, if it is a linear combination of those before it or separates the outcome (its logistic or
 *   Poisson coefficient would be infinite); if the fit does not settle; if no row enters; if y is not what the family
 *   needs; for a stratum with one PSU under `lonelyPsu: 'fail'`; and naming the replicate that cannot be fitted.
 *
 * R equivalent: `survey::svyglm(y ~ x, design, family)`, `summary` and `confint`, with `quasibinomial()` or
 * `quasipoisson()`. Source: V(β) = A⁻¹ V(u) A⁻¹, u = w x (y − μ), A = Σ w x x' dμ/dη (Binder 1983; R/survey.R `svyglm`).
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const x = [{ name: 'age', values: Float64Array.of(0, 1, 2, 3) }];
 * surveyRegression(design, { y: Float64Array.of(1, 3, 5, 8), x }).coefficients[1]?.estimate; // 2.3
 */
export function surveyRegression(design: SurveyDesign, input: RegressionInput): SurveyRegression {
  const ciLevel = checkLevel('surveyRegression', input.ciLevel);
  const fit = modelInfluence('surveyRegression', design, input);
  const { used, names } = fit;
  const p = names.length;
  const { replicates } = input;
  const covariance = replicates
    ? replicateCoefficients(design, { ...input, replicates }, fit)
    : influenceCovariance(design, fit.influence, used.present);
  const ofReplicates = replicateDfOf(replicates, design, used.present);
  const df = (ofReplicates ?? used.df) + 1 - p;
  return {
    coefficients: names.map((name, j) => ({
      name,
      ...testedEstimate(fit.coefficients[j]!, Math.sqrt(covariance[j * p + j]!), df, ciLevel),
    })),
    covariance,
    n: used.rows.length,
    nWeighted: used.weight,
    df,
    dfRule:
      ofReplicates === undefined
        ? 'psus minus strata of the rows that entered, plus 1 minus the number of coefficients'
        : 'df of the replicates on the rows that entered, plus 1 minus the number of coefficients',
    ciLevel,
    steps: fit.steps,
    design,
    fit,
    ...(replicates && { replicates }),
  };
}
