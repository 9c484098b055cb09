import { rowNumbers, sortByKey } from '../design/counting-sort.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { divided, weighted } from './calibration-equations.ts';
import type { CalibrationMatrix } from './calibration-matrix.ts';
import { once } from './once.ts';
import { generalisedInverse, multiply } from './pseudo-inverse.ts';
import type { SparseRows } from './sparse-rows.ts';
import { unitTotals } from './unit-totals.ts';

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
 * @param x calibration variables, see `calibrationColumns`. @param g row → finite factor, also where the weight is 0.
 */
export function withCalibration(
  design: SurveyDesign,
  x: CalibrationMatrix,
  g: Float64Array,
  { q, inverse }: LayerDetails = {},
): SurveyDesign {
  const weight = weighted(design.weight, g);
  const inverseOf = once(() => inverse ?? generalisedInverse(x.cross(divided(design.weight, q)), x.columns));
  const totalsOf = once(() => {
    const units = design.stages.at(-1)?.units ?? 0;
    const order = sortByKey(rowNumbers(design.rows), design.unit, units);
    return unitTotals(x.sparse, weight, design.unit, units, order);
  });
  const layer: CalibrationLayer = {
    baseWeight: design.weight,
    g,
    ...(q ? { q } : {}),
    // made for the first variance: weighting alone needs none of them
    get x() {
      return x.sparse;
    },
    get inverse() {
      return inverseOf();
    },
    get unitTotals() {
      return totalsOf();
    },
  };
  return Object.freeze({ ...design, weight, calibration: [...(design.calibration ?? []), layer] });
}

/** Regression coefficients B of a variable whose Σ w0 x y / q are given. */
export function coefficients(layer: CalibrationLayer, baseWeightedTotals: Float64Array): Float64Array {
  return multiply(layer.inverse, baseWeightedTotals);
}
