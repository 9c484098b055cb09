import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import {
  type CalibrationEquations,
  type CalibrationState,
  divided,
  moved,
  slopeMatrix,
} from './calibration-equations.ts';
import { whitening } from './pseudo-inverse.ts';

interface Climb {
  readonly state: CalibrationState;
  readonly iterations: number;
}

/** Share of the unclamped matrix that is added where clamped rows leave none: the square of the miss, within these. */
const LARGEST_DAMPING = 1e-3;
const SMALLEST_DAMPING = 1e-10;
const LINE_STEPS = 80;
/** A line search ends where the slope along the line, as a share of the first, is between these. */
const STEEPEST_LEFT = 0.9;
const PAST_THE_TOP = -0.1;

/**
 * Solves the calibration equations as the maximum of their dual, which is concave with gradient `gap`: damped Newton
 * directions, and on each line a point near or before the top. Unlike plain Newton steps it cannot get
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
  const basis = whitening(x.cross(divided(weight, q)), x.columns);
  let state = evaluate(start);
  let iterations = 0;
  let polished = false;
  while (iterations < maxIterations && !polished) {
    polished = state.miss < epsilon;
    iterations++;
    const damping = Math.min(LARGEST_DAMPING, Math.max(SMALLEST_DAMPING, state.miss ** 2));
    const direction = dampedDirection(basis, slopeMatrix(equations, state), damping, state.gap);
    const next = alongLine(evaluate, state, direction);
    if (!next || (polished && !(next.size < state.size))) break;
    state = next;
  }
  return { state, iterations };
}

/** (H + damping · D)⁻¹ gap, D the unclamped matrix, solved where D is the identity: no digits are lost to small damping. */
function dampedDirection(
  basis: Matrix,
  slopes: Float64Array,
  damping: number,
  gap: Float64Array,
): Float64Array {
  const p = gap.length;
  const transposed = basis.transpose();
  const turned = transposed.mmul(Matrix.from1DArray(p, p, slopes)).mmul(basis);
  const symmetric = Matrix.add(turned, turned.transpose()).mul(0.5);
  const matrix = symmetric.add(Matrix.eye(basis.columns).mul(damping));
  const solved = new CholeskyDecomposition(matrix).solve(transposed.mmul(Matrix.columnVector(gap)));
  return Float64Array.from(basis.mmul(solved).to1DArray());
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
    if (slope >= PAST_THE_TOP * first && slope <= STEEPEST_LEFT * first) return next;
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
