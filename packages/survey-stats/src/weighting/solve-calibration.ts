import {
  type CalibrationEquations,
  type CalibrationState,
  divided,
  evaluate,
  missScale,
  moved,
  slopeMatrix,
} from './calibration-equations.ts';
import { climbCalibration } from './climb-calibration.ts';
import { multiply, pseudoInverse } from './pseudo-inverse.ts';
import { columnTotals, crossProduct } from './sparse-rows.ts';

export interface CalibrationSolution {
  readonly g: Float64Array;
  readonly iterations: number;
  /** largest relative miss of a total, and its column */
  readonly miss: number;
  readonly worstColumn: number;
  readonly converged: boolean;
}

const MAXIMUM_HALVINGS = 40;
/** A step shortened to less than this leads nowhere: with clamped functions plain steps may creep for ever. */
const SHORTEST_STEP = 1 / 32;

/**
 * Newton's method for the calibration equations. A step that does not bring the totals nearer is halved. After the
 * largest relative miss is below epsilon one more step is taken, which squares what is left of the error. Where the
 * plain steps get stuck, as they may with clamped functions, the dual is climbed instead.
 *
 * @param start λ to begin with. Source: Deville and Särndal 1992; R survey, R/grake.R.
 */
export function solveCalibration(
  equations: CalibrationEquations,
  start: Float64Array,
  epsilon: number,
  maxIterations: number,
): CalibrationSolution {
  const scale = missScale(equations);
  let state = evaluate(equations, scale, start);
  let iterations = 0;
  let polished = false;
  // the other half of the steps is for climbing
  while (iterations < Math.ceil(maxIterations / 2) && !polished) {
    polished = state.miss < epsilon;
    iterations++;
    const direction = newtonDirection(equations, state);
    let step = 1;
    let next = evaluate(equations, scale, moved(state.lambda, direction, step));
    for (let halving = 0; !(next.size < state.size) && halving < MAXIMUM_HALVINGS && !polished; halving++) {
      step /= 2;
      next = evaluate(equations, scale, moved(state.lambda, direction, step));
    }
    if (!(next.size < state.size)) break;
    state = next;
    if (step < SHORTEST_STEP) break;
  }
  if (!(state.miss < epsilon) && iterations < maxIterations) {
    const climbed = climbCalibration(
      equations,
      (lambda) => evaluate(equations, scale, lambda),
      start,
      epsilon,
      maxIterations - iterations,
    );
    iterations += climbed.iterations;
    if (climbed.state.size < state.size || !Number.isFinite(state.size)) state = climbed.state;
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
export function proportionalStart({ x, weight, totals, q }: CalibrationEquations): Float64Array {
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
  return multiply(pseudoInverse(crossProduct(x, divided(weight, q)), x.columns), target);
}

function newtonDirection(equations: CalibrationEquations, state: CalibrationState): Float64Array {
  return multiply(pseudoInverse(slopeMatrix(equations, state.lambda), equations.x.columns), state.gap);
}
