import { type Codebook, codebooks } from '@wavebook/schema';

/** The waves for which a synthetic population is made. */
export const waves = ['2011', '2014', '2016', '2017'] as const;
export type Wave = (typeof waves)[number];

function known(wave: Wave): Codebook {
  const codebook = codebooks[`monitoring-${wave}`];
  if (!codebook) throw new Error(`codebookOf: schema has no codebook "monitoring-${wave}"`);
  return codebook;
}

const layouts = Object.fromEntries(waves.map((wave) => [wave, known(wave)])) as Readonly<
  Record<Wave, Codebook>
>;

/** The layout of a synthetic wave. */
export const codebookOf = (wave: Wave): Codebook => layouts[wave];
