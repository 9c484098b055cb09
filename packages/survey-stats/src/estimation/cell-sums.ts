import type { DomainCells } from '../design/domain-cells.ts';
import { type ColumnToSum, LANES, type PreparedColumns, prepareColumns } from './prepared-columns.ts';

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
  /** per cell, over its rows with an answer: Σ w (0: there are none), Σ w (y − centre), Σ w x */
  readonly cellWeight: Float64Array;
  readonly cellY: Float64Array;
  readonly cellX?: Float64Array;
  /** per domain: rows with an answer, and the same sums */
  readonly n: Int32Array;
  readonly weight: Float64Array;
  readonly totalY: Float64Array;
  /** zeros without a second variable */
  readonly totalX: Float64Array;
  /** per domain: Σ w (y − centre)²; empty if not asked for */
  readonly squares: Float64Array;
  /** the rows that were summed, and the places of y and x in them */
  readonly prepared: PreparedColumns;
  readonly lane: number;
  readonly laneX?: number;
  /** room for a number a cell */
  readonly total: Float64Array;
}

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
  const prepared = prepareColumns(cells.design.weight, [{ y, centre, squares: false }]);
  return sumPrepared(cells, prepared)[0]!;
}

/** Two columns, each on the rows that have both. */
export function pairColumns(y: Float64Array, x: Float64Array): [ColumnToSum, ColumnToSum] {
  return [
    { y, with: x, centre: 0, squares: false },
    { y: x, with: y, centre: 0, squares: false },
  ];
}

/** Sums of one prepared column over the cells of a breakdown. */
type ColumnSums = Omit<CellSums, 'x' | 'cellX' | 'laneX'>;

/** Arrays as long as the cells, that one block after another may use. */
export interface CellBuffers {
  /** zeros between two uses */
  readonly sums: Float64Array;
  readonly total: Float64Array;
  readonly lanes: readonly LaneSums[];
}

interface LaneSums {
  readonly weight: Float64Array;
  readonly y: Float64Array;
}

/** Buffers for breakdowns of up to so many cells. */
export function cellBuffers(cells: number, lanes: number): CellBuffers {
  return {
    sums: new Float64Array((cells + 1) * lanes * 2),
    total: new Float64Array(cells),
    lanes: Array.from({ length: lanes }, () => ({
      weight: new Float64Array(cells),
      y: new Float64Array(cells),
    })),
  };
}

/**
 * Sums one to four prepared columns over the cells of a breakdown, in the order of the rows: the same additions in the
 * same order whatever stands beside a column.
 *
 * @param buffers make the result last only until the next call with them.
 */
export function sumPrepared(
  cells: DomainCells,
  prepared: PreparedColumns,
  buffers: CellBuffers = cellBuffers(cells.cells, prepared.lanes),
): ColumnSums[] {
  const { lanes, data, columns } = prepared;
  const { levels } = cells;
  const totals = new Float64Array(levels * lanes * 2);
  if (lanes === 1) {
    addOne(cells.cellOfRow, data, buffers.sums);
    splitOne(cells.start, buffers.sums, buffers.lanes[0]!, totals);
  } else {
    addFour(cells.cellOfRow, data, buffers.sums);
    splitFour(cells.start, buffers.sums, buffers.lanes, totals);
  }
  buffers.sums.fill(0, cells.cells * lanes * 2, (cells.cells + 1) * lanes * 2);
  const squares = squaresByLane(cells, prepared);
  return columns.map(({ y, centre, squares: wanted }, lane) => ({
    cells,
    y,
    centre,
    cellWeight: buffers.lanes[lane]!.weight.subarray(0, cells.cells),
    cellY: buffers.lanes[lane]!.y.subarray(0, cells.cells),
    n: countAnswers(cells, prepared, lane),
    weight: everyNth(totals, levels, lanes * 2, lane * 2),
    totalY: everyNth(totals, levels, lanes * 2, lane * 2 + 1),
    totalX: new Float64Array(levels),
    squares: wanted ? everyNth(squares, levels, lanes, lane) : NONE,
    prepared,
    lane,
    total: buffers.total,
  }));
}

function everyNth(values: Float64Array, count: number, step: number, first: number): Float64Array {
  const picked = new Float64Array(count);
  for (let i = 0; i < count; i++) picked[i] = values[i * step + first]!;
  return picked;
}

const NONE = new Float64Array();

/** The sums of a pair of columns that were prepared with each other's answers. */
export function pairSums(first: ColumnSums, second: ColumnSums): CellSums {
  return { ...first, x: second.y, cellX: second.cellY, totalX: second.totalY, laneX: second.lane };
}

function addOne(cellOfRow: Int32Array, data: Float64Array, sums: Float64Array): void {
  for (let row = 0; row < cellOfRow.length; row++) {
    const at = cellOfRow[row]! * 2;
    sums[at]! += data[row * 2]!;
    sums[at + 1]! += data[row * 2 + 1]!;
  }
}

function addFour(cellOfRow: Int32Array, data: Float64Array, sums: Float64Array): void {
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

/** Sums of cells to arrays of their own, added up by domain; what was taken is left at 0. */
function splitOne(
  start: Int32Array,
  sums: Float64Array,
  { weight, y }: LaneSums,
  totals: Float64Array,
): void {
  for (let level = 0; level + 1 < start.length; level++) {
    const to = start[level + 1]!;
    let w = 0;
    let wy = 0;
    for (let c = start[level]!; c < to; c++) {
      const at = c * 2;
      w += weight[c] = sums[at]!;
      wy += y[c] = sums[at + 1]!;
      sums[at] = 0;
      sums[at + 1] = 0;
    }
    totals[level * 2] = w;
    totals[level * 2 + 1] = wy;
  }
}

/** The same for four lanes. */
function splitFour(
  start: Int32Array,
  sums: Float64Array,
  lanes: readonly LaneSums[],
  totals: Float64Array,
): void {
  const { weight: weight0, y: y0 } = lanes[0]!;
  const { weight: weight1, y: y1 } = lanes[1]!;
  const { weight: weight2, y: y2 } = lanes[2]!;
  const { weight: weight3, y: y3 } = lanes[3]!;
  for (let level = 0; level + 1 < start.length; level++) {
    const from = start[level]!;
    const to = start[level + 1]!;
    const own = level * LANES * 2;
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let w3 = 0;
    let wy0 = 0;
    let wy1 = 0;
    let wy2 = 0;
    let wy3 = 0;
    for (let c = from; c < to; c++) {
      const at = c * (LANES * 2);
      w0 += weight0[c] = sums[at]!;
      wy0 += y0[c] = sums[at + 1]!;
      w1 += weight1[c] = sums[at + 2]!;
      wy1 += y1[c] = sums[at + 3]!;
      w2 += weight2[c] = sums[at + 4]!;
      wy2 += y2[c] = sums[at + 5]!;
      w3 += weight3[c] = sums[at + 6]!;
      wy3 += y3[c] = sums[at + 7]!;
    }
    sums.fill(0, from * LANES * 2, to * LANES * 2);
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

function countAnswers(cells: DomainCells, { listed }: PreparedColumns, lane: number): Int32Array {
  const { answered, rows } = listed[lane]!;
  const { levelOfRow, levels, weightedRows } = cells;
  const counts = new Int32Array(levels + 1);
  for (let i = 0; i < rows.length; i++) counts[levelOfRow[rows[i]!]!]!++;
  return answered ? counts.slice(0, levels) : weightedRows.map((all, level) => all - counts[level]!);
}

/** Σ w (y − centre)² per domain and lane; empty if no column wants it. */
function squaresByLane(cells: DomainCells, { squares, lanes }: PreparedColumns): Float64Array {
  if (squares.length === 0) return NONE;
  const total = new Float64Array((cells.levels + 1) * lanes);
  if (lanes === 1) addOneSquare(cells.levelOfRow, squares, total);
  else addFourSquares(cells.levelOfRow, squares, total);
  return total;
}

function addOneSquare(levelOfRow: Int32Array, squares: Float64Array, total: Float64Array): void {
  for (let row = 0; row < levelOfRow.length; row++) total[levelOfRow[row]!]! += squares[row]!;
}

function addFourSquares(levelOfRow: Int32Array, squares: Float64Array, total: Float64Array): void {
  for (let row = 0; row < levelOfRow.length; row++) {
    const at = levelOfRow[row]! * LANES;
    const from = row * LANES;
    total[at]! += squares[from]!;
    total[at + 1]! += squares[from + 1]!;
    total[at + 2]! += squares[from + 2]!;
    total[at + 3]! += squares[from + 3]!;
  }
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
