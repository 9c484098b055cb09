import type { DomainCells } from '../design/domain-cells.ts';

/**
 * One variable, or two, summed once over the rows: everything that estimates, standard errors and counts of all domains
 * of a breakdown are made of. Rows with NaN in a column have no answer and are left out; n_h stays that of the design.
 */
export interface CellSums {
  readonly cells: DomainCells;
  readonly y: Float64Array;
  readonly x?: Float64Array;
  /** subtracted from y before summing, so that sums of large values keep their digits */
  readonly centre: number;
  /**
   * per cell, side by side at `CELL_WIDTH` · cell: rows with an answer, Σ w, Σ w (y − centre), Σ w x over these rows; one
   * cell in one cache line
   */
  readonly cell: Float64Array;
  /** per domain, the same */
  readonly n: Int32Array;
  readonly weight: Float64Array;
  readonly totalY: Float64Array;
  readonly totalX: Float64Array;
}

/** Numbers kept for a cell, and where in them. */
export const CELL_WIDTH = 4;
export const CELL_WEIGHT = 1;
export const CELL_Y = 2;
export const CELL_X = 3;

export function checkColumn(caller: string, name: string, column: Float64Array, rows: number): void {
  if (!(column instanceof Float64Array)) {
    throw new TypeError(
      `${caller}: ${name} must be a Float64Array with NaN where there is no answer; make one with Float64Array.from(…)`,
    );
  }
  if (column.length !== rows) {
    throw new RangeError(
      `${caller}: ${name} must have one value a row of the design; expected ${rows}, got ${column.length}`,
    );
  }
}

/** Sums one variable over the cells of a breakdown. @param centre a value near the mean, or 0. */
export function sumCells(cells: DomainCells, y: Float64Array, centre: number): CellSums {
  const cell = new Float64Array((cells.cells + 1) * CELL_WIDTH);
  addOne(cells.cellOfRow, cells.design.weight, y, centre, cell);
  return { cells, y, centre, cell, ...domainSums(cells, cell) };
}

/** Sums two variables over the cells of a breakdown, on the rows that have both. */
export function sumCellPairs(cells: DomainCells, y: Float64Array, x: Float64Array): CellSums {
  const cell = new Float64Array((cells.cells + 1) * CELL_WIDTH);
  addPair(cells.cellOfRow, cells.design.weight, y, x, cell);
  return { cells, y, x, centre: 0, cell, ...domainSums(cells, cell) };
}

function domainSums({ levels, start }: DomainCells, cell: Float64Array) {
  const n = new Int32Array(levels);
  const weight = new Float64Array(levels);
  const totalY = new Float64Array(levels);
  const totalX = new Float64Array(levels);
  for (let level = 0; level < levels; level++) {
    let rows = 0;
    let w = 0;
    let wy = 0;
    let wx = 0;
    const to = start[level + 1]! * CELL_WIDTH;
    for (let at = start[level]! * CELL_WIDTH; at < to; at += CELL_WIDTH) {
      rows += cell[at]!;
      w += cell[at + CELL_WEIGHT]!;
      wy += cell[at + CELL_Y]!;
      wx += cell[at + CELL_X]!;
    }
    n[level] = rows;
    weight[level] = w;
    totalY[level] = wy;
    totalX[level] = wx;
  }
  return { n, weight, totalY, totalX };
}

const CENTRE_ROWS = 4096;

/** A value near the mean of y, short in binary so that a constant variable centres to exact zeros. */
export function roughCentre(y: Float64Array): number {
  const stride = Math.max(1, Math.floor(y.length / CENTRE_ROWS));
  let sum = 0;
  let count = 0;
  for (let row = 0; row < y.length; row += stride) {
    const value = y[row]!;
    if (!Number.isNaN(value)) {
      sum += value;
      count++;
    }
  }
  return count > 0 && Number.isFinite(sum) ? Math.fround(sum / count) : 0;
}

/** Per domain Σ w (y − m)², m the domain's own mean: a second pass, because one-pass sums of squares lose digits. */
export function centredSquares(cells: DomainCells, y: Float64Array, mean: Float64Array): Float64Array {
  const squares = new Float64Array(cells.levels + 1);
  const centres = new Float64Array(cells.levels + 1);
  centres.set(mean);
  addSquares(cells.levelOfRow, cells.design.weight, y, centres, squares);
  return squares;
}

/** Per domain Σ w (y − r x)² over rows with both, for ratios (residual mean is 0). */
export function residualSquares(
  cells: DomainCells,
  y: Float64Array,
  x: Float64Array,
  ratio: Float64Array,
): Float64Array {
  const squares = new Float64Array(cells.levels + 1);
  const { levelOfRow } = cells;
  const { weight } = cells.design;
  for (let row = 0; row < y.length; row++) {
    const level = levelOfRow[row]!;
    if (level === cells.levels) continue;
    const residual = y[row]! - ratio[level]! * x[row]!;
    if (!Number.isNaN(residual)) squares[level]! += weight[row]! * residual * residual;
  }
  return squares;
}

function addOne(
  cellOfRow: Int32Array,
  weight: Float64Array,
  y: Float64Array,
  centre: number,
  cell: Float64Array,
): void {
  for (let row = 0; row < cellOfRow.length; row++) {
    const value = y[row]!;
    if (!Number.isNaN(value)) {
      const at = cellOfRow[row]! * CELL_WIDTH;
      const w = weight[row]!;
      cell[at]! += 1;
      cell[at + CELL_WEIGHT]! += w;
      cell[at + CELL_Y]! += w * (value - centre);
    }
  }
}

function addPair(
  cellOfRow: Int32Array,
  weight: Float64Array,
  y: Float64Array,
  x: Float64Array,
  cell: Float64Array,
): void {
  for (let row = 0; row < cellOfRow.length; row++) {
    const a = y[row]!;
    const b = x[row]!;
    if (!Number.isNaN(a) && !Number.isNaN(b)) {
      const at = cellOfRow[row]! * CELL_WIDTH;
      const w = weight[row]!;
      cell[at]! += 1;
      cell[at + CELL_WEIGHT]! += w;
      cell[at + CELL_Y]! += w * a;
      cell[at + CELL_X]! += w * b;
    }
  }
}

function addSquares(
  levelOfRow: Int32Array,
  weight: Float64Array,
  y: Float64Array,
  centres: Float64Array,
  squares: Float64Array,
): void {
  for (let row = 0; row < levelOfRow.length; row++) {
    const value = y[row]!;
    if (!Number.isNaN(value)) {
      const level = levelOfRow[row]!;
      const difference = value - centres[level]!;
      squares[level]! += weight[row]! * difference * difference;
    }
  }
}
