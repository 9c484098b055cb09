import { LANES } from './prepared-columns.ts';
import {
  advance,
  type Code,
  constant,
  element,
  F64,
  f64,
  get,
  I32,
  i32,
  LANES_WIDTH,
  PAIR_BYTES,
  pair,
  set,
  V128,
  type WasmFunction,
  WIDTH,
  wasmModule,
  whileBelow,
  zeroPair,
} from './wasm-code.ts';
import { variances } from './wasm-variances.ts';

/** The exports of the module; numbers are addresses of bytes, `end` the address after the last. */
export interface WasmLoops {
  /**
   * y − centre of rows to one lane of `differences`, NaN where `other` is NaN; and the numbers of rows without one, from `row` on, to
   * `listed`. Returns the address after the last of them. With floats, `inexact` is no longer 0 if one of them is not y − centre.
   */
  fillLane: FillLane;
  fillLaneOfFloats: FillLane;
  /** Adds w and w (y − centre) of each row to its cell, and w (y − centre)² to its domain. */
  addFour: AddFour;
  addFourOfFloats: AddFour;
  addFourSquared: AddFour;
  addFourSquaredOfFloats: AddFour;
  /** Counts how many of the listed rows are in each domain. */
  count(listed: number, end: number, cellOfRow: number, levelOfCell: number, counts: number): void;
  /** Adds the cells of each domain up; `start` and `end` are those of the domains' first cells. */
  totals(start: number, end: number, cells: number, totals: number): void;
  /** Variance of every domain; see `StratumRuns`. */
  variances(
    runOfLevel: number,
    end: number,
    start: number,
    psus: number,
    scale: number,
    cells: number,
    coefficients: number,
    variances: number,
  ): void;
}

type FillLane = (
  y: number,
  end: number,
  other: number,
  centre: number,
  differences: number,
  listed: number,
  row: number,
  inexact: number,
) => number;

type AddFour = (
  cellOfRow: number,
  end: number,
  weight: number,
  differences: number,
  cells: number,
  levelOfCell: number,
  levels: number,
) => void;

/** Bytes of the module. */
export function wasmLoops(): Uint8Array<ArrayBuffer> {
  const both = [false, true];
  return wasmModule([
    ...both.map(fillLane),
    ...both.flatMap((floats) => [addFour(false, floats), addFour(true, floats)]),
    count(),
    totals(),
    variances(),
  ]);
}

const isNumber = (value: Code): Code => f64.equals(value, value);

function fillLane(floats: boolean): WasmFunction {
  const [y, end, other, centre, into, listed, row, inexact] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [difference, answered, lost] = [8, 9, 10] as const;
  const stored = f64.select(get(difference), f64.nan, get(answered));
  const isLost = i32.and(f64.notEqual(f64.rounded(get(difference)), get(difference)), get(answered));
  const body = [
    whileBelow(
      y,
      end,
      set(difference, f64.subtract(f64.load(get(y)), get(centre))),
      set(answered, i32.and(isNumber(get(difference)), isNumber(f64.load(get(other))))),
      floats ? f64.storeAsFloat(get(into), stored) : f64.store(get(into), stored),
      floats ? set(lost, i32.or(get(lost), isLost)) : [],
      i32.store(get(listed), get(row)),
      set(listed, i32.add(get(listed), i32.shiftLeft(i32.isZero(get(answered)), constant(2)))),
      advance(y, 8),
      advance(other, 8),
      advance(into, floats ? LANES_WIDTH / 2 : LANES_WIDTH),
      advance(row, 1),
    ),
    i32.store(get(inexact), i32.or(i32.load(get(inexact)), get(lost))),
    get(listed),
  ].flat();
  return {
    name: floats ? 'fillLaneOfFloats' : 'fillLane',
    parameters: [I32, I32, I32, F64, I32, I32, I32, I32],
    result: I32,
    locals: [F64, I32, I32],
    body,
  };
}

/** Both sums in one loop: the additions of one do not wait for those of the other. */
function addFour(squared: boolean, floats: boolean): WasmFunction {
  const bytes = floats ? 4 : 8;
  const [cellOfRow, end, weight, differences, cells, levelOfCell, levels] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [cell, at, atLevel] = [7, 8, 9] as const;
  const [w, difference, answered, product, ownW] = [10, 11, 12, 13, 14] as const;
  const addTo = (to: number, offset: number, value: Code): Code =>
    pair.store(get(to), pair.add(pair.load(get(to), offset), value), offset);
  const half = (offset: number): Code =>
    [
      set(
        difference,
        floats ? pair.loadFloats(get(differences), offset / 2) : pair.load(get(differences), offset),
      ),
      set(answered, pair.equals(get(difference), get(difference))),
      set(ownW, pair.and(get(w), get(answered))),
      set(product, pair.and(pair.multiply(get(w), get(difference)), get(answered))),
      addTo(at, 2 * offset, pair.firsts(get(ownW), get(product))),
      addTo(at, 2 * offset + PAIR_BYTES, pair.seconds(get(ownW), get(product))),
      squared
        ? addTo(atLevel, offset, pair.and(pair.multiply(get(product), get(difference)), get(answered)))
        : [],
    ].flat();
  const level = i32.load(element(get(levelOfCell), get(cell), 2));
  const body = whileBelow(
    cellOfRow,
    end,
    set(cell, i32.load(get(cellOfRow))),
    set(at, element(get(cells), get(cell), Math.log2(WIDTH))),
    squared ? set(atLevel, element(get(levels), level, Math.log2(LANES_WIDTH))) : [],
    set(w, pair.loadBoth(get(weight))),
    half(0),
    half(PAIR_BYTES),
    advance(cellOfRow, 4),
    advance(weight, 8),
    advance(differences, LANES * bytes),
  );
  return {
    name: `addFour${squared ? 'Squared' : ''}${floats ? 'OfFloats' : ''}`,
    parameters: [I32, I32, I32, I32, I32, I32, I32],
    locals: [I32, I32, I32, V128, V128, V128, V128, V128],
    body,
  };
}

function count(): WasmFunction {
  const [listed, end, cellOfRow, levelOfCell, counts, at] = [0, 1, 2, 3, 4, 5] as const;
  const cell = i32.load(element(get(cellOfRow), i32.load(get(listed)), 2));
  const level = i32.load(element(get(levelOfCell), cell, 2));
  const body = whileBelow(
    listed,
    end,
    set(at, element(get(counts), level, 2)),
    i32.store(get(at), i32.add(i32.load(get(at)), constant(1))),
    advance(listed, 4),
  );
  return { name: 'count', parameters: [I32, I32, I32, I32, I32], locals: [I32], body };
}

function totals(): WasmFunction {
  const [start, end, cells, into, at, stop, first] = [0, 1, 2, 3, 4, 5, 6] as const;
  const lanes = Array.from({ length: LANES }, (_, lane) => lane);
  const cellAt = (offset: number): Code =>
    element(get(cells), i32.load(get(start), offset), Math.log2(WIDTH));
  const body = whileBelow(
    start,
    end,
    set(at, cellAt(0)),
    set(stop, cellAt(4)),
    ...lanes.map((lane) => set(first + lane, zeroPair)),
    whileBelow(
      at,
      stop,
      ...lanes.map((lane) =>
        set(first + lane, pair.add(get(first + lane), pair.load(get(at), lane * PAIR_BYTES))),
      ),
      advance(at, WIDTH),
    ),
    ...lanes.map((lane) => pair.store(get(into), get(first + lane), lane * PAIR_BYTES)),
    advance(into, WIDTH),
    advance(start, 4),
  );
  return {
    name: 'totals',
    parameters: [I32, I32, I32, I32],
    locals: [I32, I32, ...lanes.map(() => V128 as typeof V128)],
    body,
  };
}
