/** A matrix of rows × columns that keeps only non-zero entries, row by row. */
export interface SparseRows {
  readonly rows: number;
  readonly columns: number;
  /** row → its first entry; `rows + 1` values */
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** From dense columns; entries of 0 are dropped. */
export function sparseFromColumns(columns: readonly Float64Array[], rows: number): SparseRows {
  const start = new Int32Array(rows + 1);
  const room = new Int32Array(rows);
  const members = columns.map((column) => room.slice(0, nonZeroRows(column, room, start)));
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!;
  const index = new Int32Array(start[rows]!);
  const value = new Float64Array(start[rows]!);
  const next = start.slice();
  members.forEach((own, j) => {
    deal(own, columns[j]!, j, next, index, value);
  });
  return { rows, columns: columns.length, start, column: index, value };
}

/** Lists the rows of a column that are not 0, and counts each of them at `counts[row + 1]`. @returns how many. */
function nonZeroRows(column: Float64Array, list: Int32Array, counts: Int32Array): number {
  let found = 0;
  for (let row = 0; row < list.length; row++) {
    if (column[row] === 0) continue;
    list[found] = row;
    found++;
    counts[row + 1]!++;
  }
  return found;
}

/** Puts the entries of a column at the next place of their rows. */
function deal(
  members: Int32Array,
  from: Float64Array,
  j: number,
  next: Int32Array,
  index: Int32Array,
  value: Float64Array,
): void {
  for (let i = 0; i < members.length; i++) {
    const row = members[i]!;
    const at = next[row]!;
    next[row] = at + 1;
    index[at] = j;
    value[at] = from[row]!;
  }
}

/** Indicator columns of several margins: every row has a 1 in one column of each margin; code −1: in none. */
export function sparseFromCodes(
  margins: readonly { codes: Int32Array; levels: number }[],
  rows: number,
): SparseRows {
  const start = new Int32Array(rows + 1);
  for (const { codes } of margins)
    for (let row = 0; row < rows; row++) if (codes[row]! >= 0) start[row + 1]!++;
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!;
  const column = new Int32Array(start[rows]!);
  const next = start.slice();
  let columns = 0;
  for (const { codes, levels } of margins) {
    dealCodes(codes, columns, next, column);
    columns += levels;
  }
  return { rows, columns, start, column, value: new Float64Array(column.length).fill(1) };
}

function dealCodes(codes: Int32Array, offset: number, next: Int32Array, column: Int32Array): void {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0) continue;
    const at = next[row]!;
    next[row] = at + 1;
    column[at] = offset + code;
  }
}

/** Some of the rows, in the order given. */
export function sparseSubset(x: SparseRows, rows: Int32Array): SparseRows {
  const start = new Int32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) {
    start[i + 1] = start[i]! + x.start[rows[i]! + 1]! - x.start[rows[i]!]!;
  }
  const column = new Int32Array(start[rows.length]!);
  const value = new Float64Array(column.length);
  for (let i = 0, at = 0; i < rows.length; i++) {
    const row = rows[i]!;
    for (let e = x.start[row]!; e < x.start[row + 1]!; e++, at++) {
      column[at] = x.column[e]!;
      value[at] = x.value[e]!;
    }
  }
  return { rows: rows.length, columns: x.columns, start, column, value };
}

/** x times a vector of one number a column. */
export function rowProducts({ rows, start, column, value }: SparseRows, by: Float64Array): Float64Array {
  const products = new Float64Array(rows);
  let e = 0;
  for (let row = 0; row < rows; row++) {
    const to = start[row + 1]!;
    let sum = 0;
    for (; e < to; e++) sum += value[e]! * by[column[e]!]!;
    products[row] = sum;
  }
  return products;
}

/** Σ over rows of weight · x, one total a column. */
export function columnTotals(
  { rows, columns, start, column, value }: SparseRows,
  weight: Float64Array,
): Float64Array {
  const totals = new Float64Array(columns);
  let e = 0;
  for (let row = 0; row < rows; row++) {
    const to = start[row + 1]!;
    const w = weight[row]!;
    for (; e < to; e++) totals[column[e]!]! += w * value[e]!;
  }
  return totals;
}

/** Σ over rows of weight · x xᵀ, columns × columns, stored by rows. */
export function crossProduct(
  { rows, columns: p, start, column, value }: SparseRows,
  weight: Float64Array,
): Float64Array {
  const product = new Float64Array(p * p);
  for (let row = 0; row < rows; row++) {
    const w = weight[row]!;
    if (w === 0) continue;
    const from = start[row]!;
    const to = start[row + 1]!;
    for (let a = from; a < to; a++) {
      const base = column[a]! * p;
      const wa = w * value[a]!;
      for (let b = from; b <= a; b++) product[base + column[b]!]! += wa * value[b]!;
    }
  }
  for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) product[b * p + a] = product[a * p + b]!;
  return product;
}
