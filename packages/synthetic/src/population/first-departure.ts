import type { Random } from '../random/random.ts';

/** Who is on the first move: the first departure is this arrival. */
const FIRST_MOVE = 0.45;
/** Mean months between the first departure and this arrival of those who moved before. */
const MONTHS_BEFORE = 60;

/** Draws the month in which a person first left the hukou place: not after this arrival, not before birth. Months since the year 0. */
export function drawFirstDeparture(
  { birth, arrival }: { readonly birth: number; readonly arrival: number },
  random: Random,
): number {
  const before = random.chance(FIRST_MOVE) ? 0 : Math.ceil(-Math.log(1 - random.uniform()) * MONTHS_BEFORE);
  return Math.max(birth, arrival - before);
}
