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
   * `listed`. Returns the address after the last of them.
   */
  fillLane(
    y: number,
    end: number,
    other: number,
    centre: number,
    differences: number,
    listed: number,
    row: number,
  ): number;
  /** Adds w and w (y − centre) of each row to its cell, and w (y − centre)² to its domain. */
  addFour: AddFour;
  addFourSquared: AddFour;
  /** Counts how often the places of the listed rows occur. */
  count(listed: number, end: number, places: number, counts: number): void;
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

type AddFour = (
  cellOfRow: number,
  end: number,
  weight: number,
  differences: number,
  cells: number,
  levelOfRow: number,
  levels: number,
) => void;

/** Bytes of the module. */
export function wasmLoops(): Uint8Array<ArrayBuffer> {
  return wasmModule([fillLane(), addFour(false), addFour(true), count(), totals(), variances()]);
}

const isNumber = (value: Code): Code => f64.equals(value, value);

function fillLane(): WasmFunction {
  const [y, end, other, centre, into, listed, row, difference, answered] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8,
  ] as const;
  const body = [
    whileBelow(
      y,
      end,
      set(difference, f64.subtract(f64.load(get(y)), get(centre))),
      set(answered, i32.and(isNumber(get(difference)), isNumber(f64.load(get(other))))),
      f64.store(get(into), f64.select(get(difference), f64.nan, get(answered))),
      i32.store(get(listed), get(row)),
      set(listed, i32.add(get(listed), i32.shiftLeft(i32.isZero(get(answered)), constant(2)))),
      advance(y, 8),
      advance(other, 8),
      advance(into, LANES_WIDTH),
      advance(row, 1),
    ),
    get(listed),
  ].flat();
  return {
    name: 'fillLane',
    parameters: [I32, I32, I32, F64, I32, I32, I32],
    result: I32,
    locals: [F64, I32],
    body,
  };
}

/** Both sums in one loop: the additions of one do not wait for those of the other. */
function addFour(squared: boolean): WasmFunction {
  const [cell, end, weight, differences, cells, level, levels] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [at, atLevel, w, difference, answered, product, ownW] = [7, 8, 9, 10, 11, 12, 13] as const;
  const addTo = (to: number, offset: number, value: Code): Code =>
    pair.store(get(to), pair.add(pair.load(get(to), offset), value), offset);
  const half = (offset: number): Code =>
    [
      set(difference, pair.load(get(differences), offset)),
      set(answered, pair.equals(get(difference), get(difference))),
      set(ownW, pair.and(get(w), get(answered))),
      set(product, pair.and(pair.multiply(get(w), get(difference)), get(answered))),
      addTo(at, 2 * offset, pair.firsts(get(ownW), get(product))),
      addTo(at, 2 * offset + PAIR_BYTES, pair.seconds(get(ownW), get(product))),
      squared
        ? addTo(atLevel, offset, pair.and(pair.multiply(get(product), get(difference)), get(answered)))
        : [],
    ].flat();
  const placeOfLevel = element(get(levels), i32.load(get(level)), Math.log2(LANES_WIDTH));
  const body = whileBelow(
    cell,
    end,
    set(at, element(get(cells), i32.load(get(cell)), Math.log2(WIDTH))),
    squared ? [set(atLevel, placeOfLevel), advance(level, 4)].flat() : [],
    set(w, pair.loadBoth(get(weight))),
    half(0),
    half(PAIR_BYTES),
    advance(cell, 4),
    advance(weight, 8),
    advance(differences, LANES_WIDTH),
  );
  return {
    name: squared ? 'addFourSquared' : 'addFour',
    parameters: [I32, I32, I32, I32, I32, I32, I32],
    locals: [I32, I32, V128, V128, V128, V128, V128],
    body,
  };
}

function count(): WasmFunction {
  const [listed, end, places, counts, at] = [0, 1, 2, 3, 4] as const;
  const place = i32.load(element(get(places), i32.load(get(listed)), 2));
  const body = whileBelow(
    listed,
    end,
    set(at, element(get(counts), place, 2)),
    i32.store(get(at), i32.add(i32.load(get(at)), constant(1))),
    advance(listed, 4),
  );
  return { name: 'count', parameters: [I32, I32, I32, I32], locals: [I32], body };
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
