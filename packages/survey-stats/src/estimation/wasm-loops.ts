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
  set,
  type WasmFunction,
  wasmModule,
  whileBelow,
} from './wasm-code.ts';
import { sumFour } from './wasm-sums.ts';
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
