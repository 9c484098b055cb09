import { type ColumnQr, columnQr, dot, leastSquares } from './column-qr.ts';
import { families, type RegressionFamily } from './family.ts';
import { separatingColumns } from './separation.ts';

/** A model on the rows that enter it. */
export interface ModelData {
  readonly family: RegressionFamily;
  readonly y: Float64Array;
  readonly x: readonly Float64Array[];
  readonly names: readonly string[];
  /** weights with mean 1 */
  readonly weight: Float64Array;
  readonly offset?: Float64Array | undefined;
}

export interface ModelFit {
  readonly coefficients: Float64Array;
  /** row → linear predictor */
  readonly eta: Float64Array;
  /** of √(weight · slope) x at the solution */
  readonly qr: ColumnQr;
  readonly steps: number;
}

const MOST_STEPS = 100;
/** A Newton step of this length, squared and in units of the standard error a row would give, is the last one. */
const LAST_STEP = 1e-20;
/** From this step on, convergent directions have died away and a separating one still moves by about 1. */
const SEPARATION_FROM = 8;
/** What summing may cost a likelihood that a step leaves as it was. */
const ROUNDING = 1e-9;
const SHORTEST_SHARE = 1e-6;

/** Weighted maximum likelihood, to rounding error. */
export function fitModel(caller: string, data: ModelData): ModelFit {
  return data.family === 'linear' ? leastSquaresFit(caller, data) : newtonFit(caller, data);
}

function leastSquaresFit(caller: string, data: ModelData): ModelFit {
  const root = data.weight.map(Math.sqrt);
  const qr = decompose(caller, data, root, 0);
  const outcome = data.offset ? data.y.map((own, k) => own - data.offset![k]!) : data.y;
  const coefficients = leastSquares(qr, product(root, outcome));
  return { coefficients, eta: predictor(data, coefficients), qr, steps: 1 };
}

/** Newton's method doubles the digits of each step, so the step after a tiny one is exact. */
function newtonFit(caller: string, data: ModelData): ModelFit {
  const family = families[data.family];
  let { coefficients, eta } = start(caller, data);
  for (let step = 1; step <= MOST_STEPS; step++) {
    const root = rootWeights(data, eta);
    const qr = decompose(caller, data, root, step);
    const s = eta.map((own, k) =>
      root[k] === 0 ? 0 : (data.weight[k]! * family.residual(data.y[k]!, own)) / root[k]!,
    );
    const change = leastSquares(qr, s);
    const separating = step < SEPARATION_FROM ? [] : separatingColumns(data, change);
    if (separating.length > 0) throw separationError(caller, data, separating);
    ({ coefficients, eta } = climb(data, coefficients, change, eta));
    const squared = qr.q.reduce((sum, column) => sum + dot(column, s) ** 2, 0);
    if (squared <= LAST_STEP * data.y.length) {
      return { coefficients, eta, qr: decompose(caller, data, rootWeights(data, eta), step), steps: step };
    }
  }
  throw new RangeError(
    `${caller}: the ${data.family} fit did not settle in ${MOST_STEPS} steps; centre and scale the columns ${data.names.join(', ')}, or leave out one that nearly repeats others`,
  );
}

/** One reweighted least squares step from the answers themselves. */
function start(caller: string, data: ModelData) {
  const family = families[data.family];
  const eta = data.y.map(family.start);
  const root = rootWeights(data, eta);
  const working = eta.map(
    (own, k) =>
      root[k]! * (own - (data.offset?.[k] ?? 0) + family.residual(data.y[k]!, own) / family.slope(own)),
  );
  const coefficients = leastSquares(decompose(caller, data, root, 0), working);
  return { coefficients, eta: predictor(data, coefficients) };
}

/** η for coefficients b. */
function predictor({ x, y, offset }: ModelData, b: Float64Array): Float64Array {
  const eta = offset ? offset.slice() : new Float64Array(y.length);
  x.forEach((column, j) => {
    for (let k = 0; k < eta.length; k++) eta[k]! += b[j]! * column[k]!;
  });
  return eta;
}

/** One step up the likelihood, halved while it would lead down. */
function climb(data: ModelData, from: Float64Array, change: Float64Array, eta: Float64Array) {
  const before = likelihood(data, eta);
  for (let share = 1; ; share /= 2) {
    const coefficients = from.map((own, j) => own + share * change[j]!);
    const next = predictor(data, coefficients);
    if (likelihood(data, next) >= before - ROUNDING * Math.abs(before) || share < SHORTEST_SHARE) {
      return { coefficients, eta: next };
    }
  }
}

function likelihood({ family, y, weight }: ModelData, eta: Float64Array): number {
  const { logLikelihood } = families[family];
  let sum = 0;
  for (let k = 0; k < y.length; k++) sum += weight[k]! * logLikelihood(y[k]!, eta[k]!);
  return sum;
}

function rootWeights({ family, weight }: ModelData, eta: Float64Array): Float64Array {
  const { slope } = families[family];
  return eta.map((own, k) => Math.sqrt(weight[k]! * slope(own)));
}

function product(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((own, k) => own * b[k]!);
}

function decompose(caller: string, data: ModelData, root: Float64Array, step: number): ColumnQr {
  const qr = columnQr(data.x.map((column) => product(column, root)));
  if ('q' in qr) return qr;
  const name = data.names[qr.dependent];
  if (step > 1) {
    throw new RangeError(
      `${caller}: the ${data.family} fit runs to probabilities of 0 or 1, or counts of 0, around column "${name}"; leave it out or merge its categories`,
    );
  }
  const earlier = data.names.slice(0, qr.dependent).join(', ') || 'none';
  throw new RangeError(
    `${caller}: on the ${data.y.length} rows that enter, column "${name}" is a linear combination of the columns before it (${earlier}); leave one of them out`,
  );
}

function separationError(caller: string, data: ModelData, columns: readonly number[]): RangeError {
  const names = columns.map((j) => `"${data.names[j]}"`).join(', ');
  const what =
    data.family === 'logistic' ? 'predicts 0 or 1 without error' : 'marks rows whose counts are all 0';
  return new RangeError(
    `${caller}: the ${data.family} likelihood has no maximum, because a combination of ${names} ${what}; leave these columns out or merge their categories`,
  );
}
