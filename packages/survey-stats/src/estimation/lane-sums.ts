import { LANES } from './prepared-columns.ts';

// The loops over rows and cells: one array type each, written out for one column and for four, because the compiler does not unroll.

export function addOne(cellOfRow: Int32Array, data: Float64Array, sums: Float64Array): void {
  for (let row = 0; row < cellOfRow.length; row++) {
    const at = cellOfRow[row]! * 2;
    sums[at]! += data[row * 2]!;
    sums[at + 1]! += data[row * 2 + 1]!;
  }
}

export function addFour(cellOfRow: Int32Array, data: Float64Array, sums: Float64Array): void {
  for (let row = 0; row < cellOfRow.length; row++) {
    const at = cellOfRow[row]! * (LANES * 2);
    const from = row * (LANES * 2);
    sums[at]! += data[from]!;
    sums[at + 1]! += data[from + 1]!;
    sums[at + 2]! += data[from + 2]!;
    sums[at + 3]! += data[from + 3]!;
    sums[at + 4]! += data[from + 4]!;
    sums[at + 5]! += data[from + 5]!;
    sums[at + 6]! += data[from + 6]!;
    sums[at + 7]! += data[from + 7]!;
  }
}

/** Sums of cells added up by domain. */
export function totalsOne(start: Int32Array, sums: Float64Array, totals: Float64Array): void {
  for (let level = 0; level + 1 < start.length; level++) {
    const to = start[level + 1]!;
    let w = 0;
    let wy = 0;
    for (let c = start[level]!; c < to; c++) {
      w += sums[c * 2]!;
      wy += sums[c * 2 + 1]!;
    }
    totals[level * 2] = w;
    totals[level * 2 + 1] = wy;
  }
}

/** The same for four lanes. */
export function totalsFour(start: Int32Array, sums: Float64Array, totals: Float64Array): void {
  for (let level = 0; level + 1 < start.length; level++) {
    const to = start[level + 1]! * LANES * 2;
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let w3 = 0;
    let wy0 = 0;
    let wy1 = 0;
    let wy2 = 0;
    let wy3 = 0;
    for (let at = start[level]! * LANES * 2; at < to; at += LANES * 2) {
      w0 += sums[at]!;
      wy0 += sums[at + 1]!;
      w1 += sums[at + 2]!;
      wy1 += sums[at + 3]!;
      w2 += sums[at + 4]!;
      wy2 += sums[at + 5]!;
      w3 += sums[at + 6]!;
      wy3 += sums[at + 7]!;
    }
    const own = level * LANES * 2;
    totals[own] = w0;
    totals[own + 1] = wy0;
    totals[own + 2] = w1;
    totals[own + 3] = wy1;
    totals[own + 4] = w2;
    totals[own + 5] = wy2;
    totals[own + 6] = w3;
    totals[own + 7] = wy3;
  }
}

/** `order`: in which order the rows are added; absent: their own. */
export function addOneSquare(
  levelOfRow: Int32Array,
  squares: Float64Array,
  total: Float64Array,
  order: Int32Array | undefined,
): void {
  for (let i = 0; i < levelOfRow.length; i++) {
    const row = order ? order[i]! : i;
    total[levelOfRow[row]!]! += squares[row]!;
  }
}

export function addFourSquares(
  levelOfRow: Int32Array,
  squares: Float64Array,
  total: Float64Array,
  order: Int32Array | undefined,
): void {
  for (let i = 0; i < levelOfRow.length; i++) {
    const row = order ? order[i]! : i;
    const at = levelOfRow[row]! * LANES;
    const from = row * LANES;
    total[at]! += squares[from]!;
    total[at + 1]! += squares[from + 1]!;
    total[at + 2]! += squares[from + 2]!;
    total[at + 3]! += squares[from + 3]!;
  }
}
