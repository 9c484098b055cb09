import { rowNumbers, sortByKey } from '../design/counting-sort.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { divided } from './calibration-equations.ts';
import { multiply, pseudoInverse } from './pseudo-inverse.ts';
import { crossProduct, type SparseRows, unitTotals } from './sparse-rows.ts';

interface LayerDetails {
  readonly q?: Float64Array | undefined;
  /** (Σ w0 x xᵀ / q)⁻¹, if it is known; default: computed */
  readonly inverse?: Float64Array | undefined;
}

/** One calibration of a design: what the residual form of later variances needs. */
export interface CalibrationLayer {
  /** calibration variables, rows × columns */
  readonly x: SparseRows;
  /** row → weight before this calibration */
  readonly baseWeight: Float64Array;
  /** row → factor: weight after = base weight × g */
  readonly g: Float64Array;
  /** row → q of the calibration, R's `variance`; absent: 1 */
  readonly q?: Float64Array | undefined;
  /** (Σ w0 x xᵀ / q)⁻¹ by rows */
  readonly inverse: Float64Array;
  /** units of the last stage × columns: Σ of the calibrated weight × x */
  readonly unitTotals: SparseRows;
}

/**
 * A design whose weight is multiplied by g, and whose later variances use residuals from x. The low-level step of `rake`,
 * `calibrate` and `poststratify`; nothing is checked. From stored weights call `restoreCalibration`.
 *
 * @param x calibration variables, see `sparseFromColumns`. @param g row → finite factor, also where the weight is 0.
 */
export function withCalibration(
  design: SurveyDesign,
  x: SparseRows,
  g: Float64Array,
  { q, inverse }: LayerDetails = {},
): SurveyDesign {
  const weight = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row++) weight[row] = design.weight[row]! * g[row]!;
  const units = design.stages.at(-1)?.units ?? 0;
  const order = sortByKey(rowNumbers(design.rows), design.unit, units);
  const layer: CalibrationLayer = {
    x,
    baseWeight: design.weight,
    g,
    ...(q ? { q } : {}),
    inverse: inverse ?? pseudoInverse(crossProduct(x, divided(design.weight, q)), x.columns),
    unitTotals: unitTotals(x, weight, design.unit, units, order),
  };
  return Object.freeze({ ...design, weight, calibration: [...(design.calibration ?? []), layer] });
}

/** Regression coefficients B of a variable whose Σ w0 x y / q are given. */
export function coefficients(layer: CalibrationLayer, baseWeightedTotals: Float64Array): Float64Array {
  return multiply(layer.inverse, baseWeightedTotals);
}
