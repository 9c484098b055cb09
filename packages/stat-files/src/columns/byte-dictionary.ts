/** Distinct pieces of bytes, numbered in the order of their coming. */
export class ByteDictionary {
  /** all pieces one after the other */
  pool = new Uint8Array(256);
  /** where each piece ends in the pool */
  ends = new Int32Array(16);
  count = 0;
  private hashes = new Int32Array(16);
  private slots = new Int32Array(64).fill(-1);

  /** The number of the piece bytes[start..end). */
  code(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.slots[slot] as number;
      if (code < 0) return this.add(bytes, start, end, { hash, slot });
      if (this.hashes[code] === hash && this.holds(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  private holds(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { pool, ends } = this;
    let at = code === 0 ? 0 : (ends[code - 1] as number);
    if ((ends[code] as number) - at !== end - start) return false;
    for (let i = start; i < end; i++) if (pool[at++] !== bytes[i]) return false;
    return true;
  }

  private add(bytes: Uint8Array, start: number, end: number, place: { hash: number; slot: number }): number {
    const code = this.count;
    const at = code === 0 ? 0 : (this.ends[code - 1] as number);
    const length = end - start;
    if (at + length > this.pool.length)
      this.pool = grown(this.pool, Math.max(2 * this.pool.length, at + length));
    for (let i = 0; i < length; i++) this.pool[at + i] = bytes[start + i] as number;
    if (code === this.ends.length) {
      this.ends = grown(this.ends, 2 * code);
      this.hashes = grown(this.hashes, 2 * code);
    }
    this.ends[code] = at + length;
    this.hashes[code] = place.hash;
    this.slots[place.slot] = code;
    this.count = code + 1;
    if (2 * this.count > this.slots.length) this.rehash();
    return code;
  }

  private rehash(): void {
    const slots = new Int32Array(2 * this.slots.length).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0; code < this.count; code++) {
      let slot = (this.hashes[code] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.slots = slots;
  }
}

/** Four bytes at a time, each four mixed into all bits before the next. */
const hashOf = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = 0x811c9dc5 | 0;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    const four = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    hash = Math.imul(hash ^ four, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x9e3779b1);
  return hash ^ (hash >>> 16);
};

function grown(array: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer>;
function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer>;
function grown(array: Uint8Array | Int32Array, length: number): Uint8Array | Int32Array {
  const larger = array instanceof Uint8Array ? new Uint8Array(length) : new Int32Array(length);
  larger.set(array);
  return larger;
}
