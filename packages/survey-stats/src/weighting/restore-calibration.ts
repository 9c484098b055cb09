import type { SurveyDesign } from '../design/survey-design.ts';
import { calibrationColumns } from './calibration-columns.ts';
import { checkedQ } from './calibration-factors.ts';
import { withCalibration } from './calibration-layer.ts';

export interface StoredCalibration {
  /** the calibration variables, one column each; for a margin the 0/1 indicators of its levels, or expected memberships */
  readonly x: readonly Float64Array[];
  /** row → weight after calibration, as it was stored */
  readonly weight: ArrayLike<number>;
  /** row → q, if the calibration had one; see `CalibrationOptions` */
  readonly q?: ArrayLike<number> | undefined;
}

/**
 * Calibrated design from stored weights: the design that `rake` or `calibrate` returned, made again from a file of base
 * weights, final weights and calibration variables without solving anew. Later estimates use the residual variance, so
 * stored calibrated weights are never taken as fixed.
 *
 * @param design the design with the weights **before** calibration.
 * @returns the calibrated design. The stored weights are taken as they are: calibrate again after trimming.
 * @throws if lengths differ, a column holds NaN, or a weight is not finite or stands on a row of base weight 0.
 *
 * R equivalent: none; R keeps the calibration inside the design object. Source: g is the stored weight over the design's.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1] });
 * const x = [Float64Array.of(1, 1, 0), Float64Array.of(0, 0, 1)];
 * restoreCalibration(design, { x, weight: [2, 2, 3] }).calibration?.[0].g; // Float64Array [2, 2, 3]
 */
export function restoreCalibration(design: SurveyDesign, { x, weight, q }: StoredCalibration): SurveyDesign {
  if (weight.length !== design.rows) {
    throw new RangeError(
      `restoreCalibration: weight must have one value a row; expected ${design.rows}, got ${weight.length}`,
    );
  }
  const columns = calibrationColumns('restoreCalibration', x, design.rows);
  const g = Float64Array.from(weight, (after, row) => {
    const before = design.weight[row]!;
    if (!Number.isFinite(after) || (before === 0 && after !== 0)) {
      throw new RangeError(
        `restoreCalibration: every weight must be a number, and 0 where the base weight is 0; row index ${row} has ${after} after ${before}`,
      );
    }
    return before === 0 ? 1 : after / before;
  });
  return withCalibration(design, columns, g, {
    q: checkedQ('restoreCalibration', q, design.rows),
  });
}
