import type { SurveyDesign } from '../design/survey-design.ts';
import type { ReplicateWeights, RowReplicates } from './replicate-weights.ts';
import { rowWeights } from './row-weights.ts';

/**
 * Replicates of a calibrated design: repeats what was done to the weights (calibration, post-stratification, an adjustment
 * for non-response, or all in turn) on every replicate, so that their spread is that of the calibrated estimator.
 *
 * Estimate from the result's `design` with `replicates` set to the result.
 *
 * @param replicates of the design before calibration. @param adjust a design → the same design with its weights changed,
 *   for example `(design) => rake(design, margins).design`, or first `reweight(design, nonresponseClasses(design.weight,
 *   …).weight)`. It is called once for the full sample and once a replicate, each time with the same rows.
 * @returns a weight for every row and replicate; its `design` is the calibrated one. df stays by the replicates' rule.
 * @throws if the adjustment fails in a replicate (which one, and its message), changes the rows, or gives a weight to a
 *   row that has 0 in the full sample.
 *
 * R equivalent: `survey::calibrate(as.svrepdesign(design), …)`, `postStratify`, `rake` on a replicate design.
 * Source: R/surveyrep.R, R/grake.R (`calibrate.svyrep.design`).
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const sex = { name: 'sex', codes: Int32Array.of(0, 0, 1, 1), levels: ['female', 'male'], totals: [30, 70] };
 * const jackknife = replicateWeights(design, { method: 'jackknife' });
 * const raked = calibrateReplicates(jackknife, (sample) => rake(sample, [sex]).design);
 * surveyTotal(raked.design, Float64Array.of(1, 1, 0, 0), { replicates: raked })[0].se; // 0: women are a control
 */
export function calibrateReplicates(
  replicates: ReplicateWeights,
  adjust: (design: SurveyDesign) => SurveyDesign,
): RowReplicates {
  const { design: base, method, scale, rscales, mse, df } = replicates;
  const design = adjust(base);
  if (design.rows !== base.rows || design.unit !== base.unit) {
    throw new TypeError(
      'calibrateReplicates: adjust must return the design that it was given with other weights; got another design. Use rake, calibrate or poststratify on its argument',
    );
  }
  const weights = Array.from(rscales, (_, r) => {
    const replicate = Object.freeze({ ...base, weight: rowWeights(replicates, r) });
    const { weight } = adjusted(adjust, replicate, r, rscales.length);
    const bad = weight.findIndex((w, row) => !Number.isFinite(w) || (w !== 0 && design.weight[row] === 0));
    if (bad >= 0) {
      throw new RangeError(
        `calibrateReplicates: a row of weight 0 in the full sample must keep 0 in every replicate; row index ${bad} has ${weight[bad]} in replicate ${r + 1}. Choose a lower bound of g above 0`,
      );
    }
    return weight;
  });
  return {
    design,
    level: 'row',
    method,
    weights,
    scale,
    rscales,
    ...(mse === undefined ? {} : { mse }),
    ...(df === undefined ? {} : { df }),
  };
}

function adjusted(
  adjust: (design: SurveyDesign) => SurveyDesign,
  replicate: SurveyDesign,
  r: number,
  replicates: number,
): SurveyDesign {
  try {
    return adjust(replicate);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(
      `calibrateReplicates: replicate ${r + 1} of ${replicates} cannot be calibrated: ${error.message}`,
      { cause: error },
    );
  }
}
