import {
  advance,
  type Code,
  constant,
  element,
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
  whileBelow,
  zeroPair,
} from './wasm-code.ts';

/** As `runsVariance`, two lanes a pair. The totals of a run stand for a while behind the variances. */
export function variances(): WasmFunction {
  const [level, end, start, psus, scale, cells, coefficients, into] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [cell, at, stop, run] = [8, 9, 10, 11] as const;
  const coefficient = [12, 13, 14, 15];
  const [n, listed] = [16, 17] as const;
  const [sum, mean, squares, variance] = [
    [18, 19],
    [20, 21],
    [22, 23],
    [24, 25],
  ] as const;
  const difference = 26;
  const [lastRun, kept, keptEnd] = [27, 28, 29] as const;
  const halves = [0, 1] as const;
  const product = (lane: number): Code =>
    pair.multiply(get(coefficient[lane]!), pair.load(get(at), lane * PAIR_BYTES));
  const total = (half: number): Code => {
    const both = [product(2 * half), product(2 * half + 1)];
    return pair.add(pair.firsts(...both), pair.seconds(...both));
  };
  const overCells = (...body: readonly Code[]): Code =>
    [set(at, get(cell)), whileBelow(at, stop, ...body, advance(at, WIDTH))].flat();
  const ofRun = [
    set(stop, element(get(cells), i32.load(get(start), 4), Math.log2(WIDTH))),
    set(n, pair.both(f64.load(get(psus)))),
    ...halves.map((half) => set(sum[half], zeroPair)),
    set(kept, get(into)),
    overCells(
      ...halves.flatMap((half) => [
        set(difference, total(half)),
        pair.store(get(kept), get(difference), half * PAIR_BYTES + LANES_WIDTH),
        set(sum[half], pair.add(get(sum[half]), get(difference))),
      ]),
      advance(kept, LANES_WIDTH),
    ),
    ...halves.map((half) => set(mean[half], pair.divide(get(sum[half]), get(n)))),
    ...halves.map((half) => set(squares[half], zeroPair)),
    set(keptEnd, get(kept)),
    set(kept, get(into)),
    whileBelow(
      kept,
      keptEnd,
      ...halves.flatMap((half) => [
        set(
          difference,
          pair.subtract(pair.load(get(kept), half * PAIR_BYTES + LANES_WIDTH), get(mean[half])),
        ),
        set(squares[half], pair.add(get(squares[half]), pair.multiply(get(difference), get(difference)))),
      ]),
      advance(kept, LANES_WIDTH),
    ),
    set(
      listed,
      pair.both(f64.ofI32(i32.shiftRight(i32.subtract(get(stop), get(cell)), constant(Math.log2(WIDTH))))),
    ),
    ...halves.map((half) => {
      const absent = pair.multiply(
        pair.multiply(pair.subtract(get(n), get(listed)), get(mean[half])),
        get(mean[half]),
      );
      const own = pair.multiply(pair.both(f64.load(get(scale))), pair.add(get(squares[half]), absent));
      return set(variance[half], pair.add(get(variance[half]), own));
    }),
    set(cell, get(stop)),
    advance(start, 4),
    advance(psus, 8),
    advance(scale, 8),
  ];
  const body = [
    set(cell, element(get(cells), i32.load(get(start)), Math.log2(WIDTH))),
    set(run, i32.load(get(level))),
    whileBelow(
      level,
      end,
      set(lastRun, i32.load(get(level), 4)),
      ...coefficient.map((local, lane) => set(local, pair.load(get(coefficients), lane * PAIR_BYTES))),
      ...halves.map((half) => set(variance[half], zeroPair)),
      whileBelow(run, lastRun, ...ofRun, advance(run, 1)),
      ...halves.map((half) => pair.store(get(into), get(variance[half]), half * PAIR_BYTES)),
      advance(level, 4),
      advance(coefficients, WIDTH),
      advance(into, LANES_WIDTH),
    ),
  ].flat();
  return {
    name: 'variances',
    parameters: [I32, I32, I32, I32, I32, I32, I32, I32],
    locals: [I32, I32, I32, I32, ...new Array<typeof V128>(15).fill(V128), I32, I32, I32],
    body,
  };
}
