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
  let entries = 0;
  for (const column of columns) for (let row = 0; row < rows; row++) if (column[row] !== 0) entries++;
  const start = new Int32Array(rows + 1);
  const index = new Int32Array(entries);
  const value = new Float64Array(entries);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns.length; j++) {
      const x = columns[j]![row]!;
      if (x === 0) continue;
      index[next] = j;
      value[next] = x;
      next++;
    }
    start[row + 1] = next;
  }
  return { rows, columns: columns.length, start, column: index, value };
}

/** Indicator columns of several margins: every row has a 1 in one column of each margin; code −1: in none. */
export function sparseFromCodes(
  margins: readonly { codes: Int32Array; levels: number }[],
  rows: number,
): SparseRows {
  const m = margins.length;
  const start = new Int32Array(rows + 1);
  const column = new Int32Array(rows * m);
  const value = new Float64Array(rows * m).fill(1);
  const offsets: number[] = [];
  let columns = 0;
  for (const margin of margins) {
    offsets.push(columns);
    columns += margin.levels;
  }
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < m; j++) {
      const code = margins[j]!.codes[row]!;
      if (code < 0) value[row * m + j] = 0;
      column[row * m + j] = offsets[j]! + Math.max(0, code);
    }
    start[row + 1] = (row + 1) * m;
  }
  return { rows, columns, start, column, value };
}

/** Σ over rows of weight · x, one total a column. */
export function columnTotals(x: SparseRows, weight: Float64Array): Float64Array {
  const totals = new Float64Array(x.columns);
  for (let row = 0; row < x.rows; row++) {
    const w = weight[row]!;
    for (let e = x.start[row]!; e < x.start[row + 1]!; e++) totals[x.column[e]!]! += w * x.value[e]!;
  }
  return totals;
}

/** Σ over rows of weight · x xᵀ, columns × columns, stored by rows. */
export function crossProduct(x: SparseRows, weight: Float64Array): Float64Array {
  const p = x.columns;
  const product = new Float64Array(p * p);
  for (let row = 0; row < x.rows; row++) {
    const w = weight[row]!;
    if (w === 0) continue;
    const from = x.start[row]!;
    const to = x.start[row + 1]!;
    for (let a = from; a < to; a++) {
      const base = x.column[a]! * p;
      const wa = w * x.value[a]!;
      for (let b = from; b <= a; b++) product[base + x.column[b]!]! += wa * x.value[b]!;
    }
  }
  for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) product[b * p + a] = product[a * p + b]!;
  return product;
}

/** Σ over the rows of each unit of weight · x, as sparse rows of units × columns. */
export function unitTotals(
  x: SparseRows,
  weight: Float64Array,
  unit: Int32Array,
  units: number,
  order: Int32Array,
): SparseRows {
  const start = new Int32Array(units + 1);
  const columns: number[] = [];
  const values: number[] = [];
  const sum = new Float64Array(x.columns);
  const touched = new Uint8Array(x.columns);
  let i = 0;
  for (let u = 0; u < units; u++) {
    const used: number[] = [];
    for (; i < order.length && unit[order[i]!] === u; i++) {
      const row = order[i]!;
      const w = weight[row]!;
      for (let e = x.start[row]!; e < x.start[row + 1]!; e++) {
        const j = x.column[e]!;
        if (touched[j] === 0) {
          touched[j] = 1;
          used.push(j);
        }
        sum[j]! += w * x.value[e]!;
      }
    }
    used.sort((a, b) => a - b);
    for (const j of used) {
      columns.push(j);
      values.push(sum[j]!);
      sum[j] = 0;
      touched[j] = 0;
    }
    start[u + 1] = columns.length;
  }
  return {
    rows: units,
    columns: x.columns,
    start,
    column: Int32Array.from(columns),
    value: Float64Array.from(values),
  };
}
