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
  /** per cell: rows with an answer */
  readonly cellRows: Int32Array;
  /** per cell: Σ w, Σ w (y − centre), Σ w x over rows with an answer */
  readonly cellWeight: Float64Array;
  readonly cellY: Float64Array;
  readonly cellX?: Float64Array;
  /** per domain, the same */
  readonly n: Int32Array;
  readonly weight: Float64Array;
  readonly totalY: Float64Array;
  readonly totalX?: Float64Array;
}

export function checkColumn(caller: string, name: string, column: Float64Array, rows: number): void {
  if (!(column instanceof Float64Array)) {
    throw new TypeError(`${caller}: ${name} must be a Float64Array with NaN where there is no answer; make one with Float64Array.from(…)`);
  }
  if (column.length !== rows) {
    throw new RangeError(`${caller}: ${name} must have one value a row of the design; expected ${rows}, got ${column.length}`);
  }
}

/** Sums one variable over the cells of a breakdown. @param centre a value near the mean, or 0. */
export function sumCells(cells: DomainCells, y: Float64Array, centre: number): CellSums {
  const cellRows = new Int32Array(cells.cells + 1);
  const cellWeight = new Float64Array(cells.cells + 1);
  const cellY = new Float64Array(cells.cells + 1);
  addOne(cells.cellOfRow, cells.design.weight, y, centre, cellRows, cellWeight, cellY);
  const { levels } = cells;
  const n = new Int32Array(levels);
  const weight = new Float64Array(levels);
  const totalY = new Float64Array(levels);
  for (let level = 0; level < levels; level++) {
    for (let c = cells.start[level]!; c < cells.start[level + 1]!; c++) {
      n[level]! += cellRows[c]!;
      weight[level]! += cellWeight[c]!;
      totalY[level]! += cellY[c]!;
    }
  }
  return { cells, y, centre, cellRows, cellWeight, cellY, n, weight, totalY };
}

/** Sums two variables over the cells of a breakdown, on the rows that have both. */
export function sumCellPairs(cells: DomainCells, y: Float64Array, x: Float64Array): CellSums {
  const cellRows = new Int32Array(cells.cells + 1);
  const cellWeight = new Float64Array(cells.cells + 1);
  const cellY = new Float64Array(cells.cells + 1);
  const cellX = new Float64Array(cells.cells + 1);
  addPair(cells.cellOfRow, cells.design.weight, y, x, cellRows, cellWeight, cellY, cellX);
  const { levels } = cells;
  const n = new Int32Array(levels);
  const weight = new Float64Array(levels);
  const totalY = new Float64Array(levels);
  const totalX = new Float64Array(levels);
  for (let level = 0; level < levels; level++) {
    for (let c = cells.start[level]!; c < cells.start[level + 1]!; c++) {
      n[level]! += cellRows[c]!;
      weight[level]! += cellWeight[c]!;
      totalY[level]! += cellY[c]!;
      totalX[level]! += cellX[c]!;
    }
  }
  return { cells, y, x, centre: 0, cellRows, cellWeight, cellY, cellX, n, weight, totalY, totalX };
}

/** A value near the weighted mean of y, short in binary so that a constant variable centres to exact zeros. */
export function roughCentre(y: Float64Array, weight: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < y.length; row++) {
    const value = y[row]!;
    if (value === value) {
      const w = weight[row]!;
      sum += w * value;
      total += w;
    }
  }
  return total > 0 && Number.isFinite(sum) ? Math.fround(sum / total) : 0;
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
export function residualSquares(cells: DomainCells, y: Float64Array, x: Float64Array, ratio: Float64Array): Float64Array {
  const squares = new Float64Array(cells.levels + 1);
  const { levelOfRow } = cells;
  const { weight } = cells.design;
  for (let row = 0; row < y.length; row++) {
    const level = levelOfRow[row]!;
    if (level === cells.levels) continue;
    const residual = y[row]! - ratio[level]! * x[row]!;
    if (residual === residual) squares[level]! += weight[row]! * residual * residual;
  }
  return squares;
}

function addOne(
  cell: Int32Array,
  weight: Float64Array,
  y: Float64Array,
  centre: number,
  rows: Int32Array,
  sumW: Float64Array,
  sumY: Float64Array,
): void {
  for (let row = 0; row < cell.length; row++) {
    const value = y[row]!;
    if (value === value) {
      const c = cell[row]!;
      const w = weight[row]!;
      rows[c]!++;
      sumW[c]! += w;
      sumY[c]! += w * (value - centre);
    }
  }
}

function addPair(
  cell: Int32Array,
  weight: Float64Array,
  y: Float64Array,
  x: Float64Array,
  rows: Int32Array,
  sumW: Float64Array,
  sumY: Float64Array,
  sumX: Float64Array,
): void {
  for (let row = 0; row < cell.length; row++) {
    const a = y[row]!;
    const b = x[row]!;
    if (a === a && b === b) {
      const c = cell[row]!;
      const w = weight[row]!;
      rows[c]!++;
      sumW[c]! += w;
      sumY[c]! += w * a;
      sumX[c]! += w * b;
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
    if (value === value) {
      const level = levelOfRow[row]!;
      const difference = value - centres[level]!;
      squares[level]! += weight[row]! * difference * difference;
    }
  }
}
