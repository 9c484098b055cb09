import type { Random } from '../random/random.ts';

/** `size` of 0 to number - 1 without replacement, all sets alike likely, ascending (Floyd). */
export function simpleRandomSample(number: number, size: number, random: Random): number[] {
  if (size > number)
    throw new Error(`simpleRandomSample: expected at most ${number} to be drawn, got ${size}`);
  const drawn = new Set<number>();
  for (let last = number - size; last < number; last++) {
    const candidate = random.integer(last + 1);
    drawn.add(drawn.has(candidate) ? last : candidate);
  }
  return [...drawn].sort((a, b) => a - b);
}
