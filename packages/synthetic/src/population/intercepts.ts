import values from './intercept-values.json' with { type: 'json' };
import { monitoringWaves, type SolvedWave, solvedAround, type Wave } from './waves.ts';

/** The constants of the models: each is solved so that one true value of the population comes out at its target. */
export interface Intercepts {
  readonly spouseHere: number;
  readonly childHere: number;
  readonly range: number;
  readonly stayLocation: number;
  readonly staySpread: number;
  readonly employed: number;
  readonly employee: number;
  readonly contract: number;
  readonly hours: number;
  readonly income: number;
  readonly insured: number;
  readonly urbanEmployee: number;
  readonly pension: number;
  readonly workInjury: number;
  readonly card: number;
  readonly record: number;
  readonly healthEducation: number;
  readonly heard: number;
  readonly permit: number;
  readonly intention: number;
  readonly unemployment: number;
  readonly maternity: number;
  readonly housingFund: number;
  readonly insuredHere: number;
  readonly moves: number;
  readonly kindergarten: number;
  readonly school: number;
}

/** Written by `studies/solve-intercepts.ts --write`. */
const solved: Readonly<Record<SolvedWave, Intercepts>> = values;

function between(wave: Wave): Intercepts {
  const [before, after, share] = solvedAround(wave);
  const [from, to] = [solved[before], solved[after]];
  const at = (name: keyof Intercepts): number => from[name] + share * (to[name] - from[name]);
  return Object.fromEntries(
    Object.keys(from).map((name) => [name, at(name as keyof Intercepts)]),
  ) as unknown as Intercepts;
}

/** The constants of every wave: solved, or between those of the solved waves around it. */
export const intercepts = Object.fromEntries(
  monitoringWaves.map((wave) => [wave, between(wave)]),
) as Readonly<Record<Wave, Intercepts>>;
