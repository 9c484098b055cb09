import type { CalibrationLayer } from '../weighting/calibration-layer.ts';

/**
 * Residual form of calibrated variance: z less its fit on the calibration variables, by row. The fit uses the weights
 * before this calibration, so `z` holds values already multiplied by the weight after it.
 *
 * Source: R survey, R/multistage.R (`svyrecvar`, the `greg_calibration` branch).
 */
export function residualise(
  { x, baseWeight, g, inverse, q }: CalibrationLayer,
  z: Float64Array,
): Float64Array {
  const { start, column, value } = x;
  const products = new Float64Array(x.columns);
  for (let row = 0; row < z.length; row++) {
    const factor = g[row]!;
    if (factor === 0) continue;
    const wy = q ? z[row]! / factor / q[row]! : z[row]! / factor;
    if (wy === 0) continue;
    for (let e = start[row]!; e < start[row + 1]!; e++) products[column[e]!]! += wy * value[e]!;
  }
  const p = x.columns;
  const b = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += inverse[i * p + j]! * products[j]!;
    b[i] = sum;
  }
  return z.map((own, row) => {
    let fitted = 0;
    for (let e = start[row]!; e < start[row + 1]!; e++) fitted += value[e]! * b[column[e]!]!;
    return own - baseWeight[row]! * g[row]! * fitted;
  });
}
