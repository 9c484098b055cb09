import type { Codebook } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { isAnswered } from './answered-variables.ts';

/** The waves for which a synthetic population is made. */
export const waves = ['2011', '2014', '2016', '2017'] as const;
export type Wave = (typeof waves)[number];

function known(wave: Wave): Codebook {
  const codebook = codebooks[`monitoring-${wave}`];
  if (!codebook) throw new Error(`codebookOf: schema has no codebook "monitoring-${wave}"`);
  const answered = ({ variable }: { readonly variable: string }): boolean => isAnswered(variable);
  return {
    ...codebook,
    respondent: codebook.respondent.filter(answered),
    member: codebook.member.filter(answered),
  };
}

const layouts = Object.fromEntries(waves.map((wave) => [wave, known(wave)])) as Readonly<
  Record<Wave, Codebook>
>;

/** The layout of a synthetic wave: of its codebook the columns that the population can fill. */
export const codebookOf = (wave: Wave): Codebook => layouts[wave];
