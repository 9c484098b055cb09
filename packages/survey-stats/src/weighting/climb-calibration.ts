import {
  type CalibrationEquations,
  type CalibrationState,
  divided,
  moved,
  slopeMatrix,
} from './calibration-equations.ts';
import { multiply, pseudoInverse } from './pseudo-inverse.ts';
import { crossProduct } from './sparse-rows.ts';

interface Climb {
  readonly state: CalibrationState;
  readonly iterations: number;
}

/** Share of the unclamped matrix that is added where clamped rows leave none, at most. */
const LARGEST_DAMPING = 0.01;
const SMALLEST_DAMPING = 1e-9;
const LINE_STEPS = 60;
/** A line search ends where the slope along the line has fallen to this share of the first. */
const SLOPE_LEFT = 0.5;

/**
 * Solves the calibration equations as the maximum of their dual, which is concave with gradient `gap`: damped Newton
 * directions, and on each line a point where the gradient along it has halved. Unlike plain Newton steps it cannot get
 * stuck where every row of a column is clamped, because the slope along a line can only fall.
 *
 * @returns the last state, at most `maxIterations` steps on; without a solution it stops when a line never bends.
 */
export function climbCalibration(
  equations: CalibrationEquations,
  evaluate: (lambda: Float64Array) => CalibrationState,
  start: Float64Array,
  epsilon: number,
  maxIterations: number,
): Climb {
  const { x, weight, q } = equations;
  const undamped = crossProduct(x, divided(weight, q));
  let state = evaluate(start);
  let iterations = 0;
  let polished = false;
  while (iterations < maxIterations && !polished) {
    polished = state.miss < epsilon;
    iterations++;
    const damping = Math.min(LARGEST_DAMPING, Math.max(SMALLEST_DAMPING, state.miss));
    const matrix = slopeMatrix(equations, state.lambda).map((value, at) => value + damping * undamped[at]!);
    const direction = multiply(pseudoInverse(matrix, x.columns), state.gap);
    const next = alongLine(evaluate, state, direction);
    if (!next || (polished && !(next.size < state.size))) break;
    state = next;
  }
  return { state, iterations };
}

/** A point on the line where the slope has fallen enough; undefined if it never does. */
function alongLine(
  evaluate: (lambda: Float64Array) => CalibrationState,
  state: CalibrationState,
  direction: Float64Array,
): CalibrationState | undefined {
  const first = product(state.gap, direction);
  if (!(first > 0)) return undefined;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let step = 1;
  for (let i = 0; i < LINE_STEPS; i++) {
    const next = evaluate(moved(state.lambda, direction, step));
    const slope = product(next.gap, direction);
    if (Math.abs(slope) <= SLOPE_LEFT * first) return next;
    if (slope > 0) low = step;
    else high = step;
    step = high === Number.POSITIVE_INFINITY ? 2 * step : (low + high) / 2;
  }
  return undefined;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
