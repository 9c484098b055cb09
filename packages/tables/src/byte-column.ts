import type { CellText } from './cell-text.ts';
import type { TextColumn } from './table.ts';

const EMPTY = -1;

/** Numbers kept for an entry: its length in bytes, its first eight bytes or, if it is longer, a hash, and its code. */
const ENTRY = 4;

const ASCII = 128;

/** Texts up to this many bytes are compared as two numbers. */
const SHORT = 8;

/**
 * Grows a dictionary-coded column from the bytes of its cells: a text is made once for each distinct cell, not for each row.
 * Blank cells, also of spaces only, are empty.
 */
export class ByteColumn {
  private readonly bytes: Buffer;
  /** the code of a text of one or two ASCII characters, plus 2; 0: not seen */
  private readonly tiny = new Int32Array(ASCII * ASCII);
  /** hash → entry + 1; 0: free */
  private slots = new Int32Array(64);
  private entries = new Int32Array(16 * ENTRY);
  /** entry → where its bytes stand */
  private starts = new Int32Array(16);
  private count = 0;
  private readonly levels: string[] = [];
  private codes = new Int32Array(4096);
  private rows = 0;
  private readonly textOf: CellText;

  constructor(bytes: Buffer, textOf: CellText) {
    this.bytes = bytes;
    this.textOf = textOf;
  }

  push(start: number, end: number): void {
    if (this.rows === this.codes.length) this.codes = grown(this.codes);
    const length = end - start;
    const first = this.bytes[start] as number;
    const second = length === 2 ? (this.bytes[start + 1] as number) : 0;
    let code = EMPTY;
    if (length > 2 || first >= ASCII || second >= ASCII) code = this.code(start, end);
    else if (length > 0) {
      const at = first * ASCII + second;
      const known = this.tiny[at] as number;
      code = known === 0 ? this.code(start, end) : known - 2;
      this.tiny[at] = code + 2;
    }
    this.codes[this.rows++] = code;
  }

  column(): TextColumn {
    return { kind: 'text', codes: this.codes.slice(0, this.rows), levels: this.levels };
  }

  private code(start: number, end: number): number {
    const { bytes, slots, entries } = this;
    const length = end - start;
    let first = 0;
    let second = 0;
    if (length <= SHORT) {
      const middle = length > 4 ? start + 4 : end;
      for (let at = start; at < middle; at++) first = (first << 8) | (bytes[at] as number);
      for (let at = middle; at < end; at++) second = (second << 8) | (bytes[at] as number);
    } else for (let at = start; at < end; at++) first = Math.imul(first ^ (bytes[at] as number), HASH_FACTOR);
    const mask = slots.length - 1;
    let slot = slotOf(first, second) & mask;
    for (;;) {
      const entry = (slots[slot] as number) - 1;
      if (entry < 0) return this.add(start, end, first, second, slot);
      const at = entry * ENTRY;
      if (
        entries[at] === length &&
        entries[at + 1] === first &&
        entries[at + 2] === second &&
        (length <= SHORT || this.isSame(entry, start, end))
      ) {
        return entries[at + 3] as number;
      }
      slot = (slot + 1) & mask;
    }
  }

  private isSame(entry: number, start: number, end: number): boolean {
    const other = this.starts[entry] as number;
    return this.bytes.compare(this.bytes, other, other + end - start, start, end) === 0;
  }

  private add(start: number, end: number, first: number, second: number, slot: number): number {
    if (this.count === this.starts.length) {
      this.starts = grown(this.starts);
      this.entries = grown(this.entries);
    }
    const text = this.textOf(this.bytes, start, end);
    const code = text.trim() === '' ? EMPTY : this.levels.push(text) - 1;
    this.entries.set([end - start, first, second, code], this.count * ENTRY);
    this.starts[this.count] = start;
    this.count++;
    this.slots[slot] = this.count;
    if (this.count * 2 > this.slots.length) this.rehash();
    return code;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.count; entry++) {
      const at = entry * ENTRY;
      let slot = slotOf(this.entries[at + 1] as number, this.entries[at + 2] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
    }
    this.slots = slots;
  }
}

const HASH_FACTOR = 0x01000193;

const slotOf = (first: number, second: number): number => {
  const mixed = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

const grown = (values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const longer = new Int32Array(values.length * 2);
  longer.set(values);
  return longer;
};
