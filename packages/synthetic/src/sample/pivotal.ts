import type { Random } from '../random/random.ts';

const SETTLED = 1e-12;

/** A random order of 0 to number - 1 (Fisher-Yates). */
function shuffled(number: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: number }, (_, i) => i);
  for (let i = number - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
  return order;
}

/**
 * A sample without replacement with exactly the given inclusion probabilities and a fixed size, which is their sum: the pivotal method
 * (Deville and Tillé 1998, Biometrika 85) with the units met in random order. Two units fight; the loser's probability goes to the
 * winner until one of them is settled at 0 or 1.
 *
 * @returns places of the drawn units, ascending.
 */
export function pivotalSample(probabilities: ArrayLike<number>, random: Random): number[] {
  const order = shuffled(probabilities.length, random);
  const drawn: number[] = [];
  let champion = order[0] as number;
  let strength = probabilities[champion] as number;
  for (let i = 1; i < order.length; i++) {
    const challenger = order[i] as number;
    const other = probabilities[challenger] as number;
    const sum = strength + other;
    if (sum < 1) {
      if (random.uniform() * sum < other) champion = challenger;
      strength = sum;
    } else {
      const rest = sum - 1;
      if (random.uniform() * (2 - sum) < 1 - other) {
        drawn.push(champion);
        champion = challenger;
      } else drawn.push(challenger);
      strength = rest;
    }
  }
  if (strength > SETTLED && random.uniform() < strength + SETTLED) drawn.push(champion);
  return drawn.sort((a, b) => a - b);
}
