import { LANES } from './prepared-columns.ts';

/**
 * Code of WebAssembly as bytes, https://webassembly.github.io/spec/core/binary. An expression leaves a value on the stack, a statement
 * none; locals go by their number, parameters first. Every function may read and write one memory, which is imported. Codes hold codes,
 * so that each byte is written down once, at the end.
 */
export type Code = readonly (number | Code)[];

export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;
type ValueType = typeof I32 | typeof F64 | typeof V128;

/** Bytes of two numbers of 64 bits; of a number of each lane; and of w and w (y − centre) of each lane. */
export const PAIR_BYTES = 16;
export const LANES_WIDTH = LANES * 8;
export const WIDTH = LANES * PAIR_BYTES;

/** One function: its parameters are numbers of 32 bits but for those that say otherwise. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly result?: ValueType;
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [value, 0x21, local];
export const constant = (value: number): Code => [0x41, signed(value)];
export const zeroPair: Code = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];

const operator =
  (...bytes: readonly number[]) =>
  (...operands: readonly Code[]): Code => [...operands, bytes];

export const i32 = {
  add: operator(0x6a),
  subtract: operator(0x6b),
  and: operator(0x71),
  or: operator(0x72),
  shiftLeft: operator(0x74),
  shiftRight: operator(0x76),
  isZero: operator(0x45),
  load: (at: Code, offset = 0): Code => [at, 0x28, 2, offset],
  store: (at: Code, value: Code): Code => [at, value, 0x36, 2, 0],
};

export const f64 = {
  nan: [0x44, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f] as Code,
  zero: [0x44, 0, 0, 0, 0, 0, 0, 0, 0] as Code,
  one: [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f] as Code,
  subtract: operator(0xa1),
  multiply: operator(0xa2),
  equals: operator(0x61),
  notEqual: operator(0x62),
  ofI32: operator(0xb7),
  /** to 32 bits and back */
  rounded: operator(0xb6, 0xbb),
  load: (at: Code): Code => [at, 0x2b, 3, 0],
  store: (at: Code, value: Code): Code => [at, value, 0x39, 3, 0],
  storeAsFloat: (at: Code, value: Code): Code => [at, value, 0xb6, 0x38, 2, 0],
  /** the first if the condition holds, else the second */
  select: operator(0x1b),
};

/** Two numbers of 64 bits side by side. */
export const pair = {
  add: operator(0xfd, 0xf0, 0x01),
  subtract: operator(0xfd, 0xf1, 0x01),
  multiply: operator(0xfd, 0xf2, 0x01),
  divide: operator(0xfd, 0xf3, 0x01),
  /** all bits of each number that equals the other */
  equals: operator(0xfd, 0x47),
  and: operator(0xfd, 0x4e),
  /** the same number twice */
  both: operator(0xfd, 0x14),
  loadBoth: (at: Code): Code => [at, 0xfd, 0x0a, 3, 0],
  firsts: operator(0xfd, 0x0d, ...bytesOf(0), ...bytesOf(2)),
  seconds: operator(0xfd, 0x0d, ...bytesOf(1), ...bytesOf(3)),
  load: (at: Code, offset = 0): Code => [at, 0xfd, 0x00, 3, offset],
  loadFloats: (at: Code, offset = 0): Code => [at, 0xfd, 0x5d, 3, offset, 0xfd, 0x5f],
  store: (at: Code, value: Code, offset = 0): Code => [at, value, 0xfd, 0x0b, 3, offset],
};

/** The eight bytes of one number of two pairs. */
function bytesOf(place: number): number[] {
  return Array.from({ length: 8 }, (_, byte) => place * 8 + byte);
}

/** Address of an element of an array. */
export const element = (array: Code, index: Code, log2Size: number): Code =>
  i32.add(array, i32.shiftLeft(index, constant(log2Size)));

/** Adds a constant to a local. */
export const advance = (local: number, by: number): Code => set(local, i32.add(get(local), constant(by)));

/** Again and again while one local is below another, both without sign. */
export function whileBelow(local: number, end: number, ...body: readonly Code[]): Code {
  const NO_RESULT = 0x40;
  const leave = [get(local), get(end), 0x4f, 0x0d, 1];
  return [0x02, NO_RESULT, 0x03, NO_RESULT, leave, body, 0x0c, 0, 0x0b, 0x0b];
}

/** A module that imports `lanes.memory` and exports the functions. */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters, result }) => [
    0x60,
    counted(parameters.map((type) => [type])),
    counted(result === undefined ? [] : [[result]]),
  ]);
  const names = functions.map(({ name }, index) => [text(name), 0, index]);
  const bodies = functions.map(({ locals, body }) =>
    sized([counted(locals.map((type) => [1, type])), body, 0x0b]),
  );
  const module = [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, types),
    section(2, [[text('lanes'), text('memory'), 2, 0, 1]]),
    section(
      3,
      functions.map((_, index) => [index]),
    ),
    section(7, names),
    section(10, bodies),
  ];
  return Uint8Array.from(bytesOfCode(module));
}

function counted(items: readonly Code[]): Code {
  return [items.length, items];
}

function sized(code: Code): Code {
  const bytes = bytesOfCode(code);
  return [unsigned(bytes.length), bytes];
}

function text(name: string): Code {
  return sized(Array.from(name, (letter) => letter.charCodeAt(0)));
}

function section(id: number, items: readonly Code[]): Code {
  return [id, sized(counted(items))];
}

function bytesOfCode(code: Code, into: number[] = []): number[] {
  for (const part of code) {
    if (typeof part === 'number') into.push(part);
    else bytesOfCode(part, into);
  }
  return into;
}

/** In groups of seven bits, the lowest first. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
