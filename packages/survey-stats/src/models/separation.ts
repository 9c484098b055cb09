import type { ModelData } from './fit-model.ts';

/** Rows may move the wrong way by this share of the largest movement: what convergent directions leave behind. */
const MOVES_BACK = 1e-6;
/** A separating step moves η by about 1; a convergent one is far below this by now. */
const LONG_STEP = 0.5;
/** Columns that carry less than this share of the movement are not named. */
const SHARE_NAMED = 1e-3;

/**
 * Columns that separate the outcome, from a late Newton step: along it no row's likelihood falls and some rise, for ever.
 * Empty if the step is no such direction.
 *
 * Source: Albert & Anderson (1984); for counts Santos Silva & Tenreyro (2010).
 */
export function separatingColumns({ family, x, y }: ModelData, change: Float64Array): number[] {
  const move = new Float64Array(y.length);
  const reach = x.map((column, j) => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < move.length; k++) {
      const part = change[j]! * column[k]!;
      move[k]! += part;
      low = Math.min(low, part);
      high = Math.max(high, part);
    }
    return Math.max(high - low, low === high ? Math.abs(low) : 0);
  });
  const longest = move.reduce((max, own) => Math.max(max, Math.abs(own)), 0);
  if (!(longest > LONG_STEP)) return [];
  for (let k = 0; k < move.length; k++) {
    const gain = y[k] === 0 ? -move[k]! : family === 'logistic' ? move[k]! : -Math.abs(move[k]!);
    if (gain < -MOVES_BACK * longest) return [];
  }
  const widest = Math.max(...reach);
  return reach.flatMap((own, j) => (own > SHARE_NAMED * widest ? [j] : []));
}
