import { healthEducationChannelItems } from '@wavebook/schema';
import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import type { Work } from './employment.ts';
import type { Migrant } from './migrant.ts';

/** Where people work in detail, what a household earns and pays for housing, how healthy one feels. */
export interface Living {
  readonly fixedEmployer: 'yes' | 'no' | null;
  readonly occupation: string | null;
  readonly employerType: string | null;
  readonly householdIncome: number;
  readonly housingCost: number;
  readonly housing: string;
  readonly selfRatedHealth: string;
  /** Channels of health education by variable; null for who had none. */
  readonly channels: Readonly<Record<string, 'yes' | 'no' | null>>;
}

type Weights = readonly (readonly [string, number])[];

/** Occupations of an industry; industries that are not named have the last row. */
const occupations: Readonly<Record<string, Weights>> = {
  A: [
    ['50', 95],
    ['80', 5],
  ],
  B: [
    ['61', 60],
    ['64', 25],
    ['20', 15],
  ],
  C: [
    ['61', 62],
    ['64', 16],
    ['20', 13],
    ['30', 6],
    ['10', 3],
  ],
  D: [
    ['61', 50],
    ['20', 35],
    ['30', 15],
  ],
  E: [
    ['63', 58],
    ['47', 25],
    ['20', 12],
    ['10', 5],
  ],
  F: [
    ['41', 48],
    ['42', 22],
    ['49', 30],
  ],
  G: [
    ['62', 62],
    ['48', 25],
    ['49', 13],
  ],
  H: [
    ['43', 88],
    ['49', 12],
  ],
  O: [
    ['44', 16],
    ['45', 20],
    ['46', 12],
    ['49', 52],
  ],
  other: [
    ['20', 42],
    ['30', 24],
    ['49', 26],
    ['70', 5],
    ['80', 3],
  ],
};
const employersOfEmployees: Weights = [
  ['private', 55],
  ['household_business', 20],
  ['state_owned', 8],
  ['government', 4],
  ['overseas', 8],
  ['joint_stock', 3],
  ['collective', 1.5],
  ['social_organisation', 0.5],
];
const employersOfOthers: Weights = [
  ['household_business', 62],
  ['private', 8],
  ['none', 26],
  ['other', 4],
];
const housingKinds: Weights = [
  ['private_rent', 62],
  ['employer', 13],
  ['bought_market', 14],
  ['self_built', 3],
  ['bought_minor', 2],
  ['public_rental', 1.5],
  ['bought_subsidised', 1],
  ['borrowed', 1.5],
  ['workplace', 1.5],
  ['other', 0.5],
];
const paidHousing = new Set([
  'private_rent',
  'public_rental',
  'bought_market',
  'bought_subsidised',
  'bought_minor',
]);
const CONSTRUCTION = 'E';
const FIRST_WITH_LAND_CONTRACTORS = '2011';
const OTHERS_INCOME = 2600;
const RENT = 600;
const UNIT = 10;
const channelShares = [0.42, 0.83, 0.68, 0.37, 0.35, 0.2];

const draw = (weights: Weights, random: Random): string =>
  (weights[random.weighted(weights.map(([, weight]) => weight))] as readonly [string, number])[0];
const tens = (yuan: number): number => Math.max(0, Math.round(yuan / UNIT) * UNIT);

function drawEmployer(migrant: Migrant, work: Work, random: Random): string {
  const kind = draw(work.status === 'employee' ? employersOfEmployees : employersOfOthers, random);
  if (migrant.wave !== FIRST_WITH_LAND_CONTRACTORS) return kind;
  // The ten classes of the first wave.
  if (kind === 'none' || kind === 'other')
    return work.industry === 'A' ? 'land_contractor' : 'household_business';
  return kind === 'joint_stock' || kind === 'social_organisation' ? 'private' : kind;
}

/** Draws what was added to the survey's models last, on a stream of its own. */
export function drawLiving(
  migrant: Migrant,
  work: Work,
  place: { readonly here: number; readonly educated: boolean },
  random: Random,
): Living {
  const employee = work.status === 'employee';
  const fixed =
    1.7 +
    (work.industry === CONSTRUCTION ? -1.6 : 0) +
    0.25 * (migrant.education - 2.5) +
    0.4 * migrant.effects.formality;
  const housing = draw(housingKinds, random);
  const others = place.here > 1 ? OTHERS_INCOME * Math.exp(0.5 * random.normal()) : 0;
  const rent = RENT * Math.exp(0.6 * random.normal() + 0.3 * migrant.prosperity);
  const poorHealth = -3.2 + 0.055 * (migrant.age - 35) - 0.2 * (migrant.education - 2.5) - 0.3 * migrant.care;
  const unwell = random.chance(logistic(poorHealth));
  const own = Math.exp(0.3 * migrant.care);
  return {
    fixedEmployer: employee ? (random.chance(logistic(fixed)) ? 'yes' : 'no') : null,
    occupation:
      work.industry === null
        ? null
        : draw(occupations[work.industry] ?? (occupations.other as Weights), random),
    employerType: work.employed === 'yes' ? drawEmployer(migrant, work, random) : null,
    householdIncome: tens((work.income ?? 0) + others),
    housingCost: paidHousing.has(housing) ? tens(rent) : 0,
    housing,
    selfRatedHealth: unwell
      ? random.chance(0.1)
        ? 'dependent'
        : 'unhealthy'
      : random.chance(logistic(1.6 - 0.04 * (migrant.age - 35)))
        ? 'healthy'
        : 'mostly_healthy',
    channels: Object.fromEntries(
      healthEducationChannelItems.map((name, i) => [
        name,
        place.educated
          ? random.chance(Math.min(0.97, (channelShares[i] as number) * own))
            ? 'yes'
            : 'no'
          : null,
      ]),
    ),
  };
}
