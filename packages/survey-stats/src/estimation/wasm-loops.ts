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
   * `listed`. Returns the address after the last of them. `flag` is no longer 0 if a float is not y − centre, or an indicator not 0 or 1.
   */
  fillLane: FillLane;
  fillLaneOfFloats: FillLane;
  fillIndicator: FillLane;
  fillIndicatorOfFloats: FillLane;
  /**
   * Stratum by stratum: w and w (y − centre) of each row added to its cell, w (y − centre)² to its domain, and then the cells to the
   * totals of their domains. See `CellsByStratum` for what says which; `rowOfStratum` to `end` are the strata.
   */
  sumFour: SumFour;
  sumFourOfFloats: SumFour;
  sumFourSquared: SumFour;
  sumFourSquaredOfFloats: SumFour;
  /** Counts how many of the listed rows are in each domain. */
  count(listed: number, end: number, placeOfRow: number, levelOfPlace: number, counts: number): void;
  /** Adds the variance of every domain up, stratum by stratum from `runOfStratum` to `end`; see `StratumFactors`. */
  variances(
    runOfStratum: number,
    end: number,
    runStart: number,
    levelOfPlace: number,
    psus: number,
    scale: number,
    cells: number,
    coefficients: number,
    variances: number,
    kept: number,
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
  flag: number,
) => number;

type SumFour = (
  rowOfStratum: number,
  end: number,
  runOfStratum: number,
  runStart: number,
  levelOfPlace: number,
  placeOfRow: number,
  weight: number,
  differences: number,
  cells: number,
  totals: number,
  squares: number,
) => void;

/** Bytes of the module. */
export function wasmLoops(): Uint8Array<ArrayBuffer> {
  const both = [false, true];
  return wasmModule([
    ...both.flatMap((floats) => [fillLane(floats, false), fillLane(floats, true)]),
    ...both.flatMap((floats) => [sumFour(false, floats), sumFour(true, floats)]),
    count(),
    variances(),
  ]);
}

const isNumber = (value: Code): Code => f64.equals(value, value);

function fillLane(floats: boolean, indicator: boolean): WasmFunction {
  const [y, end, other, centre, into, listed, row, flag] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [difference, answered, flagged] = [8, 9, 10] as const;
  const stored = f64.select(get(difference), f64.nan, get(answered));
  const isFlagged = indicator
    ? f64.notEqual(f64.multiply(get(difference), f64.subtract(get(difference), f64.one)), f64.zero)
    : floats
      ? f64.notEqual(f64.rounded(get(difference)), get(difference))
      : constant(0);
  const body = [
    whileBelow(
      y,
      end,
      set(difference, f64.subtract(f64.load(get(y)), get(centre))),
      set(answered, i32.and(isNumber(get(difference)), isNumber(f64.load(get(other))))),
      floats ? f64.storeAsFloat(get(into), stored) : f64.store(get(into), stored),
      set(flagged, i32.or(get(flagged), i32.and(isFlagged, get(answered)))),
      i32.store(get(listed), get(row)),
      set(listed, i32.add(get(listed), i32.shiftLeft(i32.isZero(get(answered)), constant(2)))),
      advance(y, 8),
      advance(other, 8),
      advance(into, floats ? LANES_WIDTH / 2 : LANES_WIDTH),
      advance(row, 1),
    ),
    i32.store(get(flag), i32.or(i32.load(get(flag)), get(flagged))),
    get(listed),
  ];
  return {
    name: `fill${indicator ? 'Indicator' : 'Lane'}${floats ? 'OfFloats' : ''}`,
    parameters: [I32, I32, I32, F64, I32, I32, I32, I32],
    result: I32,
    locals: [F64, I32, I32],
    body,
  };
}

function sumFour(squared: boolean, floats: boolean): WasmFunction {
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
  const [w, difference, answered, product, ownW] = [0, 1, 2, 3, 4].map((i) => vectors + i) as [
    number,
    number,
    number,
    number,
    number,
  ];
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

function count(): WasmFunction {
  const [listed, end, placeOfRow, levelOfPlace, counts, at] = [0, 1, 2, 3, 4, 5] as const;
  const place = i32.load(element(get(placeOfRow), i32.load(get(listed)), 2));
  const level = i32.load(element(get(levelOfPlace), place, 2));
  const body = whileBelow(
    listed,
    end,
    set(at, element(get(counts), level, 2)),
    i32.store(get(at), i32.add(i32.load(get(at)), constant(1))),
    advance(listed, 4),
  );
  return { name: 'count', parameters: [I32, I32, I32, I32, I32], locals: [I32], body };
}
