import { readSav } from '@wavebook/stat-files';
import type { Places, Span } from '../places.ts';

const command = { padding: 0, end: 252, literal: 253 } as const;

/** Slots of eight bytes that each variable takes in a case, in order: a variable of segments takes those of all. */
function slotsOf(bytes: Uint8Array): Map<string, number[]> {
  const slots = new Map<string, number[]>();
  let slot = 0;
  for (const { name, type, width } of readSav(bytes).variables) {
    // of every 255 bytes in the data 252 count
    const segments = type === 'string' && width > 255 ? Math.ceil(width / 252) : 1;
    const last = width - 252 * (segments - 1);
    const count = type === 'string' ? 32 * (segments - 1) + Math.ceil(last / 8) : 1;
    slots.set(
      name,
      Array.from({ length: count }, (_, i) => slot + i),
    );
    slot += count;
  }
  return slots;
}

/** Where the data begin: behind the record that ends the dictionary. */
function dataStart(bytes: Uint8Array): number {
  const end = isLittleEndian(bytes) ? [0xe7, 0x03, 0, 0, 0, 0, 0, 0] : [0, 0, 0x03, 0xe7, 0, 0, 0, 0];
  return Buffer.from(bytes).lastIndexOf(Buffer.from(end)) + end.length;
}

/** The layout code, 2 or 3, tells the byte order. */
const isLittleEndian = (bytes: Uint8Array): boolean => (bytes[64] as number) > 0;

/** The cells of an SPSS file. In a compressed one each hangs on its command byte; the commands decide where all behind them stands. */
export function savPlaces(bytes: Uint8Array): Places {
  const start = dataStart(bytes);
  const slots = slotsOf(bytes);
  const each = [...slots.values()].flat().length;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [size, compression] = [68, 72].map((at) => view.getInt32(at, isLittleEndian(bytes)));
  if (each !== size) throw new Error(`savPlaces: expected ${size} slots a case; got ${each}`);
  const isCompressed = compression === 1;
  const { spans, commands } = isCompressed
    ? compressedSlots(bytes, start)
    : { spans: [], commands: new Set<number>() };
  const slotSpans = (slot: number): readonly Span[] =>
    isCompressed ? (spans[slot] ?? []) : [[start + 8 * slot, start + 8 * slot + 8]];
  return {
    shared: [[0, start]],
    cell: (row, column) => (slots.get(column) ?? []).flatMap((slot) => slotSpans(row * each + slot)),
    steers: (_, at) => commands.has(at),
  };
}

/** Bytes of each slot: its command, and its own eight where the command has it take them. */
function compressedSlots(bytes: Uint8Array, start: number): { spans: Span[][]; commands: Set<number> } {
  const spans: Span[][] = [];
  const commands = new Set<number>();
  let at = start;
  while (at + 8 <= bytes.length) {
    const block = at;
    at += 8;
    for (let i = block; i < block + 8; i++) {
      commands.add(i);
      const code = bytes[i];
      if (code === command.padding || code === command.end) continue;
      spans.push(
        code === command.literal
          ? [
              [i, i + 1],
              [at, at + 8],
            ]
          : [[i, i + 1]],
      );
      if (code === command.literal) at += 8;
    }
  }
  return { spans, commands };
}

/** A .zsav file: its blocks carry sums, so that a change in one is told; what stands before and behind them says how they are read. */
export function zsavPlaces(bytes: Uint8Array): Places {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = dataStart(bytes);
  const trailer = Number(view.getBigUint64(start + 8, true));
  return {
    shared: [
      [0, start + 24],
      [trailer, bytes.length],
    ],
    cell: () => [],
  };
}
