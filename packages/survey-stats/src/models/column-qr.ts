/** A column whose part outside the earlier ones is below this share of its length is a linear combination of them. */
const RANK_TOLERANCE = 1e-10;

/** X = Q R for a matrix given by columns. */
export interface ColumnQr {
  /** orthonormal columns */
  readonly q: readonly Float64Array[];
  /** upper triangle, p × p by rows */
  readonly r: Float64Array;
}

/**
 * QR decomposition by columns: Gram-Schmidt done twice, so that Q is orthonormal to rounding and no digits are lost to
 * X'X. Columns are not exchanged.
 *
 * @returns the decomposition, or the index of the first column that depends on those before it.
 * Source: Giraud, Langou & Rozložník (2005), "twice is enough".
 */
export function columnQr(columns: readonly Float64Array[]): ColumnQr | { readonly dependent: number } {
  const p = columns.length;
  const q: Float64Array[] = [];
  const r = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    const column = columns[j]!.slice();
    const length = norm(column);
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 0; i < j; i++) {
        const along = dot(q[i]!, column);
        r[i * p + j]! += along;
        subtract(column, along, q[i]!);
      }
    }
    const rest = norm(column);
    if (!(rest > RANK_TOLERANCE * length)) return { dependent: j };
    r[j * p + j] = rest;
    for (let k = 0; k < column.length; k++) column[k]! /= rest;
    q.push(column);
  }
  return { q, r };
}

/** The b with R b = Q's: least squares of s on the columns. */
export function leastSquares({ q, r }: ColumnQr, s: Float64Array): Float64Array {
  const p = q.length;
  const b = Float64Array.from(q, (column) => dot(column, s));
  for (let j = p - 1; j >= 0; j--) {
    for (let i = j + 1; i < p; i++) b[j]! -= r[j * p + i]! * b[i]!;
    b[j]! /= r[j * p + j]!;
  }
  return b;
}

/** X (X'X)⁻¹ by columns, as Q R⁻ᵀ. */
export function dualColumns({ q, r }: ColumnQr): Float64Array[] {
  const p = q.length;
  const dual = q.map((column) => column.slice());
  for (let j = p - 1; j >= 0; j--) {
    for (let i = j + 1; i < p; i++) subtract(dual[j]!, r[j * p + i]!, dual[i]!);
    for (let k = 0; k < dual[j]!.length; k++) dual[j]![k]! /= r[j * p + j]!;
  }
  return dual;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

function norm(column: Float64Array): number {
  return Math.sqrt(dot(column, column));
}

function subtract(from: Float64Array, times: number, column: Float64Array): void {
  for (let k = 0; k < from.length; k++) from[k]! -= times * column[k]!;
}
