/** Uniform numbers in [0, 1) that depend on the seed alone (mulberry32): no clock, the same on every machine. */
export function seededRandom(seed: number): () => number {
  // a signed 32-bit state: V8 keeps larger numbers on the heap, one for every call
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
