import type { CalibrationFunction } from './calibration-function.ts';
import { columnTotals, crossProduct, type SparseRows } from './sparse-rows.ts';

/** Σ w F(xᵀλ / q) x = totals, to be solved for λ. */
export interface CalibrationEquations {
  readonly x: SparseRows;
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
  readonly g: Float64Array;
  /** column → total − Σ w g x */
  readonly gap: Float64Array;
  readonly size: number;
  readonly miss: number;
  readonly worstColumn: number;
}

/** weight / q. */
export function divided(weight: Float64Array, q: Float64Array | undefined): Float64Array {
  return q ? weight.map((w, row) => w / q[row]!) : weight;
}

export function moved(lambda: Float64Array, direction: Float64Array, step: number): Float64Array {
  return lambda.map((value, j) => value + step * direction[j]!);
}

/** Σ w x xᵀ F′ / q. */
export function slopeMatrix({ x, weight, q, f }: CalibrationEquations, lambda: Float64Array): Float64Array {
  const slope = new Float64Array(x.rows);
  for (let row = 0; row < x.rows; row++) {
    const by = q ? q[row]! : 1;
    slope[row] = (weight[row]! * f.slope(dot(x, lambda, row) / by, row)) / by;
  }
  return crossProduct(x, slope);
}

/** The factors at λ and what is left of the totals. @param scale see `missScale`. */
export function evaluate(
  { x, weight, totals, q, f }: CalibrationEquations,
  scale: Float64Array,
  lambda: Float64Array,
): CalibrationState {
  const g = new Float64Array(x.rows);
  const reached = new Float64Array(x.columns);
  for (let row = 0; row < x.rows; row++) {
    const u = dot(x, lambda, row);
    const factor = f.value(q ? u / q[row]! : u, row);
    if (weight[row] === 0) {
      g[row] = Number.isFinite(factor) ? factor : 1;
      continue;
    }
    g[row] = factor;
    const w = weight[row]! * factor;
    for (let e = x.start[row]!; e < x.start[row + 1]!; e++) reached[x.column[e]!]! += w * x.value[e]!;
  }
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
  return { lambda, g, gap, size, miss, worstColumn };
}

function dot(x: SparseRows, lambda: Float64Array, row: number): number {
  let u = 0;
  for (let e = x.start[row]!; e < x.start[row + 1]!; e++) u += x.value[e]! * lambda[x.column[e]!]!;
  return u;
}

/** What a miss is relative to: the total, or for a total of 0 the sample's sum of |w x|. */
export function missScale({ x, weight, totals }: CalibrationEquations): Float64Array {
  const absolute = columnTotals({ ...x, value: x.value.map(Math.abs) }, weight);
  return Float64Array.from(totals, (total, j) => (total !== 0 ? Math.abs(total) : absolute[j]!));
}
