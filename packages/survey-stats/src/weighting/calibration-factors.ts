import { rowNumbers, sortByKey } from '../design/counting-sort.ts';
import { encodeIds } from '../design/encode-ids.ts';
import { CALIBRATION_KINDS, type CalibrationKind, calibrationFunction } from './calibration-function.ts';
import { type CalibrationMatrix, sparseMatrix } from './calibration-matrix.ts';
import { type BoundsOn, bothLimits, factorLimits } from './factor-limits.ts';
import { infeasibleBounds } from './infeasible-bounds.ts';
import { proportionalStart, solveCalibration } from './solve-calibration.ts';
import { type SparseRows, sparseSubset } from './sparse-rows.ts';
import { unitTotals } from './unit-totals.ts';

/** How weights are brought to totals; the same for `calibrate` and `rake`. */
export interface CalibrationOptions {
  /** [lower, upper], of g (below and above 1) or of the weight after, see `boundsOn`; logit and sinh need them */
  readonly bounds?: readonly [number, number] | undefined;
  /** what `bounds` limit: 'g' (default), the weight after / before; or 'weight', the weight after itself */
  readonly boundsOn?: BoundsOn | undefined;
  /** [lower, upper] of the weight after, to be kept together with `bounds` on g */
  readonly weightBounds?: readonly [number, number] | undefined;
  /** ids of households or clusters, one a row: all rows of one share the same g */
  readonly constantWithin?: ArrayLike<number | string> | undefined;
  /**
   * row → q above 0: g = F(xᵀλ / q), so that a row with a large q keeps near its weight. It is the variance of the
   * residuals that a working model gives, R's `variance`; CALMAR and icarus take 1/q. Default 1
   */
  readonly q?: ArrayLike<number> | undefined;
  /** largest relative miss of a total, default 1e-10 */
  readonly epsilon?: number | undefined;
  /** default 100 */
  readonly maxIterations?: number | undefined;
}

export interface CalibrationVariables {
  readonly x: CalibrationMatrix;
  readonly totals: readonly number[];
  readonly kind: CalibrationKind;
  /** what totals are called in a message */
  readonly totalsName: string;
  readonly columnName: (column: number) => string;
}

export interface CalibrationFactors {
  readonly g: Float64Array;
  readonly iterations: number;
  /** calibration variables as they entered: means over the rows that share g */
  readonly x: CalibrationMatrix;
  readonly q?: Float64Array | undefined;
}

/**
 * The factors g of a calibration of these weights.
 *
 * With `constantWithin` x and q are weighted means over the rows of a unit, so that totals are met also where weights
 * differ inside a unit; R takes plain means, the same where they do not.
 *
 * @throws on options that do not fit, and if no weights meet the totals.
 */
export function calibrationFactors(
  caller: string,
  weight: Float64Array,
  variables: CalibrationVariables,
  options: CalibrationOptions,
): CalibrationFactors {
  const { kind, totals } = variables;
  const { bounds, boundsOn = 'g', weightBounds, epsilon = 1e-10, maxIterations = 100 } = options;
  if (!CALIBRATION_KINDS.includes(kind)) {
    throw new RangeError(`${caller}: kind must be ${CALIBRATION_KINDS.join(', ')}; got "${kind}"`);
  }
  const q = checkedQ(caller, options.q, weight.length);
  const units = options.constantWithin
    ? sharedUnits(caller, weight, variables.x.sparse, q, options.constantWithin)
    : undefined;
  const x = units ? sparseMatrix(units.x) : variables.x;
  const w = units?.weight ?? weight;
  const sizes = units ?? { smallest: weight, largest: weight };
  const limits = bothLimits(
    caller,
    factorLimits(caller, kind, bounds, boundsOn, sizes),
    weightBounds && factorLimits(caller, kind, weightBounds, 'weight', sizes),
    sizes.largest,
  );
  const f = calibrationFunction(kind, limits);
  const equations = { x, weight: w, totals, q: units ? units.q : q, f };
  const start =
    kind === 'raking' && (!bounds || boundsOn === 'weight')
      ? proportionalStart(equations)
      : new Float64Array(x.columns);
  const solution = solveCalibration(equations, start, epsilon, maxIterations);
  if (!solution.converged) {
    const why = bounds &&
      !weightBounds && {
        bounds,
        boundsOn,
        positive: kind === 'raking' || kind === 'sinh',
        x: x.sparse,
        totals,
        size: boundsOn === 'g' ? w : (units?.rows ?? weight.map((value) => (value > 0 ? 1 : 0))),
        name: variables.columnName,
      };
    const equal =
      boundsOn === 'g' || !units || units.smallest.every((value, u) => value === units.largest[u]);
    const reason = why && equal ? infeasibleBounds(why) : '';
    throw new RangeError(
      `${caller}: ${variables.totalsName} not met after ${solution.iterations} steps; ${variables.columnName(solution.worstColumn)} misses by a relative ${solution.miss.toPrecision(3)} (allowed ${epsilon}). ${reason || advice(caller, limits !== undefined)}`,
    );
  }
  return units
    ? {
        g: Float64Array.from(units.unit, (u) => solution.g[u]!),
        iterations: solution.iterations,
        x: sparseMatrix(sparseSubset(units.x, units.unit)),
        q: units.q && Float64Array.from(units.unit, (u) => units.q![u]!),
      }
    : { g: solution.g, iterations: solution.iterations, x, q };
}

function advice(caller: string, bounded: boolean): string {
  const widen = bounded ? 'Widen the bounds, raise maxIterations' : 'Raise maxIterations';
  return caller === 'rake'
    ? `${widen}, merge small categories, or look for combinations of categories without respondents`
    : `${widen}, check that the totals agree with each other, or leave a column out`;
}

/** q as numbers above 0, one a row. */
export function checkedQ(
  caller: string,
  q: ArrayLike<number> | undefined,
  rows: number,
): Float64Array | undefined {
  if (q === undefined) return undefined;
  if (q.length !== rows) {
    throw new RangeError(`${caller}: q must have one value a row; expected ${rows}, got ${q.length}`);
  }
  return Float64Array.from(q, (value, row) => {
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`${caller}: every q must be a number above 0; row index ${row} has ${value}`);
    return value;
  });
}

interface SharedUnits {
  /** row → unit */
  readonly unit: Int32Array;
  readonly x: SparseRows;
  readonly weight: Float64Array;
  readonly q: Float64Array | undefined;
  readonly smallest: Float64Array;
  readonly largest: Float64Array;
  /** unit → rows of non-zero weight */
  readonly rows: Float64Array;
}

function sharedUnits(
  caller: string,
  rowWeight: Float64Array,
  rowX: SparseRows,
  rowQ: Float64Array | undefined,
  ids: ArrayLike<number | string>,
): SharedUnits {
  const { codes, labels } = encodeIds(caller, 'constantWithin', ids, rowWeight.length);
  const units = labels.length;
  const weight = new Float64Array(units);
  const rows = new Float64Array(units);
  const smallest = new Float64Array(units);
  const largest = new Float64Array(units);
  const q = rowQ && new Float64Array(units);
  codes.forEach((u, row) => {
    const w = rowWeight[row]!;
    if (q) q[u]! += w * rowQ![row]!;
    if (w === 0) return;
    weight[u]! += w;
    smallest[u] = rows[u] === 0 ? w : Math.min(smallest[u]!, w);
    largest[u] = Math.max(largest[u]!, w);
    rows[u]!++;
  });
  if (q) for (let u = 0; u < units; u++) q[u] = weight[u] === 0 ? 1 : q[u]! / weight[u]!;
  const order = sortByKey(rowNumbers(rowWeight.length), codes, units);
  const sums = unitTotals(rowX, rowWeight, codes, units, order);
  const value = sums.value.slice();
  for (let u = 0; u < units; u++)
    for (let e = sums.start[u]!; e < sums.start[u + 1]!; e++)
      value[e] = weight[u] === 0 ? 0 : value[e]! / weight[u]!;
  return { unit: codes, x: { ...sums, value }, weight, q, smallest, largest, rows };
}
