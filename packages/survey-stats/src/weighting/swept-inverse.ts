/** Pivots of a matrix scaled to unit diagonal: at least this is a column of its own, below the other a redundant one. */
const CLEAR = 1e-8;
const REDUNDANT = 1e-12;

/**
 * Generalised inverse of a symmetric non-negative matrix (stored by rows): the inverse for a largest set of independent
 * columns, 0 for the others, which are redundant. Undefined where it is not clear which columns are redundant.
 *
 * Scaled to unit diagonal, then swept on the largest pivot left. A multiple of a column of the matrix has the same fit as
 * by any other inverse. Source: Goodnight 1979, "A tutorial on the SWEEP operator".
 */
export function sweptInverse(matrix: Float64Array, size: number): Float64Array | undefined {
  const scale = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const diagonal = matrix[j * size + j]!;
    scale[j] = diagonal > 0 ? 1 / Math.sqrt(diagonal) : 0;
  }
  const swept = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) swept[a * size + b] = matrix[a * size + b]! * scale[a]! * scale[b]!;
  }
  const done = new Uint8Array(size);
  for (;;) {
    const k = largestPivot(swept, size, done);
    const pivot = k < 0 ? 0 : swept[k * size + k]!;
    if (pivot < REDUNDANT) break;
    if (!(pivot >= CLEAR)) return undefined;
    sweep(swept, size, k);
    done[k] = 1;
  }
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const both = done[a] === 1 && done[b] === 1;
      swept[a * size + b] = both ? swept[a * size + b]! * scale[a]! * scale[b]! : 0;
    }
  }
  return swept;
}

function largestPivot(matrix: Float64Array, size: number, done: Uint8Array): number {
  let best = -1;
  for (let j = 0; j < size; j++) {
    if (done[j] === 1) continue;
    if (best < 0 || !(matrix[j * size + j]! <= matrix[best * size + best]!)) best = j;
  }
  return best;
}

function sweep(matrix: Float64Array, size: number, k: number): void {
  const row = matrix.slice(k * size, (k + 1) * size);
  const pivot = row[k]!;
  for (let j = 0; j < size; j++) row[j]! /= pivot;
  row[k] = 1 / pivot;
  for (let i = 0, base = 0; i < size; i++, base += size) {
    const factor = matrix[base + k]!;
    if (i === k || factor === 0) continue;
    matrix[base + k] = 0;
    for (let j = 0; j < size; j++) matrix[base + j]! -= factor * row[j]!;
  }
  matrix.set(row, k * size);
}
