import { LANES } from './prepared-columns.ts';

/**
 * The two loops over rows of `lane-sums.ts` in WebAssembly, four to eight times faster: two numbers an instruction and no check of
 * bounds. They make the same additions in the same order, so that results are the same to the last bit.
 *
 * What they read and write stands in one memory, laid out here: a batch fills `data` and `squares` and takes `sums` and `squareSums`.
 */
export interface LaneKernel {
  /** row → w and w (y − centre) of four lanes; see `PreparedColumns` */
  readonly data: Float64Array;
  /** row → w (y − centre)² of four lanes */
  readonly squares: Float64Array;
  /** cell → sums of `data`; the last cell is the dump */
  readonly sums: Float64Array;
  /** domain → sums of `squares`; the last domain is the dump */
  readonly squareSums: Float64Array;
  /** Adds `data` to `sums`. */
  addFour(cellOfRow: Int32Array): void;
  /** Adds `squares` to `squareSums`. */
  addFourSquares(levelOfRow: Int32Array): void;
}

/** Below this many rows the memory costs more than the loops. */
const FEWEST_ROWS = 2048;
const MOST_BYTES = 2 ** 31;
const PAGE_BYTES = 2 ** 16;

/** A kernel for so many rows, cells and domains; undefined where it does not pay, or cannot be had. */
export function laneKernel(rows: number, cells: number, levels: number): LaneKernel | undefined {
  const row = LANES * 8;
  const sizes = [rows * row * 2, rows * row, (cells + 1) * row * 2, (levels + 1) * row, rows * 4];
  const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (rows < FEWEST_ROWS || bytes > MOST_BYTES) return undefined;
  let memory: InstanceType<Host['Memory']>;
  let loops: Readonly<Record<string, Loop>>;
  try {
    memory = new host.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
    known ??= new host.Module(moduleBytes());
    loops = new host.Instance(known, { lanes: { memory } }).exports;
  } catch {
    // no WebAssembly, none with SIMD, or no memory left: the loops in plain JavaScript do the same
    return undefined;
  }
  const [data = 0, squares = 0, sums = 0, squareSums = 0, places = 0] = starts;
  const numbers = (start: number, size = 0): Float64Array => new Float64Array(memory.buffer, start, size / 8);
  const placeOfRow = new Int32Array(memory.buffer, places, rows);
  const run = (name: string, placesOfRows: Int32Array, from: number, to: number): void => {
    placeOfRow.set(placesOfRows);
    loops[name]?.(places, places + rows * 4, from, to);
  };
  return {
    data: numbers(data, sizes[0]),
    squares: numbers(squares, sizes[1]),
    sums: numbers(sums, sizes[2]),
    squareSums: numbers(squareSums, sizes[3]),
    addFour: (cellOfRow) => run('addFour', cellOfRow, data, sums),
    addFourSquares: (levelOfRow) => run('addFourSquares', levelOfRow, squares, squareSums),
  };
}

/** Goes through the places of the rows (4 bytes each), and adds each row's numbers to those at its place. */
type Loop = (places: number, end: number, from: number, to: number) => void;

/** What is needed of the global `WebAssembly`, which TypeScript declares in its library for browsers alone. */
interface Host {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, Loop>> };
}

const { WebAssembly: host } = globalThis as unknown as { readonly WebAssembly: Host };

let known: object | undefined;

const PLACE = 0;
const END = 1;
const FROM = 2;
const TO = 3;
const AT = 4;
const I32 = 0x7f;
const NO_RESULT = 0x40;

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: number): number[] => [0x41, ...(value < 64 ? [value] : [value | 0x80, 0])];
const load = (offset: number): number[] => [0xfd, 0x00, 3, offset];
const ADD = 0x6a;
const END_OF_BLOCK = 0x0b;

/** for (; place < end; place += 4, from += width) { at = to + width · place[0]; numbers at `at` += numbers at `from` } */
function loop(pairs: 2 | 4): number[] {
  const width = pairs * 16;
  const addPair = (_: unknown, pair: number): number[] => {
    const offset = pair * 16;
    const f64x2Add = [0xfd, 0xf0, 0x01];
    const store = [0xfd, 0x0b, 3, offset];
    return [...get(AT), ...get(AT), ...load(offset), ...get(FROM), ...load(offset), ...f64x2Add, ...store];
  };
  return [
    ...[0x02, NO_RESULT], // block
    ...[0x03, NO_RESULT], // loop
    ...[...get(PLACE), ...get(END), 0x4f, 0x0d, 1], // if place >= end, leave the block
    ...[...get(PLACE), 0x28, 2, 0, ...constant(Math.log2(width)), 0x74], // place[0] << log2(width)
    ...[...get(TO), ADD, ...set(AT)],
    ...Array.from({ length: pairs }, addPair).flat(),
    ...[...get(PLACE), ...constant(4), ADD, ...set(PLACE)],
    ...[...get(FROM), ...constant(width), ADD, ...set(FROM)],
    ...[0x0c, 0], // again
    ...[END_OF_BLOCK, END_OF_BLOCK, END_OF_BLOCK],
  ];
}

/** The binary format, https://webassembly.github.io/spec/core/binary: sections of type, import, function, export and code. */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const counted = (items: readonly (readonly number[])[]): number[] => [items.length, ...items.flat()];
  const sized = (bytes: readonly number[]): number[] => [...length(bytes.length), ...bytes];
  const text = (name: string): number[] => sized(Array.from(name, (letter) => letter.charCodeAt(0)));
  const section = (id: number, items: readonly (readonly number[])[]): number[] => [
    id,
    ...sized(counted(items)),
  ];
  const oneI32Local = counted([[1, I32]]);
  const MEMORY = 2;
  return Uint8Array.of(
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [[0x60, ...counted([[I32], [I32], [I32], [I32]]), 0]]),
    ...section(2, [[...text('lanes'), ...text('memory'), MEMORY, 0, 1]]),
    ...section(3, [[0], [0]]),
    ...section(7, [
      [...text('addFour'), 0, 0],
      [...text('addFourSquares'), 0, 1],
    ]),
    ...section(10, [sized([...oneI32Local, ...loop(4)]), sized([...oneI32Local, ...loop(2)])]),
  );
}

/** An unsigned number in seven-bit groups. */
function length(value: number): number[] {
  return value < 128 ? [value] : [(value & 0x7f) | 0x80, value >> 7];
}
