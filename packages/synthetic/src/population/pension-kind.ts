import type { Random } from '../random/random.ts';
import type { Work } from './employment.ts';

/** Draws which pension an insured person has: that of urban employees comes with a contract. */
export function drawPensionKind(insured: string | null, work: Work, random: Random): string | null {
  const signed = work.contract !== null && work.contract !== 'none';
  const kind = (['urban_employee', 'resident', 'both', 'not_sure'] as const)[
    random.weighted(signed ? [78, 8, 11, 3] : [38, 50, 8, 4])
  ] as string;
  return insured === 'yes' ? kind : null;
}
