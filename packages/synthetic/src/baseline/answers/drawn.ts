import type { Random } from '../../random/random.ts';

export const pick = (random: Random, weights: Readonly<Record<string, number>>): string => {
  const codes = Object.keys(weights);
  return codes[random.weighted(Object.values(weights))] as string;
};

export const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');
export const tenth = (value: number): number => Math.round(value * 10) / 10;
export const hundreds = (value: number): number => Math.max(0, Math.round(value / 100) * 100);

/** A statement that is true and known to be so, or not. */
export const truth = (knows: boolean, random: Random): string =>
  knows ? 'true' : random.chance(0.6) ? 'not_sure' : 'false';

/** A statement that is false. */
export const falsehood = (knows: boolean, random: Random): string =>
  knows ? 'false' : random.chance(0.5) ? 'not_sure' : 'true';
