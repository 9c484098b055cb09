import type { CalibrationFunction } from './calibration-function.ts';
import type { CalibrationMatrix } from './calibration-matrix.ts';
import { columnTotals } from './sparse-rows.ts';

/** Σ w F(xᵀλ / q) x = totals, to be solved for λ. */
export interface CalibrationEquations {
  readonly x: CalibrationMatrix;
  /** row → weight before */
  readonly weight: Float64Array;
  readonly totals: readonly number[];
  /** row → q; absent: 1 */
  readonly q?: Float64Array | undefined;
  readonly f: CalibrationFunction;
}

/** Where a λ leads. */
export interface CalibrationState {
  readonly lambda: Float64Array;
  /** row → xᵀλ / q */
  readonly u: Float64Array;
  readonly g: Float64Array;
  /** column → total − Σ w g x */
  readonly gap: Float64Array;
  readonly size: number;
  readonly miss: number;
  readonly worstColumn: number;
}

/** weight / q. */
export function divided(weight: Float64Array, q: Float64Array | undefined): Float64Array {
  if (!q) return weight;
  const result = new Float64Array(weight.length);
  for (let row = 0; row < result.length; row++) result[row] = weight[row]! / q[row]!;
  return result;
}

export function moved(lambda: Float64Array, direction: Float64Array, step: number): Float64Array {
  return lambda.map((value, j) => value + step * direction[j]!);
}

/** Σ w x xᵀ F′ / q. */
export function slopeMatrix(
  { x, weight, q, f }: CalibrationEquations,
  { u, g }: CalibrationState,
): Float64Array {
  const w = divided(weight, q);
  return x.cross(f.straight ? w : weighted(w, f.slopes(u, g)));
}

/** weight · g; 0 where the weight is, also if g is infinite. */
export function weighted(weight: Float64Array, g: Float64Array): Float64Array {
  const result = new Float64Array(weight.length);
  for (let row = 0; row < result.length; row++) {
    const w = weight[row]!;
    if (w !== 0) result[row] = w * g[row]!;
  }
  return result;
}

/** The factors at λ and what is left of the totals. @param scale see `missScale`. */
export function evaluate(
  { x, weight, totals, q, f }: CalibrationEquations,
  scale: Float64Array,
  lambda: Float64Array,
): CalibrationState {
  const u = lambda.some((value) => value !== 0) ? divided(x.products(lambda), q) : new Float64Array(x.rows);
  const g = f.factors(u);
  const reached = x.totals(weighted(weight, g));
  const gap = new Float64Array(x.columns);
  let size = 0;
  let miss = 0;
  let worstColumn = -1;
  for (let j = 0; j < x.columns; j++) {
    gap[j] = totals[j]! - reached[j]!;
    const relative = scale[j] === 0 ? 0 : Math.abs(gap[j]!) / scale[j]!;
    size += relative * relative;
    if (!(relative <= miss)) {
      miss = relative;
      worstColumn = j;
    }
  }
  return { lambda, u, g, gap, size, miss, worstColumn };
}

/** What a miss is relative to: the total, or for a total of 0 the sample's sum of |w x|. */
export function missScale({ x, weight, totals }: CalibrationEquations): Float64Array {
  const scale = Float64Array.from(totals, Math.abs);
  if (!scale.includes(0)) return scale;
  const absolute = columnTotals({ ...x.sparse, value: x.sparse.value.map(Math.abs) }, weight);
  return scale.map((total, j) => total || absolute[j]!);
}
