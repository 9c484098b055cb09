import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import type { Work } from './employment.ts';
import type { Migrant } from './migrant.ts';

type Weights = readonly (readonly [string, number])[];

const draw = (weights: Weights, random: Random): string =>
  (weights[random.weighted(weights.map(([, weight]) => weight))] as readonly [string, number])[0];

const ofWorkers: Weights = [
  ['work', 66],
  ['business', 24],
  ['follow_family', 5],
  ['marriage', 2],
  ['join_kin', 1.5],
  ['other', 1.5],
];
const ofOthers: Weights = [
  ['work', 30],
  ['business', 6],
  ['follow_family', 38],
  ['marriage', 7],
  ['demolition', 1],
  ['join_kin', 5],
  ['study', 2],
  ['care_for_child', 7],
  ['other', 4],
];
const ofElderly: Weights = [
  ['care_for_child', 34],
  ['old_age', 24],
  ['follow_family', 18],
  ['work', 14],
  ['join_kin', 7],
  ['other', 3],
];
const stays: Weights = [
  ['settle', 38],
  ['over_10', 9],
  ['6-10', 5.5],
  ['3-5', 14],
  ['1-2', 8],
  ['undecided', 25.5],
];
const leaves: Weights = [
  ['return', 69.5],
  ['elsewhere', 15.2],
  ['undecided', 15.3],
];
const ELDERLY_FROM = 60;
const LONGEST_AWAY = 50;
const REMITTANCE = 3600;
const HUNDRED = 100;

/** Why people came, where they have been, whether they mean to stay, and what ties them to their home place. */
export interface Settlement {
  readonly migration_reason: string;
  readonly cities_lived_in: number;
  readonly years_away: number;
  readonly intended_stay: string | null;
  readonly leave_destination: string | null;
  readonly long_term_stay: string;
  readonly hukou_transfer: string;
  readonly farm_land: string;
  readonly homestead_land: string;
  readonly remittance: number;
}

const reasonsOf = (migrant: Migrant, work: Work): Weights =>
  migrant.age >= ELDERLY_FROM ? ofElderly : work.employed === 'yes' ? ofWorkers : ofOthers;

/** Draws what the survey asks of moving and settling beside the intention to stay. */
export function drawSettlement(
  migrant: Migrant,
  work: Work,
  { intention, moves }: { readonly intention: string; readonly moves: number },
  random: Random,
): Settlement {
  const rooted =
    0.35 * Math.log(migrant.stayYears + 0.5) +
    (migrant.familyHere ? 0.4 : -0.3) +
    0.1 * (migrant.education - 2.5) +
    0.5 * migrant.effects.intention;
  const settled = stays.map(([code, share]): readonly [string, number] => [
    code,
    code === 'settle' ? share * Math.exp(rooted) : share,
  ]);
  const land = (base: number): string =>
    random.chance(logistic(base + (migrant.agricultural ? 1.1 : -2.2)))
      ? 'yes'
      : random.chance(0.04)
        ? 'not_sure'
        : 'no';
  const longTerm = random.chance(logistic(rooted - 0.1));
  const remits = random.chance(logistic(0.5 + (migrant.familyHere ? -0.6 : 0.5)));
  const sent = REMITTANCE * Math.exp(0.8 * random.normal() + (migrant.familyHere ? -0.2 : 0.4));
  const earlier = (moves - 1) * 0.9 * -Math.log(1 - random.uniform());
  return {
    migration_reason: draw(reasonsOf(migrant, work), random),
    cities_lived_in: 1 + Math.floor((moves - 1) * (0.35 + 0.65 * random.uniform())),
    years_away: Math.min(LONGEST_AWAY, migrant.age, Math.round(migrant.stayYears + earlier)),
    intended_stay: intention === 'yes' ? draw(settled, random) : null,
    leave_destination: intention === 'no' ? draw(leaves, random) : null,
    long_term_stay: longTerm ? 'yes' : random.chance(0.6) ? 'undecided' : 'no',
    hukou_transfer: random.chance(logistic(rooted - 0.55 + 0.5 * migrant.prosperity))
      ? 'yes'
      : random.chance(0.45)
        ? 'undecided'
        : 'no',
    farm_land: land(-0.6),
    homestead_land: land(0.1),
    remittance: remits ? Math.round(sent / HUNDRED) * HUNDRED : 0,
  };
}
