/** Decompresses a zlib stream of known length; undefined where it is damaged or of another length. */
export type Inflate = (compressed: Uint8Array, length: number) => Uint8Array | undefined;

const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const distanceBits = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A canonical Huffman code: how many codes there are of each length, and the symbols in order. */
interface Huffman {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

const huffman = (lengths: Uint8Array): Huffman => {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  const places = new Uint16Array(16);
  for (let length = 1; length < 15; length++) places[length + 1] = places[length]! + counts[length]!;
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length !== 0) symbols[places[length]!++] = symbol;
  });
  return { counts, symbols };
};

const fixedLiterals = huffman(
  Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
);
const fixedDistances = huffman(new Uint8Array(30).fill(5));

/** The compressed stream is not one, or gives another number of bytes than it should. */
class Damaged extends Error {}

/**
 * Decompresses a zlib stream (RFC 1950 and 1951) of known length, for browsers, which have no such function that does not wait.
 *
 * @returns undefined for a damaged stream, or one of another length.
 */
export const inflate: Inflate = (compressed, length) => {
  const header = (compressed[0] ?? 0) * 256 + (compressed[1] ?? 0);
  if ((header >> 8) % 16 !== 8 || header % 31 !== 0 || (header & 0x20) !== 0) return undefined;
  try {
    return new Inflater(compressed.subarray(2), length).run();
  } catch (error) {
    if (error instanceof Damaged) return undefined;
    throw error;
  }
};

class Inflater {
  private readonly input: Uint8Array;
  private readonly output: Uint8Array;
  private at = 0;
  private to = 0;
  private bits = 0;
  private held = 0;

  constructor(input: Uint8Array, length: number) {
    this.input = input;
    this.output = new Uint8Array(length);
  }

  run(): Uint8Array {
    for (let last = 0; last === 0; ) {
      last = this.take(1);
      const kind = this.take(2);
      if (kind === 0) this.stored();
      else if (kind === 1) this.coded(fixedLiterals, fixedDistances);
      else if (kind === 2) this.dynamic();
      else throw new Damaged();
    }
    if (this.to !== this.output.length || this.checksum() !== adler32(this.output)) throw new Damaged();
    return this.output;
  }

  private take(count: number): number {
    while (this.held < count) {
      if (this.at >= this.input.length) throw new Damaged();
      this.bits |= this.input[this.at++]! << this.held;
      this.held += 8;
    }
    const value = this.bits & ((1 << count) - 1);
    this.bits >>>= count;
    this.held -= count;
    return value;
  }

  private symbol({ counts, symbols }: Huffman): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length++) {
      code |= this.take(1);
      const count = counts[length]!;
      if (code - count < first) return symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Damaged();
  }

  private put(byte: number): void {
    if (this.to >= this.output.length) throw new Damaged();
    this.output[this.to++] = byte;
  }

  private stored(): void {
    this.at -= this.held >> 3;
    this.bits = 0;
    this.held = 0;
    const length = this.take(16);
    if (this.take(16) !== (~length & 0xffff) || this.at + length > this.input.length) throw new Damaged();
    for (let i = 0; i < length; i++) this.put(this.input[this.at++]!);
  }

  private dynamic(): void {
    const literals = this.take(5) + 257;
    const distances = this.take(5) + 1;
    const codes = this.take(4) + 4;
    const ofCodes = new Uint8Array(19);
    for (let i = 0; i < codes; i++) ofCodes[codeLengthOrder[i]!] = this.take(3);
    const lengths = this.codeLengths(huffman(ofCodes), literals + distances);
    this.coded(huffman(lengths.subarray(0, literals)), huffman(lengths.subarray(literals)));
  }

  private codeLengths(code: Huffman, count: number): Uint8Array {
    const lengths = new Uint8Array(count);
    for (let i = 0; i < count; ) {
      const symbol = this.symbol(code);
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      const repeats = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
      if (i + repeats > count || (symbol === 16 && i === 0)) throw new Damaged();
      lengths.fill(symbol === 16 ? lengths[i - 1]! : 0, i, i + repeats);
      i += repeats;
    }
    return lengths;
  }

  private coded(literals: Huffman, distances: Huffman): void {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol === 256) return;
      if (symbol < 256) this.put(symbol);
      else this.copy(symbol - 257, distances);
    }
  }

  private copy(index: number, distances: Huffman): void {
    if (index >= lengthBase.length) throw new Damaged();
    const length = lengthBase[index]! + this.take(lengthBits[index]!);
    const far = this.symbol(distances);
    if (far >= distanceBase.length) throw new Damaged();
    const distance = distanceBase[far]! + this.take(distanceBits[far]!);
    if (distance > this.to) throw new Damaged();
    for (let i = 0; i < length; i++) this.put(this.output[this.to - distance]!);
  }

  /** The four bytes after the stream, which begin at a whole byte. */
  private checksum(): number {
    this.take(this.held & 7);
    let sum = 0;
    for (let i = 0; i < 4; i++) sum = (sum * 256 + this.take(8)) >>> 0;
    return sum;
  }
}

const adler32 = (bytes: Uint8Array): number => {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
};
