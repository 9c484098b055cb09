import type { PsuReplicates } from './replicate-weights.ts';

/** Factors of a bootstrap, base + each · times, in a quarter of their memory. */
export interface Draws {
  /** one array a replicate: PSU → how often it was drawn; 1 where nothing is drawn */
  readonly times: readonly Uint16Array[];
  /** PSU → factor when not drawn */
  readonly base: Float64Array;
  /** PSU → what a draw adds to it */
  readonly each: Float64Array;
}

/** Beside the replicates, not in them, so that a copy with other factors has none. */
const drawsOf = new WeakMap<PsuReplicates, Draws>();

/** Replicates whose `factors` are worked out when first asked for. */
export function fromDraws(made: Omit<PsuReplicates, 'factors'>, draws: Draws): PsuReplicates {
  let factors: readonly Float64Array[] | undefined;
  const replicates: PsuReplicates = {
    ...made,
    get factors() {
      factors ??= draws.times.map((own) => fill(draws, own, new Float64Array(own.length)));
      return factors;
    },
  };
  drawsOf.set(replicates, draws);
  return replicates;
}

/** PSU → factor in replicate r. @param room may take the result. */
export function replicateFactor(replicates: PsuReplicates, r: number, room: Float64Array): Float64Array {
  const draws = drawsOf.get(replicates);
  return draws ? fill(draws, draws.times[r]!, room) : replicates.factors[r]!;
}

function fill({ base, each }: Draws, times: Uint16Array, factor: Float64Array): Float64Array {
  for (let psu = 0; psu < times.length; psu++) factor[psu] = base[psu]! + each[psu]! * times[psu]!;
  return factor;
}
