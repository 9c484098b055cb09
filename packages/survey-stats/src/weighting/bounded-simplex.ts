/** A column of a linear programme: its entries, limits and price. */
export interface ProgrammeColumn {
  readonly rows: readonly number[];
  readonly values: readonly number[];
  readonly low: number;
  readonly high: number;
  readonly price: number;
}

const ENTERING = 1e-11;
const PIVOT = 1e-9;
const TIE = 1e-12;
const STALLED = 200;

/**
 * Linear programme with limits: the largest Σ price · v with Σ column · v = 0 and low ≤ v ≤ high for every column.
 *
 * v = 0 must be within the limits, so that the search starts at a solution. Revised simplex on bounded variables; the
 * price rule is Dantzig's, and Bland's after many steps without progress, so that it ends.
 *
 * @param rows number of equations. @returns v; undefined if there is no largest sum.
 * Source: Chvátal 1983, chapter 8.
 */
export function boundedSimplex(columns: readonly ProgrammeColumn[], rows: number): Float64Array | undefined {
  const values = new Float64Array(columns.length);
  const place = new Int32Array(columns.length).fill(-1);
  const basis = Int32Array.from({ length: rows }, () => -1);
  const basic = new Float64Array(rows);
  const inverse = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) inverse[i * rows + i] = 1;
  let stalled = 0;
  for (let step = 0; step < 50 * (rows + columns.length) + 1000; step++) {
    const bland = stalled > STALLED;
    const dual = dualPrices(columns, basis, inverse, rows);
    const { entering, sign } = choose(columns, dual, values, place, bland);
    if (entering < 0) break;
    const column = columns[entering]!;
    const change = product(inverse, column, rows);
    let longest = sign > 0 ? column.high - values[entering]! : values[entering]! - column.low;
    let leaving = -1;
    for (let i = 0; i < rows; i++) {
      const rate = -sign * change[i]!;
      if (Math.abs(rate) < PIVOT) continue;
      const limits = basis[i]! < 0 ? NOTHING : columns[basis[i]!]!;
      const room = Math.max(0, rate > 0 ? (limits.high - basic[i]!) / rate : (limits.low - basic[i]!) / rate);
      const tie = longest === Number.POSITIVE_INFINITY ? 0 : TIE * (1 + longest);
      const tied = leaving >= 0 && Math.abs(room - longest) <= tie;
      const better = bland ? before(basis[i]!, basis[leaving]) : steeper(change[i]!, change[leaving]);
      if (room < longest - tie || (tied && better)) {
        longest = Math.min(room, longest);
        leaving = i;
      }
    }
    if (longest === Number.POSITIVE_INFINITY) return undefined;
    stalled = longest > TIE ? 0 : stalled + 1;
    for (let i = 0; i < rows; i++) basic[i]! -= sign * longest * change[i]!;
    values[entering]! += sign * longest;
    if (leaving < 0) continue;
    const left = basis[leaving]!;
    if (left >= 0) {
      const { low, high } = columns[left]!;
      values[left] = -sign * change[leaving]! > 0 ? high : low;
      place[left] = -1;
    }
    pivot(inverse, change, leaving, rows);
    basis[leaving] = entering;
    place[entering] = leaving;
    basic[leaving] = values[entering]!;
  }
  return values.map((value, j) => (place[j]! >= 0 ? basic[place[j]!]! : value));
}

/** An artificial variable of the first basis: it may only be 0. */
const NOTHING = { low: 0, high: 0 };

const before = (candidate: number, chosen: number | undefined): boolean =>
  chosen === undefined || candidate < chosen;
const steeper = (candidate: number, chosen: number | undefined): boolean =>
  chosen === undefined || Math.abs(candidate) > Math.abs(chosen);

function dualPrices(
  columns: readonly ProgrammeColumn[],
  basis: Int32Array,
  inverse: Float64Array,
  rows: number,
): Float64Array {
  const dual = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const price = basis[i]! < 0 ? 0 : columns[basis[i]!]!.price;
    if (price === 0) continue;
    for (let j = 0; j < rows; j++) dual[j]! += price * inverse[i * rows + j]!;
  }
  return dual;
}

function choose(
  columns: readonly ProgrammeColumn[],
  dual: Float64Array,
  values: Float64Array,
  place: Int32Array,
  bland: boolean,
): { entering: number; sign: 1 | -1 } {
  let entering = -1;
  let sign: 1 | -1 = 1;
  let most = ENTERING;
  for (let j = 0; j < columns.length; j++) {
    if (place[j]! >= 0) continue;
    const { rows, values: entries, low, high, price } = columns[j]!;
    let gain = price;
    for (let e = 0; e < rows.length; e++) gain -= dual[rows[e]!]! * entries[e]!;
    if (gain > most && values[j]! < high) sign = 1;
    else if (-gain > most && values[j]! > low) sign = -1;
    else continue;
    entering = j;
    if (bland) break;
    most = Math.abs(gain);
  }
  return { entering, sign };
}

function product(inverse: Float64Array, { rows: at, values }: ProgrammeColumn, rows: number): Float64Array {
  const result = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let e = 0; e < at.length; e++) sum += inverse[i * rows + at[e]!]! * values[e]!;
    result[i] = sum;
  }
  return result;
}

function pivot(inverse: Float64Array, change: Float64Array, leaving: number, rows: number): void {
  const by = change[leaving]!;
  for (let j = 0; j < rows; j++) inverse[leaving * rows + j]! /= by;
  for (let i = 0; i < rows; i++) {
    const factor = change[i]!;
    if (i === leaving || factor === 0) continue;
    for (let j = 0; j < rows; j++) inverse[i * rows + j]! -= factor * inverse[leaving * rows + j]!;
  }
}
