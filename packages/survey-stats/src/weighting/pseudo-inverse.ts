import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { sweptInverse } from './swept-inverse.ts';

/** Eigenvalues below this share of the largest, after scaling to unit diagonal, are taken as 0: redundant columns. */
const RANK_TOLERANCE = 1e-12;

/**
 * Generalised inverse of a symmetric non-negative matrix (stored by rows). Redundant columns, such as a second margin's
 * last category, are handled: any solution gives the same fit.
 */
export function generalisedInverse(matrix: Float64Array, size: number): Float64Array {
  return sweptInverse(matrix, size) ?? pseudoInverse(matrix, size);
}

/**
 * Moore-Penrose-like inverse of a symmetric non-negative matrix (stored by rows), scaled to unit diagonal first: with
 * equations that contradict each other it spreads the misses. By eigenvalues, so several times as long as
 * {@link generalisedInverse}.
 */
export function pseudoInverse(matrix: Float64Array, size: number): Float64Array {
  const scale = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const diagonal = matrix[j * size + j]!;
    scale[j] = diagonal > 0 ? 1 / Math.sqrt(diagonal) : 0;
  }
  const scaled = new Matrix(size, size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) scaled.set(a, b, matrix[a * size + b]! * scale[a]! * scale[b]!);
  }
  const decomposition = new EigenvalueDecomposition(scaled, { assumeSymmetric: true });
  const values = decomposition.realEigenvalues;
  const vectors = decomposition.eigenvectorMatrix;
  const largest = values.reduce((a, b) => Math.max(a, b), 0);
  const inverse = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const value = values[k] ?? 0;
    if (!(value > RANK_TOLERANCE * largest)) continue;
    for (let a = 0; a < size; a++) {
      const va = (vectors.get(a, k) * scale[a]!) / value;
      if (va === 0) continue;
      for (let b = 0; b < size; b++) inverse[a * size + b]! += va * vectors.get(b, k) * scale[b]!;
    }
  }
  return inverse;
}

/**
 * Columns that a symmetric non-negative matrix makes orthonormal, one for each eigenvalue that is not 0: in their
 * coordinates the matrix is the identity, and redundant columns are gone.
 */
export function whitening(matrix: Float64Array, size: number): Matrix {
  const scale = Array.from({ length: size }, (_, j) => {
    const diagonal = matrix[j * size + j]!;
    return diagonal > 0 ? 1 / Math.sqrt(diagonal) : 0;
  });
  const scaled = new Matrix(size, size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) scaled.set(a, b, matrix[a * size + b]! * scale[a]! * scale[b]!);
  }
  const decomposition = new EigenvalueDecomposition(scaled, { assumeSymmetric: true });
  const values = decomposition.realEigenvalues;
  const largest = values.reduce((a, b) => Math.max(a, b), 0);
  const kept = values.flatMap((value, k) => (value > RANK_TOLERANCE * largest ? [k] : []));
  const columns = new Matrix(size, kept.length);
  kept.forEach((k, at) => {
    for (let a = 0; a < size; a++) {
      columns.set(a, at, (decomposition.eigenvectorMatrix.get(a, k) * scale[a]!) / Math.sqrt(values[k]!));
    }
  });
  return columns;
}

/** matrix (size × size, by rows) times vector, into a new vector. */
export function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const result = new Float64Array(size);
  for (let a = 0; a < size; a++) {
    let sum = 0;
    for (let b = 0; b < size; b++) sum += matrix[a * size + b]! * vector[b]!;
    result[a] = sum;
  }
  return result;
}
