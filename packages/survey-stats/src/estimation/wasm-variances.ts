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

/** As `runsVariance`, but stratum by stratum, and two lanes a pair. */
export function variances(): WasmFunction {
  const [stratum, end, runStart, levelOfPlace, psus, scale] = [0, 1, 2, 3, 4, 5] as const;
  const [cells, coefficients, into, kept] = [6, 7, 8, 9] as const;
  const [run, runsEnd, at, stop, level, variance, next, keptEnd] = [10, 11, 12, 13, 14, 15, 16, 17] as const;
  const coefficient = [18, 19, 20, 21];
  const [n, factor, listed, difference] = [22, 23, 24, 25] as const;
  const [sum, mean, squares] = [
    [26, 27],
    [28, 29],
    [30, 31],
  ] as const;
  const halves = [0, 1] as const;
  const cell = (index: Code): Code => element(get(cells), index, Math.log2(WIDTH));
  const product = (lane: number): Code =>
    pair.multiply(get(coefficient[lane]!), pair.load(get(at), lane * PAIR_BYTES));
  const total = (half: number): Code => {
    const both = [product(2 * half), product(2 * half + 1)];
    return pair.add(pair.firsts(...both), pair.seconds(...both));
  };
  const ofRun = [
    set(stop, cell(i32.load(get(run), 4))),
    set(level, i32.load(element(get(levelOfPlace), i32.load(get(run)), 2))),
    set(
      listed,
      pair.both(f64.ofI32(i32.shiftRight(i32.subtract(get(stop), get(at)), constant(Math.log2(WIDTH))))),
    ),
    set(variance, element(get(coefficients), get(level), Math.log2(WIDTH))),
    ...coefficient.map((local, lane) => set(local, pair.load(get(variance), lane * PAIR_BYTES))),
    set(variance, element(get(into), get(level), Math.log2(LANES_WIDTH))),
    ...halves.map((half) => set(sum[half], zeroPair)),
    set(next, get(kept)),
    whileBelow(
      at,
      stop,
      ...halves.flatMap((half) => [
        set(difference, total(half)),
        pair.store(get(next), get(difference), half * PAIR_BYTES),
        set(sum[half], pair.add(get(sum[half]), get(difference))),
      ]),
      advance(at, WIDTH),
      advance(next, LANES_WIDTH),
    ),
    ...halves.map((half) => set(mean[half], pair.divide(get(sum[half]), get(n)))),
    ...halves.map((half) => set(squares[half], zeroPair)),
    set(keptEnd, get(next)),
    set(next, get(kept)),
    whileBelow(
      next,
      keptEnd,
      ...halves.flatMap((half) => [
        set(difference, pair.subtract(pair.load(get(next), half * PAIR_BYTES), get(mean[half]))),
        set(squares[half], pair.add(get(squares[half]), pair.multiply(get(difference), get(difference)))),
      ]),
      advance(next, LANES_WIDTH),
    ),
    ...halves.map((half) => {
      const absent = pair.multiply(
        pair.multiply(pair.subtract(get(n), get(listed)), get(mean[half])),
        get(mean[half]),
      );
      const own = pair.multiply(get(factor), pair.add(get(squares[half]), absent));
      return pair.store(
        get(variance),
        pair.add(pair.load(get(variance), half * PAIR_BYTES), own),
        half * PAIR_BYTES,
      );
    }),
    advance(run, 4),
  ];
  const body = [
    whileBelow(
      stratum,
      end,
      set(run, element(get(runStart), i32.load(get(stratum)), 2)),
      set(runsEnd, element(get(runStart), i32.load(get(stratum), 4), 2)),
      set(at, cell(i32.load(get(run)))),
      set(n, pair.both(f64.load(get(psus)))),
      set(factor, pair.both(f64.load(get(scale)))),
      whileBelow(run, runsEnd, ...ofRun),
      advance(stratum, 4),
      advance(psus, 8),
      advance(scale, 8),
    ),
  ];
  return {
    name: 'variances',
    parameters: new Array<typeof I32>(10).fill(I32),
    locals: [...new Array<typeof I32>(8).fill(I32), ...new Array<typeof V128>(14).fill(V128)],
    body,
  };
}
