import { combine, standardErrors } from './standard-errors.ts';
import type { SurveyRegression } from './survey-regression.ts';

/**
 * Whether the covariates are held at their sampled values (`fixed`: the delta method on the coefficients alone, as R's
 * `margins` and Stata's default do) or count as sampled too (`sampled`: as Stata's `vce(unconditional)`), so that the
 * average is an estimate for the population.
 */
export type CovariateSampling = 'fixed' | 'sampled';

/** A weighted average over the rows of something that depends on the coefficients and on the row. */
export interface RowAverage {
  /** row that enters → value */
  readonly values: Float64Array;
  /** coefficient → derivative of the average */
  readonly gradient: Float64Array;
}

export interface AverageResult {
  readonly estimate: Float64Array;
  readonly se: Float64Array;
}

/** Averages and their SEs: influence z = Σ gradient · z(β), plus w (value − average)/W if the covariates are sampled. */
export function rowAverages(
  model: SurveyRegression,
  averages: readonly RowAverage[],
  covariates: CovariateSampling,
): AverageResult {
  const { used, influence } = model.fit;
  const { weight } = model.design;
  if (model.replicates && covariates === 'sampled') {
    throw new RangeError(
      "averages over a model with replicates hold the covariates fixed; got covariates 'sampled'. Leave replicates out of surveyRegression, or average inside replicateEstimate",
    );
  }
  const estimate = Float64Array.from(averages, ({ values }) => weightedMean(model, values));
  if (model.replicates) {
    return { estimate, se: Float64Array.from(averages, ({ gradient }) => deltaError(model, gradient)) };
  }
  const columns = averages.map(({ values, gradient }, i) => {
    const z = combine(influence, gradient);
    if (covariates === 'sampled') {
      used.rows.forEach((row, k) => {
        z[row]! += (weight[row]! * (values[k]! - estimate[i]!)) / used.weight;
      });
    }
    return z;
  });
  return { estimate, se: standardErrors(model.design, columns, used.present) };
}

/** √(gradient' V gradient) */
function deltaError({ covariance }: SurveyRegression, gradient: Float64Array): number {
  let variance = 0;
  gradient.forEach((left, i) => {
    gradient.forEach((right, j) => {
      variance += left * right * covariance[i * gradient.length + j]!;
    });
  });
  return Math.sqrt(Math.max(0, variance));
}

/** Weighted mean over the rows that entered. */
export function weightedMean({ design, fit }: SurveyRegression, values: Float64Array): number {
  let sum = 0;
  fit.used.rows.forEach((row, k) => {
    sum += design.weight[row]! * values[k]!;
  });
  return sum / fit.used.weight;
}
