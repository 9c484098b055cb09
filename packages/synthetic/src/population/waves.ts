import { type Codebook, isReadable, type Mapping } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { isAnswered, isAnsweredOfMembers } from './answered-variables.ts';

/** The waves that are committed, and for which the constants of the population's models were solved. */
export const waves = ['2011', '2014', '2016', '2017'] as const;
export type SolvedWave = (typeof waves)[number];

/** Every wave that can be made; those between two solved ones lie between them. */
export const monitoringWaves = ['2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018'] as const;
export type Wave = (typeof monitoringWaves)[number];

/** The solved waves around a wave, and how far it is from the first to the second of them, 0 to 1. */
export function solvedAround(wave: Wave): readonly [before: SolvedWave, after: SolvedWave, share: number] {
  const before = waves.findLast((solved) => solved <= wave) ?? waves[0];
  const after = waves.find((solved) => solved >= wave) ?? before;
  return [
    before,
    after,
    before === after ? 0 : (Number(wave) - Number(before)) / (Number(after) - Number(before)),
  ];
}

function known(wave: Wave): Codebook {
  const codebook = codebooks[`monitoring-${wave}`];
  if (!codebook) throw new Error(`codebookOf: schema has no codebook "monitoring-${wave}"`);
  const answered = (mapping: Mapping): boolean =>
    isAnswered(mapping.variable) && isReadable(mapping) && mapping.codes_partial === undefined;
  return {
    ...codebook,
    respondent: codebook.respondent.filter(answered),
    member: codebook.member.filter((m) => isAnsweredOfMembers(m.variable) && isReadable(m)),
  };
}

const layouts = Object.fromEntries(monitoringWaves.map((wave) => [wave, known(wave)])) as Readonly<
  Record<Wave, Codebook>
>;

/** The layout of a synthetic wave: of its codebook the columns that the population can fill. */
export const codebookOf = (wave: Wave): Codebook => layouts[wave];
