/** Hashes a name such as (seed, wave, point) to the four words that start a random stream (cyrb128 by bryc, public domain). */
function startWords(name: string): [number, number, number, number] {
  let h1 = 1779033703;
  let h2 = 3144134277;
  let h3 = 1013904242;
  let h4 = 2773480762;
  for (let i = 0; i < name.length; i++) {
    const k = name.charCodeAt(i);
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1];
}

/**
 * A stream of random numbers (sfc32), started from a name: the same name gives the same numbers on every machine. Streams of different
 * names are independent, so that a sample point can be made again alone.
 *
 * @example new Random('20170501', '2017', 'point', '4401010012').uniform()
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;
  private spare: number | null = null;

  constructor(...name: (string | number)[]) {
    [this.a, this.b, this.c, this.d] = startWords(name.join('/'));
    for (let i = 0; i < 12; i++) this.word();
  }

  private word(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return t >>> 0;
  }

  /** A number in [0, 1). */
  uniform(): number {
    return this.word() / 4294967296;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.word() < probability * 4294967296;
  }

  /** A whole number in [0, below). */
  integer(below: number): number {
    return Math.floor(this.uniform() * below);
  }

  /** A whole number in [low, high]. */
  between(low: number, high: number): number {
    return low + this.integer(high - low + 1);
  }

  /** A standard normal deviate (Box-Muller). */
  normal(): number {
    if (this.spare !== null) {
      const kept = this.spare;
      this.spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log((this.word() + 1) / 4294967297));
    const angle = 2 * Math.PI * this.uniform();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** The place in `weights` drawn with probability proportional to them. */
  weighted(weights: readonly number[]): number {
    let total = 0;
    for (const weight of weights) total += weight;
    let left = this.uniform() * total;
    for (let i = 0; i < weights.length - 1; i++) {
      left -= weights[i] as number;
      if (left < 0) return i;
    }
    return weights.length - 1;
  }

  /** One of the items, all alike likely. */
  pick<T>(items: readonly T[]): T {
    return items[this.integer(items.length)] as T;
  }
}
