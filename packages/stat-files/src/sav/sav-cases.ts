import type { RawRows, RowReader } from '../columns/column-builder.ts';
import { rawRows } from '../columns/column-builder.ts';

/** Compressed bytes in order, in pieces of any length; undefined when there are no more. */
export type Chunks = Iterator<Uint8Array, unknown>;

export interface CaseLayout {
  readonly slots: number;
  readonly bias: number;
  readonly littleEndian: boolean;
  readonly systemMissing: number;
  /** throws: the cases end too early */
  readonly fail: (found: string) => never;
}

const command = { padding: 0, end: 252, literal: 253, blanks: 254, missing: 255 } as const;
const chunkBytes = 1 << 18;

/**
 * Expands byte-compressed cases: eight command bytes, each of which gives an 8-byte slot of its own or takes one that follows. The commands run on
 * over the ends of cases.
 */
export class CompressedCases implements RowReader {
  private readonly chunks: Chunks;
  private readonly layout: CaseLayout;
  /** the eight bytes that each command stands for, in the file's order */
  private readonly patterns: Int32Array;
  private readonly commands = new Uint8Array(8);
  private nextCommand = 8;
  private input: Uint8Array = new Uint8Array(0);
  private inputView = new DataView(new ArrayBuffer(0));
  private at = 0;
  private output = new Int32Array(0);

  constructor(chunks: Chunks, layout: CaseLayout) {
    this.chunks = chunks;
    this.layout = layout;
    this.patterns = commandPatterns(layout);
  }

  next(most: number): RawRows {
    const rowBytes = 8 * this.layout.slots;
    const rows = Math.min(most, Math.max(1, Math.floor(chunkBytes / rowBytes)));
    const slots = rows * this.layout.slots;
    if (this.output.length < 2 * slots) this.output = new Int32Array(2 * slots);
    const done = this.expand(slots);
    if (done < slots) this.layout.fail(`their end after ${done} of the next ${slots} values`);
    return rawRows(new Uint8Array(this.output.buffer, 0, rows * rowBytes), rows, rowBytes);
  }

  /** Passes over whole cases. */
  skip(rows: number): void {
    let left = rows;
    while (left > 0) left -= this.next(left).rows;
  }

  /** Counts the cases up to the end. */
  count(): number {
    const most = Math.max(1, Math.floor(chunkBytes / 8 / this.layout.slots)) * this.layout.slots;
    if (this.output.length < 2 * most) this.output = new Int32Array(2 * most);
    let slots = 0;
    for (;;) {
      const done = this.expand(most);
      slots += done;
      if (done < most) return Math.floor(slots / this.layout.slots);
    }
  }

  /** Fills the output with that many slots, or as many as there are. */
  private expand(slots: number): number {
    const { output, patterns, commands } = this;
    const view = new DataView(output.buffer);
    let next = this.nextCommand;
    let slot = 0;
    while (slot < slots) {
      if (next === 8) {
        if (!this.need(8)) break;
        for (let i = 0; i < 8; i++) commands[i] = this.input[this.at + i] as number;
        this.at += 8;
        next = 0;
      }
      const code = commands[next++] as number;
      if (code === command.literal) {
        if (!this.need(8)) break;
        view.setInt32(8 * slot, this.inputView.getInt32(this.at, true), true);
        view.setInt32(8 * slot + 4, this.inputView.getInt32(this.at + 4, true), true);
        this.at += 8;
        slot++;
      } else if (code === command.end) {
        next--;
        break;
      } else if (code !== command.padding) {
        output[2 * slot] = patterns[2 * code] as number;
        output[2 * slot + 1] = patterns[2 * code + 1] as number;
        slot++;
      }
    }
    this.nextCommand = next;
    return slot;
  }

  /** Whether so many bytes are there, after more are fetched where needed. */
  private need(bytes: number): boolean {
    while (this.at + bytes > this.input.length) {
      const more = this.chunks.next();
      if (more.done) return false;
      const rest = this.input.subarray(this.at);
      const joined = new Uint8Array(rest.length + more.value.length);
      joined.set(rest);
      joined.set(more.value, rest.length);
      this.input = joined;
      this.inputView = new DataView(joined.buffer);
      this.at = 0;
    }
    return true;
  }
}

const commandPatterns = ({ bias, littleEndian, systemMissing }: CaseLayout): Int32Array => {
  const patterns = new Int32Array(512);
  const view = new DataView(patterns.buffer);
  for (let code = 1; code < command.end; code++) view.setFloat64(8 * code, code - bias, littleEndian);
  new Uint8Array(patterns.buffer).fill(0x20, 8 * command.blanks, 8 * command.blanks + 8);
  view.setFloat64(8 * command.missing, systemMissing, littleEndian);
  return patterns;
};
