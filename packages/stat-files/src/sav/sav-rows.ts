import { userMissing } from '../stat-column.ts';
import { ByteWriter } from '../write/byte-writer.ts';
import type { SavStorage } from './sav-storage.ts';

export const compressionBias = 100;
const command = { literal: 253, blanks: 254, missing: 255 } as const;
const chunkBytes = 1 << 19;

/** The cases, byte-compressed, in pieces; each is good until the next. */
export function* savRows(storages: readonly SavStorage[], rows: number): Generator<Uint8Array> {
  const kinds = slotKinds(storages);
  if (kinds.length === 0) return;
  const most = Math.max(1, Math.floor(chunkBytes / 8 / kinds.length));
  const slots = new Float64Array(Math.min(most, rows) * kinds.length);
  const commands = new Commands();
  for (let first = 0; first < rows; first += most) {
    const count = Math.min(most, rows - first);
    fill(storages, slots, { first, count, each: kinds.length });
    commands.add(slots, kinds, count);
    yield commands.taken();
  }
  yield commands.end();
}

/** 1 for a slot of text, 0 for a number, in the order of a case. */
const slotKinds = (storages: readonly SavStorage[]): Uint8Array =>
  Uint8Array.from(
    storages.flatMap(({ pieces, width }) =>
      pieces.flatMap((piece) => new Array<number>(piece.slots).fill(width === 0 ? 0 : 1)),
    ),
  );

interface Rows {
  readonly first: number;
  readonly count: number;
  /** slots of a case */
  readonly each: number;
}

/** Puts the cases into slots, uncompressed; NaN is system-missing. */
const fill = (storages: readonly SavStorage[], slots: Float64Array, rows: Rows): void => {
  const bytes = new Uint8Array(slots.buffer);
  let at = 0;
  for (const storage of storages) {
    if (storage.column.kind === 'number') fillNumbers(storage.column, slots, { ...rows, at });
    else fillTexts(storage, bytes, { ...rows, at });
    at += storage.pieces.reduce((sum, piece) => sum + piece.slots, 0);
  }
};

type NumberColumn = Extract<SavStorage['column'], { kind: 'number' }>;

const fillNumbers = (
  { values, missing }: NumberColumn,
  slots: Float64Array,
  { first, count, each, at }: Rows & { at: number },
): void => {
  for (let r = 0, to = at; r < count; r++, to += each) {
    const code = missing ? (missing[first + r] as number) : 0;
    slots[to] = code !== 0 && code !== userMissing ? Number.NaN : (values[first + r] as number);
  }
};

const fillTexts = (
  { column, pieces, texts }: SavStorage,
  bytes: Uint8Array,
  { first, count, each, at }: Rows & { at: number },
): void => {
  const codes = (column as Extract<SavStorage['column'], { kind: 'text' }>).codes;
  for (let r = 0; r < count; r++) {
    const text = texts[codes[first + r] as number];
    let to = 8 * (at + r * each);
    for (const piece of pieces) {
      bytes.fill(0x20, to, to + 8 * piece.slots);
      if (text && text.length > piece.from)
        bytes.set(text.subarray(piece.from, piece.from + Math.min(255, piece.width)), to);
      to += 8 * piece.slots;
    }
  }
};

/** Command bytes gathered by eights, each eight before the slots that they do not give themselves. */
class Commands {
  private writer = new ByteWriter();
  private readonly codes = new Uint8Array(8);
  private readonly literals = new Uint8Array(64);
  private count = 0;
  private literalBytes = 0;

  add(slots: Float64Array, kinds: Uint8Array, rows: number): void {
    const bytes = new Uint8Array(slots.buffer);
    const view = new DataView(slots.buffer);
    let at = 0;
    for (let r = 0; r < rows; r++)
      for (let k = 0; k < kinds.length; k++, at++) {
        if (kinds[k] === 1) this.text(bytes, view, 8 * at);
        else this.number(slots[at] as number, bytes, 8 * at);
      }
  }

  /** What is complete so far. */
  taken(): Uint8Array {
    const { bytes } = this.writer;
    this.writer = new ByteWriter();
    return bytes;
  }

  /** The last commands, filled up with zeros. */
  end(): Uint8Array {
    if (this.count > 0) {
      this.codes.fill(0, this.count);
      this.flush();
    }
    return this.taken();
  }

  private number(value: number, bytes: Uint8Array, at: number): void {
    if (Number.isNaN(value)) this.put(command.missing);
    else if (value > -compressionBias && value < 252 - compressionBias && Number.isInteger(value))
      this.put(value + compressionBias);
    else this.literal(bytes, at);
  }

  private text(bytes: Uint8Array, view: DataView, at: number): void {
    const blank = view.getInt32(at) === 0x20202020 && view.getInt32(at + 4) === 0x20202020;
    if (blank) this.put(command.blanks);
    else this.literal(bytes, at);
  }

  private literal(bytes: Uint8Array, at: number): void {
    for (let i = 0; i < 8; i++) this.literals[this.literalBytes + i] = bytes[at + i] as number;
    this.literalBytes += 8;
    this.put(command.literal);
  }

  private put(code: number): void {
    this.codes[this.count++] = code;
    if (this.count === 8) this.flush();
  }

  private flush(): void {
    this.writer.put(this.codes);
    this.writer.put(this.literals.subarray(0, this.literalBytes));
    this.count = 0;
    this.literalBytes = 0;
  }
}
