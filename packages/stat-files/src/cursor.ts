import type { ByteSource } from './byte-source.ts';
import { StatFileError } from './stat-file-error.ts';

const places = new WeakMap<Uint8Array, number>();

/** The byte of the file at which a copied piece began, for messages that come up later. */
export function placeOf(piece: Uint8Array): number {
  return places.get(piece) ?? 0;
}

/** A piece of a copied piece, which knows its place too. */
export function pieceOf(piece: Uint8Array, start: number, end?: number): Uint8Array {
  const part = piece.subarray(start, end);
  places.set(part, placeOf(piece) + start);
  return part;
}

/** A position in a file at which typed values are read; reading past the end, or anything unexpected, throws a `StatFileError`. */
export class Cursor {
  readonly source: ByteSource;
  readonly littleEndian: boolean;
  at: number;
  private end: number;

  constructor(source: ByteSource, littleEndian: boolean, at = 0) {
    this.source = source;
    this.littleEndian = littleEndian;
    this.at = at;
    this.end = source.size;
  }

  /** A cursor at the start of a part of the file, which ends where the part does. */
  within(at: number, length: number): Cursor {
    const part = new Cursor(this.source, this.littleEndian, at);
    part.end = Math.min(at + length, this.source.size);
    return part;
  }

  /** Bytes from here to the end. */
  get remaining(): number {
    return this.end - this.at;
  }

  fail(expected: string, found: string, offset = this.at): never {
    throw new StatFileError({ file: this.source.name, offset }, expected, found);
  }

  /** Throws unless `length` more bytes are there. */
  need(length: number, what: string): void {
    if (length > this.remaining)
      this.fail(
        `${length} bytes of ${what}`,
        `${Math.max(0, this.remaining)} bytes to the end of the ${this.end === this.source.size ? 'file' : 'record'}`,
      );
  }

  skip(length: number, what: string): void {
    this.need(length, what);
    this.at += length;
  }

  /** A copy of the next bytes. */
  bytes(length: number, what: string): Uint8Array {
    return this.copied(this.view(length, what).slice(), length);
  }

  /** The bytes of a fixed field up to its first NUL. */
  field(length: number, what: string): Uint8Array {
    const bytes = this.view(length, what);
    const end = bytes.indexOf(0);
    return this.copied(bytes.slice(0, end < 0 ? length : end), length);
  }

  u8(what: string): number {
    return this.view(1, what)[0] as number;
  }

  u16(what: string): number {
    return this.data(2, what).getUint16(0, this.littleEndian);
  }

  i32(what: string): number {
    return this.data(4, what).getInt32(0, this.littleEndian);
  }

  u32(what: string): number {
    return this.data(4, what).getUint32(0, this.littleEndian);
  }

  /** An unsigned count of eight bytes. Throws when it is no exact number. */
  u64(what: string): number {
    const value = this.data(8, what).getBigUint64(0, this.littleEndian);
    if (value > Number.MAX_SAFE_INTEGER) this.fail(what, String(value), this.at - 8);
    return Number(value);
  }

  f64(what: string): number {
    return this.data(8, what).getFloat64(0, this.littleEndian);
  }

  /** A count that must not be negative. */
  count(what: string): number {
    const value = this.i32(what);
    if (value < 0) this.fail(`${what}, 0 or more`, String(value), this.at - 4);
    return value;
  }

  /** Passes over a tag of ASCII text. */
  tag(text: string): void {
    if (!this.tagIs(text)) this.fail(text, this.shown(text.length));
    this.at += text.length;
  }

  tagIs(text: string): boolean {
    if (text.length > this.remaining) return false;
    const bytes = this.source.read(this.at, text.length);
    for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** The next bytes for a message: text where printable, else hexadecimal. */
  shown(length: number): string {
    const bytes = [...this.source.read(this.at, Math.max(0, Math.min(length, this.remaining)))];
    if (bytes.length === 0) return 'the end of the file';
    if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return `"${String.fromCharCode(...bytes)}"`;
    return `bytes ${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}`;
  }

  /** Notes where a copy of the last so many bytes came from. */
  private copied(bytes: Uint8Array, length: number): Uint8Array {
    places.set(bytes, this.at - length);
    return bytes;
  }

  private view(length: number, what: string): Uint8Array {
    this.need(length, what);
    const bytes = this.source.read(this.at, length);
    this.at += length;
    return bytes;
  }

  private data(length: number, what: string): DataView {
    const bytes = this.view(length, what);
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  }
}
