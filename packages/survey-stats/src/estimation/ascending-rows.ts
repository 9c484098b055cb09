/** The rows of a column that have an answer, in ascending order of it, ties by row. */
export interface AscendingRows {
  readonly rows: Int32Array;
  /** the answers in that order */
  readonly values: Float64Array;
}

const known = new WeakMap<Float64Array, AscendingRows>();

/** Sorts a column once for all breakdowns: the order of the last call with the same array is used again if it still holds. */
export function ascendingRows(y: Float64Array): AscendingRows {
  const found = known.get(y);
  if (found && stillHolds(y, found)) return found;
  const ascending = sortWhole(y) ?? sortAny(y);
  known.set(y, ascending);
  return ascending;
}

function sortAny(y: Float64Array): AscendingRows {
  const rows = new Int32Array(y.length);
  let answers = 0;
  for (let row = 0; row < y.length; row++) {
    if (Number.isNaN(y[row]!)) continue;
    rows[answers] = row;
    answers++;
  }
  const sorted = sortByKeys(rows.slice(0, answers), y);
  const values = new Float64Array(answers);
  for (let i = 0; i < answers; i++) values[i] = y[sorted[i]!]!;
  return { rows: sorted, values };
}

/** Whole numbers are counted, if they are not too far apart: wages, hours, ages. */
function sortWhole(y: Float64Array): AscendingRows | undefined {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < y.length; row++) {
    const value = y[row]!;
    if (Number.isNaN(value)) continue;
    if (value !== Math.floor(value)) return undefined;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const span = highest - lowest;
  if (!(span >= 0 && span < y.length)) return undefined;
  const next = new Int32Array(span + 2);
  for (let row = 0; row < y.length; row++) {
    const value = y[row]!;
    if (!Number.isNaN(value)) next[value - lowest + 1]!++;
  }
  for (let k = 1; k < next.length; k++) next[k]! += next[k - 1]!;
  const answers = next[next.length - 1]!;
  const rows = new Int32Array(answers);
  const values = new Float64Array(answers);
  for (let row = 0; row < y.length; row++) {
    const value = y[row]!;
    if (Number.isNaN(value)) continue;
    const at = next[value - lowest]!;
    next[value - lowest] = at + 1;
    rows[at] = row;
    values[at] = value;
  }
  return { rows, values };
}

function stillHolds(y: Float64Array, { rows, values }: AscendingRows): boolean {
  let answers = 0;
  for (let row = 0; row < y.length; row++) if (!Number.isNaN(y[row]!)) answers++;
  if (answers !== rows.length) return false;
  for (let i = 0; i < rows.length; i++) if (y[rows[i]!] !== values[i]) return false;
  return true;
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Radix sort, by the bits of the numbers: its time grows as the rows do, whatever the number of distinct values. */
function sortByKeys(rows: Int32Array, y: Float64Array): Int32Array {
  const [low, high] = orderedBits(y);
  let sorted = rows;
  let other: Int32Array = new Int32Array(rows.length);
  for (const word of [low, high]) {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      if (!sortByDigit(sorted, other, word, shift)) continue;
      [sorted, other] = [other, sorted];
    }
  }
  return sorted;
}

/** Words whose unsigned order, the second before the first, is that of the numbers; −0 is 0. */
function orderedBits(y: Float64Array): [low: Uint32Array, high: Uint32Array] {
  const low = new Uint32Array(y.length);
  const high = new Uint32Array(y.length);
  const one = new DataView(new ArrayBuffer(8));
  for (let row = 0; row < y.length; row++) {
    one.setFloat64(0, y[row]! + 0);
    const top = one.getUint32(0);
    const rest = one.getUint32(4);
    const negative = top >>> 31 === 1;
    high[row] = negative ? ~top : top | 0x80000000;
    low[row] = negative ? ~rest : rest;
  }
  return [low, high];
}

/** One stable pass. @returns false, with nothing done, if all rows have the same digit. */
function sortByDigit(from: Int32Array, to: Int32Array, word: Uint32Array, shift: number): boolean {
  const next = new Int32Array(DIGITS + 1);
  for (let i = 0; i < from.length; i++) next[((word[from[i]!]! >>> shift) & (DIGITS - 1)) + 1]!++;
  if (next.includes(from.length)) return false;
  for (let digit = 0; digit < DIGITS; digit++) next[digit + 1]! += next[digit]!;
  for (let i = 0; i < from.length; i++) {
    const row = from[i]!;
    const digit = (word[row]! >>> shift) & (DIGITS - 1);
    to[next[digit]!] = row;
    next[digit]!++;
  }
  return true;
}
