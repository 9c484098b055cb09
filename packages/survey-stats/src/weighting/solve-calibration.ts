import {
  type CalibrationEquations,
  divided,
  evaluate,
  missScale,
  moved,
  slopeMatrix,
} from './calibration-equations.ts';
import { climbCalibration } from './climb-calibration.ts';
import { generalisedInverse, multiply, pseudoInverse } from './pseudo-inverse.ts';
import { sweptInverse } from './swept-inverse.ts';

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
/** Share of epsilon, or of a gap, that a direction may leave of it: more is a gap that no step can close. */
const IN_RANGE = 1e-3;
/** A miss that rounding explains, which no step makes less. */
const ROUNDING = 1e-13;
/** Weights are scaled first where the totals are this far from the sample's, as a logarithm: twice or half. */
const SAME_SCALE = Math.LN2;

/**
 * Newton's method for the calibration equations. A step that does not bring the totals nearer is halved. After the
 * largest relative miss is below epsilon one more step is taken, with the matrix of the last, which all but squares what
 * is left of the error. Where the plain steps get stuck, as they may with clamped functions, the dual is climbed instead.
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
  const allowed = scale.map((value) => IN_RANGE * epsilon * value);
  let state = evaluate(equations, scale, start);
  let iterations = 0;
  let polished = false;
  let directionOf: ((gap: Float64Array) => Float64Array) | undefined;
  // the other half of the steps is for climbing
  while (iterations < Math.ceil(maxIterations / 2) && !polished) {
    polished = state.miss < epsilon;
    if (polished && state.miss < ROUNDING) break;
    iterations++;
    if (!directionOf || !(polished || equations.f.straight)) {
      directionOf = newtonDirections(slopeMatrix(equations, state), allowed);
    }
    const direction = directionOf(state.gap);
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
    g: state.g.includes(Number.POSITIVE_INFINITY)
      ? state.g.map((g) => (Number.isFinite(g) ? g : 1))
      : state.g,
    iterations,
    miss: state.miss,
    worstColumn: state.worstColumn,
    converged: state.miss < epsilon,
  };
}

/**
 * λ at which every g is about the mean ratio of totals to sample totals: a near start for weights of another scale; 0 where
 * the scale is about right.
 */
export function proportionalStart({ x, weight, totals, q }: CalibrationEquations): Float64Array {
  const sample = x.totals(weight);
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
  if (Math.abs(logRatio) < SAME_SCALE) return new Float64Array(x.columns);
  const target = sample.map((s) => s * logRatio);
  return multiply(generalisedInverse(x.cross(divided(weight, q)), x.columns), target);
}

/** Newton's direction for any gap: by the quick inverse if it leaves no more of the gap than is allowed of each column. */
function newtonDirections(slopes: Float64Array, allowed: Float64Array): (gap: Float64Array) => Float64Array {
  const p = allowed.length;
  const quick = sweptInverse(slopes, p);
  let spreading: Float64Array | undefined;
  return (gap) => {
    if (quick) {
      const direction = multiply(quick, gap);
      const met = multiply(slopes, direction);
      if (
        gap.every(
          (value, j) => Math.abs(value - met[j]!) <= Math.max(allowed[j]!, IN_RANGE * Math.abs(value)),
        )
      )
        return direction;
    }
    spreading ??= pseudoInverse(slopes, p);
    return multiply(spreading, gap);
  };
}
