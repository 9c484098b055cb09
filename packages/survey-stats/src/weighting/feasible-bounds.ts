import { boundedSimplex, type ProgrammeColumn } from './bounded-simplex.ts';
import type { SparseRows } from './sparse-rows.ts';

/** The bounds that calibration can keep; NaN where no others help. */
export interface FeasibleBounds {
  /** the bounds closest together: upper − lower is least */
  readonly narrowest: readonly [number, number];
  /** smallest upper bound beside the lower one that was asked for */
  readonly smallestUpper: number;
  /** largest lower bound beside the upper one that was asked for */
  readonly largestLower: number;
}

/** Σ size · v · x = totals. */
export interface BoundedEquations {
  readonly x: SparseRows;
  /** row → the weight before, if v is the factor g; the number of rows it stands for, if v is the weight after */
  readonly size: ArrayLike<number>;
  readonly totals: readonly number[];
}

/** Shares of the range below this are none: bounds a million million times as wide do not help. */
const NONE = 1e-12;

/**
 * The tightest bounds on v with Σ size · v · x = totals, by three linear programmes.
 *
 * With v = L + R t, 0 ≤ t ≤ 1, R = U − L, the equations divided by R are linear in t, 1/R and L/R, and the largest 1/R
 * is wanted. Rows with the same x are one variable, which changes nothing: they may share the same v.
 */
export function feasibleBounds(
  equations: BoundedEquations,
  [lower, upper]: readonly [number, number],
): FeasibleBounds {
  const { totals } = equations;
  const { shares, sums } = sharesOfRange(equations);
  const solve = (first: ProgrammeColumn, ...more: ProgrammeColumn[]) =>
    boundedSimplex(scaledRows([first, ...more, ...shares], totals.length), totals.length);
  const widthWith = (entry: (j: number) => number): number => {
    const solution = solve(wholeColumn(totals.length, entry, 0, 1));
    if (!solution) return 0;
    return solution[0]! > NONE ? 1 / solution[0]! : Number.NaN;
  };
  const both = solve(
    wholeColumn(totals.length, (j) => -totals[j]!, 0, 1),
    wholeColumn(totals.length, (j) => sums[j]!, Number.NEGATIVE_INFINITY, 0),
  );
  return {
    narrowest: both ? interval(both) : equalFactor(totals, sums),
    smallestUpper: Number.isFinite(lower)
      ? lower + widthWith((j) => lower * sums[j]! - totals[j]!)
      : Number.NaN,
    largestLower: Number.isFinite(upper)
      ? upper - widthWith((j) => totals[j]! - upper * sums[j]!)
      : Number.NaN,
  };
}

function interval([oneOverRange = 0, lowOverRange = 0]: Float64Array): [number, number] {
  if (!(oneOverRange > NONE)) return [Number.NaN, Number.NaN];
  const low = lowOverRange / oneOverRange;
  return [low, low + 1 / oneOverRange];
}

/** Totals in proportion to the sums: one v for all. */
function equalFactor(totals: readonly number[], sums: Float64Array): [number, number] {
  const at = sums.findIndex((sum) => sum !== 0);
  const v = at < 0 ? Number.NaN : totals[at]! / sums[at]!;
  return [v, v];
}

function wholeColumn(
  count: number,
  entry: (row: number) => number,
  low: number,
  price: number,
): ProgrammeColumn {
  const rows = Array.from({ length: count }, (_, j) => j);
  return { rows, values: rows.map(entry), low, high: Number.POSITIVE_INFINITY, price };
}

/** Rows of non-zero size that differ in x, counted up to a limit: what the programmes' time grows with. */
export function countPatterns({ x, size }: BoundedEquations, limit: number): number {
  const seen = new Set<string>();
  for (let row = 0; row < x.rows && seen.size < limit; row++) {
    if (size[row] === 0) continue;
    const [from, to] = [x.start[row]!, x.start[row + 1]!];
    seen.add(`${x.column.subarray(from, to).join()};${x.value.subarray(from, to).join()}`);
  }
  return seen.size;
}

/** One column a pattern of x, t from 0 to 1, and the sum of these columns. */
function sharesOfRange({ x, size }: BoundedEquations): { shares: ProgrammeColumn[]; sums: Float64Array } {
  const patterns = new Map<string, { rows: number[]; x: number[]; size: number }>();
  const sums = new Float64Array(x.columns);
  for (let row = 0; row < x.rows; row++) {
    if (size[row] === 0) continue;
    const rows: number[] = [];
    const values: number[] = [];
    for (let e = x.start[row]!; e < x.start[row + 1]!; e++) {
      if (x.value[e] === 0) continue;
      rows.push(x.column[e]!);
      values.push(x.value[e]!);
      sums[x.column[e]!]! += size[row]! * x.value[e]!;
    }
    const key = `${rows.join()};${values.join()}`;
    const pattern = patterns.get(key);
    if (pattern) pattern.size += size[row]!;
    else patterns.set(key, { rows, x: values, size: size[row]! });
  }
  const shares = [...patterns.values()].map(({ rows, x: values, size: total }) => ({
    rows,
    values: values.map((value) => value * total),
    low: 0,
    high: 1,
    price: 0,
  }));
  return { shares, sums };
}

/** The same programme with the largest entry of every equation at 1. */
function scaledRows(columns: readonly ProgrammeColumn[], rows: number): ProgrammeColumn[] {
  const largest = new Float64Array(rows);
  for (const column of columns) {
    column.rows.forEach((row, e) => {
      largest[row] = Math.max(largest[row]!, Math.abs(column.values[e]!));
    });
  }
  return columns.map((column) => ({
    ...column,
    values: column.values.map((value, e) => value / (largest[column.rows[e]!]! || 1)),
  }));
}
