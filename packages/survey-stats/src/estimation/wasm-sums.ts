import { LANES } from './prepared-columns.ts';
import {
  advance,
  type Code,
  element,
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
  whileBelow,
  zeroPair,
} from './wasm-code.ts';

/** As `addFour`, `addFourSquares` and `totalsFour`, but stratum by stratum, and two numbers a pair. */
export function sumFour(squared: boolean, floats: boolean): WasmFunction {
  const [stratum, end, runOfStratum, runStart, levelOfPlace, row] = [0, 1, 2, 3, 4, 5] as const;
  const [weight, differences, cells, totals, squares] = [6, 7, 8, 9, 10] as const;
  const [rows, rowsEnd, run, runsEnd, at, stop] = [11, 12, 13, 14, 15, 16] as const;
  const locals = { weight, differences, at, atLevel: 17, vectors: 18 };
  const pairs = Array.from({ length: LANES }, (_, lane) => lane);
  const cell = (index: Code): Code => element(get(cells), index, Math.log2(WIDTH));
  const level = (place: Code): Code => i32.load(element(get(levelOfPlace), place, 2));
  const ofStratum = [
    set(rowsEnd, element(get(rows), i32.load(get(stratum), 4), 2)),
    set(run, element(get(runStart), i32.load(get(runOfStratum)), 2)),
    set(runsEnd, element(get(runStart), i32.load(get(runOfStratum), 4), 2)),
    set(at, cell(i32.load(get(run)))),
    set(stop, cell(i32.load(get(runsEnd)))),
    whileBelow(
      at,
      stop,
      ...pairs.map((lane) => pair.store(get(at), zeroPair, lane * PAIR_BYTES)),
      advance(at, WIDTH),
    ),
    whileBelow(
      row,
      rowsEnd,
      set(at, cell(i32.load(get(row)))),
      squared
        ? set(locals.atLevel, element(get(squares), level(i32.load(get(row))), Math.log2(LANES_WIDTH)))
        : [],
      addRow(squared, floats, locals),
      advance(row, 4),
    ),
    set(at, cell(i32.load(get(run)))),
    whileBelow(
      run,
      runsEnd,
      set(stop, cell(i32.load(get(run), 4))),
      set(locals.atLevel, element(get(totals), level(i32.load(get(run))), Math.log2(WIDTH))),
      addCells(at, stop, locals.atLevel, locals.vectors),
      advance(run, 4),
    ),
    advance(stratum, 4),
    advance(runOfStratum, 4),
  ];
  return {
    name: `sumFour${squared ? 'Squared' : ''}${floats ? 'OfFloats' : ''}`,
    parameters: new Array<typeof I32>(11).fill(I32),
    locals: [...new Array<typeof I32>(7).fill(I32), ...new Array<typeof V128>(5).fill(V128)],
    body: [set(rows, get(row)), whileBelow(stratum, end, ...ofStratum)],
  };
}

interface RowLocals {
  readonly weight: number;
  readonly differences: number;
  /** addresses of the cell, and of the squares of its domain */
  readonly at: number;
  readonly atLevel: number;
  /** the first of five */
  readonly vectors: number;
}

/** One row, all sums side by side: the additions of one do not wait for those of the other. */
function addRow(squared: boolean, floats: boolean, locals: RowLocals): Code {
  const { weight, differences, at, atLevel, vectors } = locals;
  const [w, difference, answered] = [vectors, vectors + 1, vectors + 2] as const;
  const [product, ownW] = [vectors + 3, vectors + 4] as const;
  const addTo = (to: number, offset: number, value: Code): Code =>
    pair.store(get(to), pair.add(pair.load(get(to), offset), value), offset);
  const half = (offset: number): Code => [
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
  ];
  return [
    set(w, pair.loadBoth(get(weight))),
    half(0),
    half(PAIR_BYTES),
    advance(weight, 8),
    advance(differences, LANES * (floats ? 4 : 8)),
  ];
}

/** Adds the cells from `at` to `stop` to a total; `at` is `stop` then. */
function addCells(at: number, stop: number, total: number, vectors: number): Code {
  const lanes = Array.from({ length: LANES }, (_, lane) => lane);
  return [
    ...lanes.map((lane) => set(vectors + lane, pair.load(get(total), lane * PAIR_BYTES))),
    whileBelow(
      at,
      stop,
      ...lanes.map((lane) =>
        set(vectors + lane, pair.add(get(vectors + lane), pair.load(get(at), lane * PAIR_BYTES))),
      ),
      advance(at, WIDTH),
    ),
    ...lanes.map((lane) => pair.store(get(total), get(vectors + lane), lane * PAIR_BYTES)),
  ];
}
