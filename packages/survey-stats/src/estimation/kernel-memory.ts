import { LANES } from './prepared-columns.ts';
import { type WasmLoops, wasmLoops } from './wasm-loops.ts';

/** Rows that are filled together, few enough to stay near the processor. */
export const TILE_ROWS = 16384;

const PAIR_BYTES = 16;
const PAGE_BYTES = 2 ** 16;
const MOST_BYTES = 2 ** 31;

type Part = keyof ReturnType<typeof sizesFor>;

/** The memory of a kernel: where each part stands in it, what JavaScript sees of it, and the loops that run on it. */
export interface KernelMemory {
  readonly at: Readonly<Record<Part, number>>;
  numbers(part: Part): Float64Array;
  integers(part: Part): Int32Array;
  readonly loops: WasmLoops;
}

/** How much a kernel has to hold. */
export interface KernelSizes {
  readonly rows: number;
  readonly strata: number;
  /** most cells and domains of a breakdown */
  readonly cells: number;
  readonly levels: number;
}

/** Bytes of every part; see `LaneKernel`. */
function sizesFor({ rows, strata, cells, levels }: KernelSizes) {
  return {
    differences: rows * LANES * 8,
    weight: rows * 8,
    sums: (cells + 1) * LANES * PAIR_BYTES,
    squareSums: (levels + 1) * LANES * 8,
    totals: levels * LANES * PAIR_BYTES,
    coefficients: levels * LANES * PAIR_BYTES,
    variances: levels * LANES * 8,
    /** totals of the cells of one run */
    kept: cells * LANES * 8,
    psus: strata * 8,
    scale: strata * 8,
    y: TILE_ROWS * 8,
    other: TILE_ROWS * 8,
    // and room for one row more, which is written before it is known whether it is wanted
    listed: (rows + 1) * LANES * 4,
    placeOfRow: rows * 4,
    levelOfPlace: (cells + 1) * 4,
    runStart: (cells + 1) * 4,
    runOfStratum: (strata + 1) * 4,
    rowOfStratum: (strata + 1) * 4,
    counts: (levels + 1) * 4,
    inexact: 4,
    notIndicator: 4,
  };
}

/** Memory for so many rows, cells and domains; undefined without WebAssembly, without its SIMD, or without so much memory. */
export function kernelMemory(wanted: KernelSizes): KernelMemory | undefined {
  const sizes = sizesFor(wanted);
  const at = { ...sizes };
  let bytes = 0;
  for (const part of Object.keys(sizes) as Part[]) {
    at[part] = bytes;
    bytes += Math.ceil(sizes[part] / PAIR_BYTES) * PAIR_BYTES;
  }
  if (bytes > MOST_BYTES) return undefined;
  try {
    const memory = new host.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
    compiled ??= new host.Module(wasmLoops());
    return {
      at,
      numbers: (part) => new Float64Array(memory.buffer, at[part], sizes[part] / 8),
      integers: (part) => new Int32Array(memory.buffer, at[part], sizes[part] / 4),
      loops: new host.Instance(compiled, { lanes: { memory } }).exports,
    };
  } catch {
    // the loops in plain JavaScript do the same
    return undefined;
  }
}

/** What is needed of the global `WebAssembly`, which TypeScript declares in its library for browsers alone. */
interface Host {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: WasmLoops };
}

const { WebAssembly: host } = globalThis as unknown as { readonly WebAssembly: Host };

let compiled: object | undefined;
