import type { SurveyDesign } from '../design/survey-design.ts';
import { replicateCovariance } from '../replication/replicate-spread.ts';
import { checkReplicates } from '../replication/replicate-variance.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { rowWeights } from '../replication/row-weights.ts';
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
  checkReplicates('surveyRegression', design, replicates);
  const values = Array.from(replicates.rscales, (_, r) => {
    const replicate = { ...design, weight: rowWeights(replicates, r) };
    return fitted(replicate, input, r).coefficients;
  });
  return replicateCovariance(replicates, values, fit.coefficients);
}

function fitted(replicate: SurveyDesign, input: RegressionInput, r: number): ModelInfluence {
  try {
    return modelInfluence('surveyRegression', replicate, input);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(
      `surveyRegression: replicate ${r + 1} cannot be fitted, leave replicates out for the linearised variance, or: ${error.message}`,
      { cause: error },
    );
  }
}
