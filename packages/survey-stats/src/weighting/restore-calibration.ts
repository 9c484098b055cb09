import type { SurveyDesign } from '../design/survey-design.ts';
import { withCalibration } from './calibration-layer.ts';
import { checkedMargins, type Margin } from './margins.ts';
import { sparseFromCodes } from './sparse-rows.ts';

export interface CalibrationRecord {
  /** the margins that were raked or post-stratified to */
  readonly margins: readonly Margin[];
  /** row → weight after calibration, as it was stored */
  readonly weight: ArrayLike<number>;
}

/**
 * Calibrated design from stored weights: the same design that `rake` returned, made again from a file of base weights,
 * final weights and margin categories without solving anew. Later estimates use the residual variance, so stored
 * calibrated weights are never taken as fixed.
 *
 * @param design the design with the weights **before** calibration.
 * @returns the calibrated design. The stored weights are taken as they are, also if they miss the margins a little.
 * @throws as `rake` for margins that do not fit, and if a weight is not finite or stands on a row of base weight 0.
 *
 * R equivalent: none; R keeps the calibration inside the design object.
 * @example restoreCalibration(design, { margins: [sex], weight: raked.weight }).calibration.length // 1
 */
export function restoreCalibration(
  design: SurveyDesign,
  { margins, weight }: CalibrationRecord,
): SurveyDesign {
  if (weight.length !== design.rows) {
    throw new RangeError(
      `restoreCalibration: weight must have one value a row; expected ${design.rows}, got ${weight.length}`,
    );
  }
  const checked = checkedMargins('restoreCalibration', design, margins);
  const g = Float64Array.from(weight, (after, row) => {
    const before = design.weight[row]!;
    if (!Number.isFinite(after) || (before === 0 && after !== 0)) {
      throw new RangeError(
        `restoreCalibration: every weight must be a number, and 0 where the base weight is 0; row index ${row} has ${after} after ${before}`,
      );
    }
    return before === 0 ? 1 : after / before;
  });
  const x = sparseFromCodes(
    checked.map(({ codes, levels }) => ({ codes, levels: levels.length })),
    design.rows,
  );
  return withCalibration(design, x, g);
}
