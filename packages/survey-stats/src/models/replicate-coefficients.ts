import type { SurveyDesign } from '../design/survey-design.ts';
import { covarianceAgain } from '../replication/covariance-again.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { type ModelInfluence, modelInfluence, type RegressionInput } from './model-influence.ts';

/**
 * Covariance matrix of a model's coefficients from fitting it again on every replicate.
 *
 * @param fit the full sample's. @returns by rows.
 * @throws if the replicates are of another design, or a replicate cannot be fitted: its number and why.
 *
 * Source: R survey, R/surveyrep.R (`svyglm.svyrep.design`), and `svrVar`.
 */
export function replicateCoefficients(
  design: SurveyDesign,
  input: RegressionInput & { readonly replicates: ReplicateWeights },
  fit: ModelInfluence,
): Float64Array {
  const { replicates } = input;
  return covarianceAgain(
    'surveyRegression',
    { design, replicates },
    fit.coefficients,
    (replicate) => modelInfluence('surveyRegression', replicate, input).coefficients,
  );
}
