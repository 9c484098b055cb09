/** A generator of numbers from 0 up to, not with, 1: the same seed gives the same ones (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ways in which a file goes bad. */
export const damages = ['flip', 'truncate', 'inflate', 'swap', 'erase', 'insert'] as const;
export type Damage = (typeof damages)[number];

/** A damaged copy of a file. */
export function mutate(file: Uint8Array, damage: Damage, random: () => number): Uint8Array {
  const below = (end: number): number => Math.floor(random() * end);
  const copy = file.slice();
  if (copy.length < 16) return copy;
  // most of what can go wrong stands before the data
  const place = (): number => (random() < 0.6 ? below(Math.min(copy.length, 3000)) : below(copy.length));
  if (damage === 'truncate') return copy.subarray(0, below(copy.length));
  if (damage === 'flip') {
    for (let i = 0; i <= below(4); i++) copy[place()]! ^= 1 << below(8);
    return copy;
  }
  if (damage === 'inflate') {
    const values = [0xffffffff, 0x7fffffff, 0x80000000, 0x00ffffff, 0x10000, 0];
    const view = new DataView(copy.buffer, copy.byteOffset);
    view.setUint32(
      Math.min(place(), copy.length - 4),
      values[below(values.length)] as number,
      random() < 0.5,
    );
    return copy;
  }
  const length = 1 + below(Math.min(200, copy.length >> 2));
  const from = Math.min(place(), copy.length - length);
  if (damage === 'erase') return joined([copy.subarray(0, from), copy.subarray(from + length)]);
  const other = below(copy.length - length);
  const piece = copy.slice(other, other + length);
  if (damage === 'insert') return joined([copy.subarray(0, from), piece, copy.subarray(from)]);
  copy.copyWithin(other, from, from + length);
  copy.set(piece, from);
  return copy;
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};
