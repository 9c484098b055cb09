import { weightColumn } from './design-columns.ts';
import type { SurveyDesign } from './survey-design.ts';

/**
 * The same sample with other weights, such as those adjusted for non-response or trimmed.
 *
 * Later variances take the weights as given; for the variance of the adjustment itself repeat it on every replicate with
 * `calibrateReplicates`. Rows that drop out get weight 0, so that their PSUs still count.
 *
 * @param weight row → weight, finite and at least 0.
 * @returns a new design with the same strata and PSUs.
 * @throws if the length is not that of the design, on a bad weight, and on a calibrated design, whose variance belongs to
 *   its own weights: reweight first and calibrate after, or call `trimAndCalibrate`.
 *
 * R equivalent: `survey::svydesign` again with other `weights`. Source: bookkeeping, no formula.
 * @example reweight(surveyDesign({ weight: [1, 1, 2] }), [1.5, 0, 2.5]).weight // Float64Array [1.5, 0, 2.5]
 */
export function reweight(design: SurveyDesign, weight: ArrayLike<number>): SurveyDesign {
  if (weight.length !== design.rows) {
    throw new RangeError(
      `reweight: weight must have one value a row of the design; expected ${design.rows}, got ${weight.length}`,
    );
  }
  if (design.calibration) {
    throw new RangeError(
      'reweight: the design is calibrated, and its variance belongs to the calibrated weights; reweight before calibrating, or call trimAndCalibrate',
    );
  }
  return Object.freeze({ ...design, weight: weightColumn('reweight', weight) });
}
