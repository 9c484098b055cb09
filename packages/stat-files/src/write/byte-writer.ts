/** Bytes under way, all numbers little-endian. */
export class ByteWriter {
  private buffer = new Uint8Array(4096);
  private view = new DataView(this.buffer.buffer);
  length = 0;

  /** What was written so far; it may be written over by `clear`. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  put(bytes: Uint8Array): void {
    const at = this.grow(bytes.length);
    this.buffer.set(bytes, at);
  }

  ascii(text: string): void {
    const at = this.grow(text.length);
    for (let i = 0; i < text.length; i++) this.buffer[at + i] = text.charCodeAt(i);
  }

  /** Bytes in a field of that width, filled up with NUL or another byte. */
  field(bytes: Uint8Array, width: number, fill = 0): void {
    const at = this.grow(width);
    this.buffer.fill(fill, at, at + width);
    this.buffer.set(bytes.subarray(0, width), at);
  }

  u8(value: number): void {
    const at = this.grow(1);
    this.buffer[at] = value;
  }

  u16(value: number): void {
    const at = this.grow(2);
    this.view.setUint16(at, value, true);
  }

  i32(value: number): void {
    const at = this.grow(4);
    this.view.setInt32(at, value, true);
  }

  u64(value: number): void {
    const at = this.grow(8);
    this.view.setBigUint64(at, BigInt(value), true);
  }

  f64(value: number): void {
    const at = this.grow(8);
    this.view.setFloat64(at, value, true);
  }

  private grow(more: number): number {
    const at = this.length;
    this.length += more;
    if (this.length > this.buffer.length) {
      const larger = new Uint8Array(Math.max(2 * this.buffer.length, this.length));
      larger.set(this.buffer.subarray(0, at));
      this.buffer = larger;
      this.view = new DataView(larger.buffer);
    }
    return at;
  }
}

/** Pieces one after the other. */
export function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  const copies = Array.from(pieces, (piece) => piece.slice());
  const all = new Uint8Array(copies.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of copies) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
