import type { DomainCells } from '../design/domain-cells.ts';
import type { LaneKernel } from './lane-kernel.ts';
import { addFour, addFourSquares, addOne, addOneSquare, totalsFour, totalsOne } from './lane-sums.ts';
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
  /** cell → Σ w (0: no row has an answer) and Σ w (y − centre) of each lane of `prepared` in turn; copied from a kernel when first asked for */
  readonly cellSums: () => Float64Array;
  /** per domain: rows with an answer, and the same sums */
  readonly n: Int32Array;
  readonly weight: Float64Array;
  readonly totalY: Float64Array;
  /** zeros without a second variable */
  readonly totalX: Float64Array;
  /** per domain: Σ w (y − centre)²; empty if not asked for */
  readonly squares: Float64Array;
  /** the rows that were summed, and the lanes of y and x in them and in `cellSums` */
  readonly prepared: PreparedColumns;
  readonly lane: number;
  readonly laneX?: number;
  /** room for a number a cell */
  readonly total: Float64Array;
  /** holds the sums by place, see `CellsByStratum` */
  readonly kernel?: LaneKernel | undefined;
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
type ColumnSums = Omit<CellSums, 'x' | 'laneX'>;

/** Arrays as long as the cells, that one block after another may use; with a kernel `sums` is made when first asked for. */
export interface CellBuffers {
  readonly sums: Float64Array;
  readonly total: Float64Array;
  /** adds up four lanes that were prepared in its memory */
  readonly kernel?: LaneKernel | undefined;
}

/** Buffers for breakdowns of up to so many cells. */
export function cellBuffers(cells: number, lanes: number, kernel?: LaneKernel): CellBuffers {
  let sums: Float64Array | undefined;
  return {
    kernel,
    get sums() {
      sums ??= new Float64Array((cells + 1) * lanes * 2);
      return sums;
    },
    total: new Float64Array(cells),
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
  const { lanes, columns, squared } = prepared;
  const { levels } = cells;
  const kernel = lanes === LANES ? buffers.kernel : undefined;
  const totals = new Float64Array(levels * lanes * 2);
  let sums: Float64Array | undefined;
  if (kernel) {
    kernel.setCells(cells);
    kernel.sumFour(squared, totals);
  } else {
    sums = plainSums(cells, prepared, buffers, totals);
  }
  const cellSums = (): Float64Array => {
    sums ??= kernel!.copySums(cells, roomForSums(cells, lanes, buffers));
    return sums;
  };
  const squares = squaresByLane(cells, prepared, kernel);
  const zeros = new Float64Array(levels);
  return columns.map(({ y, centre, squares: wanted }, lane) => ({
    cells,
    y,
    centre,
    cellSums,
    n: countAnswers(cells, prepared, lane, kernel),
    weight: everyNth(totals, levels, lanes * 2, lane * 2),
    totalY: everyNth(totals, levels, lanes * 2, lane * 2 + 1),
    totalX: zeros,
    squares: wanted ? everyNth(squares, levels, lanes, lane) : NONE,
    prepared,
    lane,
    total: buffers.total,
    kernel,
  }));
}

function roomForSums({ cells }: DomainCells, lanes: number, buffers: CellBuffers): Float64Array {
  return buffers.sums.subarray(0, (cells + 1) * lanes * 2);
}

/** The sums of all cells; and those of the domains, into `totals`. */
function plainSums(
  cells: DomainCells,
  { lanes, data }: PreparedColumns,
  buffers: CellBuffers,
  totals: Float64Array,
): Float64Array {
  const sums = roomForSums(cells, lanes, buffers).fill(0);
  if (lanes === 1) {
    addOne(cells.cellOfRow, data, sums);
    totalsOne(cells.start, sums, totals);
  } else {
    addFour(cells.cellOfRow, data, sums);
    totalsFour(cells.start, sums, totals);
  }
  return sums;
}

function everyNth(values: Float64Array, count: number, step: number, first: number): Float64Array {
  const picked = new Float64Array(count);
  for (let i = 0; i < count; i++) picked[i] = values[i * step + first]!;
  return picked;
}

const NONE = new Float64Array();

/** The sums of a pair of columns that were prepared with each other's answers. */
export function pairSums(first: ColumnSums, second: ColumnSums): CellSums {
  return { ...first, x: second.y, totalX: second.totalY, laneX: second.lane };
}

function countAnswers(
  cells: DomainCells,
  { listed }: PreparedColumns,
  lane: number,
  kernel: LaneKernel | undefined,
): Int32Array {
  const { answered, rows } = listed[lane]!;
  const { levels, weightedRows } = cells;
  const counts = kernel && !answered ? kernel.count(rows, levels) : countRows(cells, rows);
  return answered ? counts.slice(0, levels) : weightedRows.map((all, level) => all - counts[level]!);
}

function countRows({ levelOfRow, levels }: DomainCells, rows: Int32Array): Int32Array {
  const counts = new Int32Array(levels + 1);
  for (let i = 0; i < rows.length; i++) counts[levelOfRow[rows[i]!]!]!++;
  return counts;
}

/** Σ w (y − centre)² per domain and lane; empty if no column wants it. */
function squaresByLane(
  cells: DomainCells,
  prepared: PreparedColumns,
  kernel: LaneKernel | undefined,
): Float64Array {
  if (!prepared.squared) return NONE;
  if (kernel) return kernel.squareSums;
  const { squares, lanes } = prepared;
  const total = new Float64Array((cells.levels + 1) * lanes);
  const { order } = cells.byStratum;
  if (lanes === 1) addOneSquare(cells.levelOfRow, squares, total, order);
  else addFourSquares(cells.levelOfRow, squares, total, order);
  return total;
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
