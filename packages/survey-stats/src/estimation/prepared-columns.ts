import type { LaneKernel } from './lane-kernel.ts';

/** One variable as an estimator wants it summed. */
export interface ColumnToSum {
  /** row → value; NaN: no answer */
  readonly y: Float64Array;
  /** a second variable that a row must also have, as the denominator of a ratio */
  readonly with?: Float64Array | undefined;
  /** subtracted from y before summing, so that sums of large values keep their digits */
  readonly centre: number;
  /** whether Σ w (y − centre)² is wanted, too */
  readonly squares: boolean;
  /** throws unless y holds 0, 1 and NaN alone; a kernel, which sees that for itself, calls it only if not */
  readonly checkIndicator?: ((y: Float64Array) => void) | undefined;
}

/** One column, or up to four side by side, read once for all breakdowns. Rows without an answer hold zeros. */
export interface PreparedColumns {
  readonly columns: readonly ColumnToSum[];
  /** places a row has, 1 or 4; with 2 or 3 columns the last places are 0 */
  readonly lanes: 1 | 4;
  /** whether a column wants squares */
  readonly squared: boolean;
  /** row → w and w (y − centre) of each lane in turn; with a kernel worked out when first asked for */
  readonly data: Float64Array;
  /** row → w (y − centre)² of each lane; empty if no column wants it, and with a kernel */
  readonly squares: Float64Array;
  /** column → its rows without an answer, or those with one where they are fewer */
  readonly listed: readonly ListedRows[];
}

interface ListedRows {
  readonly answered: boolean;
  /** with a kernel those without an answer by their numbers in the order of units */
  readonly rows: Int32Array;
}

/** Columns that are summed side by side: the additions of one do not wait for those of another. */
export const LANES = 4;

/** Arrays that one block after another may use. Empty ones grow on first use. */
export interface RowBuffers {
  data: Float64Array;
  squares: Float64Array;
  rows: Int32Array;
  /** fills four lanes in its memory */
  readonly kernel?: LaneKernel | undefined;
  /** in which it takes the rows over; absent: their own */
  readonly order?: Int32Array | undefined;
}

export function emptyRows(kernel?: LaneKernel, order?: Int32Array): RowBuffers {
  return { kernel, order, data: new Float64Array(), squares: new Float64Array(), rows: new Int32Array() };
}

/** Multiplies one to four columns with the weight, in buffers that stay in use until the next call with them. */
export function prepareColumns(
  weight: Float64Array,
  columns: readonly ColumnToSum[],
  buffers: RowBuffers = emptyRows(),
): PreparedColumns {
  const lanes = columns.length === 1 ? 1 : LANES;
  const squared = columns.some(({ squares }) => squares);
  const kernel = lanes === LANES ? buffers.kernel : undefined;
  if (!kernel) {
    checkIndicators(columns);
    const { missing, ...filled } = fillRows(weight, columns, lanes, squared, buffers);
    return { columns, lanes, squared, ...filled, listed: listedRows(columns, missing) };
  }
  const missing = kernel.fill(weight, columns, buffers.order);
  let data: Float64Array | undefined;
  return {
    columns,
    lanes,
    squared,
    get data() {
      if (data) return data;
      const size = weight.length * LANES * 2;
      if (buffers.data.length < size) buffers.data = new Float64Array(size);
      data = buffers.data;
      kernel.copyRows(data, buffers.order);
      return data;
    },
    squares: buffers.squares,
    listed: listedRows(columns, missing),
  };
}

/** Throws for the first column that should hold 0, 1 and NaN alone and does not. */
export function checkIndicators(columns: readonly ColumnToSum[]): void {
  for (const { y, checkIndicator } of columns) checkIndicator?.(y);
}

function listedRows(columns: readonly ColumnToSum[], missing: readonly Int32Array[]): ListedRows[] {
  return columns.map((column, lane) => {
    const rows = missing[lane]!;
    const answered = rows.length > column.y.length / 2;
    return { answered, rows: answered ? rowsWithAnswer(column, column.y.length - rows.length) : rows };
  });
}

interface FilledRows {
  readonly data: Float64Array;
  readonly squares: Float64Array;
  /** column → rows without an answer */
  readonly missing: readonly Int32Array[];
}

function fillRows(
  weight: Float64Array,
  columns: readonly ColumnToSum[],
  lanes: 1 | 4,
  squared: boolean,
  buffers: RowBuffers,
): FilledRows {
  const rows = weight.length;
  if (buffers.data.length < rows * lanes * 2) buffers.data = new Float64Array(rows * lanes * 2);
  const wanted = squared ? rows * lanes : 0;
  if (buffers.squares.length < wanted) buffers.squares = new Float64Array(wanted);
  if (buffers.rows.length < rows) buffers.rows = new Int32Array(rows);
  const data = buffers.data.subarray(0, rows * lanes * 2);
  const squares = buffers.squares.subarray(0, wanted);
  const missing = columns.map((column, lane) =>
    fillLane(weight, column, data, squares, lanes, lane, buffers.rows),
  );
  for (let lane = columns.length; lane < lanes; lane++) clearLane(data, squares, lanes, lane);
  return { data, squares, missing };
}

/** @returns the rows without an answer. */
function fillLane(
  weight: Float64Array,
  { y, with: other = y, centre }: ColumnToSum,
  data: Float64Array,
  squares: Float64Array,
  lanes: number,
  lane: number,
  unanswered: Int32Array,
): Int32Array {
  const squared = squares.length > 0;
  let missing = 0;
  let at = lane;
  for (let row = 0; row < weight.length; row++) {
    const difference = y[row]! - centre;
    let w = 0;
    let product = 0;
    let square = 0;
    if (Number.isNaN(difference) || Number.isNaN(other[row]!)) {
      unanswered[missing] = row;
      missing++;
    } else {
      w = weight[row]!;
      product = w * difference;
      square = product * difference;
    }
    data[at * 2] = w;
    data[at * 2 + 1] = product;
    if (squared) squares[at] = square;
    at += lanes;
  }
  return unanswered.slice(0, missing);
}

function clearLane(data: Float64Array, squares: Float64Array, lanes: number, lane: number): void {
  for (let at = lane; at * 2 < data.length; at += lanes) {
    data[at * 2] = 0;
    data[at * 2 + 1] = 0;
  }
  for (let at = lane; at < squares.length; at += lanes) squares[at] = 0;
}

function rowsWithAnswer({ y, with: other = y }: ColumnToSum, count: number): Int32Array {
  const rows = new Int32Array(count);
  let next = 0;
  for (let row = 0; row < y.length; row++) {
    if (Number.isNaN(y[row]!) || Number.isNaN(other[row]!)) continue;
    rows[next] = row;
    next++;
  }
  return rows;
}
