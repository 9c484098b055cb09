import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import type { Intercepts } from './intercepts.ts';
import type { Migrant } from './migrant.ts';
import type { MigrationRange } from './origin.ts';

const OLDER = 0.018;
const INTER_PROVINCE = 0.08;
const FAMILY = 0.18;
/** How much of the spread of log stay people of a household share. */
const HOUSEHOLD_SHARE = 0.7;

export interface StayPerson {
  readonly age: number;
  readonly range: MigrationRange;
  readonly familyHere: boolean;
  readonly effect: number;
  readonly household: number;
}

/** Draws the months since arrival: at least one (the population's rule), at most since birth. */
export function drawStayMonths(person: StayPerson, constants: Intercepts, random: Random): number {
  const own =
    HOUSEHOLD_SHARE * person.household + Math.sqrt(1 - HOUSEHOLD_SHARE * HOUSEHOLD_SHARE) * random.normal();
  const log =
    constants.stayLocation +
    OLDER * (Math.min(person.age, 55) - 36) +
    (person.range === 'inter_province' ? INTER_PROVINCE : 0) +
    (person.familyHere ? FAMILY : -FAMILY) +
    person.effect +
    constants.staySpread * own;
  return Math.max(1, Math.min(person.age * 12, Math.round(Math.exp(log))));
}

/** From this prosperity on a province counts as one of large towns. */
const IN_TOWN = 0.3;
/** Share undecided among those who do not say yes (14.7 of 17.2 in 2017). */
const UNDECIDED = 0.86;

/** Draws whether the person intends to stay. */
export function drawStayIntention(migrant: Migrant, constants: Intercepts, random: Random): string {
  const yes = logistic(
    constants.intention +
      0.3 * Math.log(migrant.stayYears + 0.5) +
      0.12 * (migrant.education - 2) +
      (migrant.familyHere ? 0.5 : -0.3) +
      (migrant.prosperity > IN_TOWN ? 0.2 : 0) +
      migrant.effects.intention,
  );
  if (random.chance(yes)) return 'yes';
  return random.chance(UNDECIDED) ? 'undecided' : 'no';
}

const MOST_MOVES = 40;

/** Draws how many times the person has moved, this move included: more for those who left early and go far. */
export function drawMoves(migrant: Migrant, constants: Intercepts, random: Random): number {
  const further = Math.exp(
    constants.moves +
      0.015 * (Math.min(migrant.age, 55) - 34) +
      (migrant.range === 'inter_province' ? 0.2 : -0.15) +
      (migrant.sex === 'male' ? 0.12 : -0.12),
  );
  return Math.min(MOST_MOVES, 1 + Math.floor(-Math.log(1 - random.uniform()) * (further + 0.3)));
}
