import type { DomainCells } from '../design/domain-cells.ts';

/** Rows of every domain that have all the answers asked for. */
export interface Answered {
  readonly cells: DomainCells;
  /** domain → rows of non-zero weight */
  readonly n: Int32Array;
  /** domain → the sum of their weights */
  readonly weight: Float64Array;
}

/** Counts the rows of every domain that have a value in every column. */
export function countAnswered(cells: DomainCells, columns: readonly Float64Array[]): Answered {
  const { levels, levelOfRow, design } = cells;
  const n = new Int32Array(levels);
  const weight = new Float64Array(levels);
  for (let row = 0; row < design.rows; row++) {
    const level = levelOfRow[row]!;
    if (level === levels || columns.some((column) => Number.isNaN(column[row]!))) continue;
    n[level]!++;
    weight[level]! += design.weight[row]!;
  }
  return { cells, n, weight };
}

/**
 * Weighted mean of a column over the rows that have a value in every column, in every domain; NaN without such a row.
 * Summed from each domain's first value, so that a constant has deviations of exactly 0 and large values keep their
 * digits.
 */
export function answeredMeans(
  { cells, weight }: Answered,
  y: Float64Array,
  columns: readonly Float64Array[],
): Float64Array {
  const { levels, levelOfRow, design } = cells;
  const first = new Float64Array(levels).fill(Number.NaN);
  const sum = new Float64Array(levels);
  for (let row = 0; row < design.rows; row++) {
    const level = levelOfRow[row]!;
    if (level === levels || columns.some((column) => Number.isNaN(column[row]!))) continue;
    if (Number.isNaN(first[level]!)) first[level] = y[row]!;
    sum[level]! += design.weight[row]! * (y[row]! - first[level]!);
  }
  return first.map((value, d) => value + sum[d]! / weight[d]!);
}
