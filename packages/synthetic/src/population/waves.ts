import { type Codebook, codebooks } from '@wavebook/schema';

/** The waves for which a synthetic population is made. */
export const waves = ['2014', '2017'] as const;
export type Wave = (typeof waves)[number];

/** The layout of a synthetic wave. */
export function codebookOf(wave: Wave): Codebook {
  const codebook = codebooks[`monitoring-${wave}`];
  if (!codebook) throw new Error(`codebookOf: schema has no codebook "monitoring-${wave}"`);
  return codebook;
}
