import type { CalibrationFunction } from './calibration-function.ts';
import { multiply, pseudoInverse } from './pseudo-inverse.ts';
import { columnTotals, crossProduct, type SparseRows } from './sparse-rows.ts';

export interface CalibrationSolution {
  readonly g: Float64Array;
  readonly iterations: number;
  /** largest relative miss of a total, and its column */
  readonly miss: number;
  readonly worstColumn: number;
  readonly converged: boolean;
}

interface State {
  lambda: Float64Array;
  g: Float64Array;
  gap: Float64Array;
  size: number;
  miss: number;
  worstColumn: number;
}

const MAXIMUM_HALVINGS = 40;

/**
 * Newton's method for Σ w F(xᵀλ) x = totals. A step that does not bring the totals nearer is halved. After the largest
 * relative miss is below epsilon one more step is taken, which squares what is left of the error.
 *
 * @param start λ to begin with. Source: Deville and Särndal 1992; R survey, R/grake.R.
 */
export function solveCalibration(
  x: SparseRows,
  weight: Float64Array,
  totals: readonly number[],
  f: CalibrationFunction,
  epsilon: number,
  maxIterations: number,
  start: Float64Array,
): CalibrationSolution {
  const scale = missScale(x, weight, totals);
  let state = evaluate(x, weight, totals, scale, f, start);
  let iterations = 0;
  let polished = false;
  while (iterations < maxIterations && !polished) {
    polished = state.miss < epsilon;
    iterations++;
    const direction = newtonDirection(x, weight, f, state);
    let step = 1;
    let next = evaluate(x, weight, totals, scale, f, moved(state.lambda, direction, step));
    for (let halving = 0; !(next.size < state.size) && halving < MAXIMUM_HALVINGS && !polished; halving++) {
      step /= 2;
      next = evaluate(x, weight, totals, scale, f, moved(state.lambda, direction, step));
    }
    if (!(next.size < state.size)) break;
    state = next;
  }
  return {
    g: state.g,
    iterations,
    miss: state.miss,
    worstColumn: state.worstColumn,
    converged: state.miss < epsilon,
  };
}

/** λ at which every g is about the mean ratio of totals to sample totals: a near start for weights of another scale. */
export function proportionalStart(
  x: SparseRows,
  weight: Float64Array,
  totals: readonly number[],
): Float64Array {
  const sample = columnTotals(x, weight);
  let sum = 0;
  let count = 0;
  totals.forEach((total, j) => {
    const ratio = total / sample[j]!;
    if (ratio > 0 && Number.isFinite(ratio)) {
      sum += Math.log(ratio);
      count++;
    }
  });
  const logRatio = count > 0 ? sum / count : 0;
  const target = sample.map((s) => s * logRatio);
  return multiply(pseudoInverse(crossProduct(x, weight), x.columns), target);
}

function evaluate(
  x: SparseRows,
  weight: Float64Array,
  totals: readonly number[],
  scale: Float64Array,
  f: CalibrationFunction,
  lambda: Float64Array,
): State {
  const g = new Float64Array(x.rows);
  const reached = new Float64Array(x.columns);
  for (let row = 0; row < x.rows; row++) {
    const from = x.start[row]!;
    const to = x.start[row + 1]!;
    const factor = f.value(dot(x, lambda, from, to));
    g[row] = factor;
    const w = weight[row]! * factor;
    for (let e = from; e < to; e++) reached[x.column[e]!]! += w * x.value[e]!;
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

function newtonDirection(
  x: SparseRows,
  weight: Float64Array,
  f: CalibrationFunction,
  state: State,
): Float64Array {
  const slope = new Float64Array(x.rows);
  for (let row = 0; row < x.rows; row++) {
    slope[row] = weight[row]! * f.slope(dot(x, state.lambda, x.start[row]!, x.start[row + 1]!));
  }
  return multiply(pseudoInverse(crossProduct(x, slope), x.columns), state.gap);
}

function dot(x: SparseRows, lambda: Float64Array, from: number, to: number): number {
  let u = 0;
  for (let e = from; e < to; e++) u += x.value[e]! * lambda[x.column[e]!]!;
  return u;
}

function moved(lambda: Float64Array, direction: Float64Array, step: number): Float64Array {
  return lambda.map((value, j) => value + step * direction[j]!);
}

/** What a miss is relative to: the total, or for a total of 0 the sample's sum of |w x|. */
function missScale(x: SparseRows, weight: Float64Array, totals: readonly number[]): Float64Array {
  const absolute = columnTotals({ ...x, value: x.value.map(Math.abs) }, weight);
  return Float64Array.from(totals, (total, j) => (total !== 0 ? Math.abs(total) : absolute[j]!));
}
