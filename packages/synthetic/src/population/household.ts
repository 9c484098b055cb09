import type { Random } from '../random/random.ts';
import { logistic } from '../random/logistic.ts';
import { intercepts } from './intercepts.ts';
import { codebookOf, type Wave } from './waves.ts';

export type Role = 'head' | 'spouse' | 'child' | 'parent' | 'sibling';
export type Sex = 'male' | 'female';
export type Residence = 'here' | 'hukou_place' | 'elsewhere';

/** A member of a household. `eligible`: lives here, hukou elsewhere, age inside the wave's window. */
export interface Member {
  readonly role: Role;
  readonly sex: Sex;
  readonly age: number;
  readonly birthYear: number;
  readonly birthMonth: number;
  readonly residence: Residence;
  readonly maritalStatus: string;
  readonly eligible: boolean;
}

/** People of one family; the head lives here and is eligible. `here` counts the members who live here. */
export interface Household {
  readonly members: readonly Member[];
  readonly eligible: readonly number[];
  readonly here: number;
}

const headAges: Readonly<Record<Wave, readonly (readonly [low: number, high: number, share: number])[]>> = {
  '2014': [[15, 19, 5], [20, 24, 14], [25, 29, 21], [30, 34, 17], [35, 39, 14], [40, 44, 14], [45, 49, 9], [50, 54, 4], [55, 59, 2]],
  '2017': [[15, 19, 3.5], [20, 24, 10.5], [25, 29, 20], [30, 34, 18], [35, 39, 13.5], [40, 44, 12.5], [45, 49, 11], [50, 54, 6], [55, 59, 2.5], [60, 64, 1.4], [65, 69, 0.7], [70, 79, 0.4]],
};
const headAgeShares = Object.fromEntries(
  Object.entries(headAges).map(([wave, rows]) => [wave, rows.map(([, , share]) => share)]),
) as Record<Wave, number[]>;

const MALE_HEAD = 0.56;
const SPOUSE_HERE_PER_YEAR_OF_AGE = 0.01;
const LOCAL_SPOUSE = 0.02;
const MOST_MEMBERS = 10;

/** Share never married, by the head's age. */
function neverMarried(age: number, sex: Sex): number {
  const base = age < 20 ? 0.97 : age < 25 ? 0.7 : age < 30 ? 0.28 : age < 35 ? 0.09 : age < 40 ? 0.045 : 0.025;
  return sex === 'female' ? base * 0.85 : base;
}

/** Expected children by the mother's age. */
const expectedChildren = (age: number): number =>
  age < 22 ? 0.3 : age < 26 ? 0.75 : age < 31 ? 1.1 : age < 41 ? 1.5 : 1.6;

const opposite = (sex: Sex): Sex => (sex === 'male' ? 'female' : 'male');

function endedMarriage(age: number, random: Random): string | null {
  const widowed = age < 45 ? 0.004 : age < 60 ? 0.015 : 0.12;
  const u = random.uniform();
  if (u < widowed) return 'widowed';
  return u < widowed + 0.025 ? 'divorced' : null;
}

/** Draws the people of one household: who they are, how old, and who of them lives here. */
export function drawHousehold(wave: Wave, random: Random): Household {
  const { interview, age_window: [youngest, oldest] } = codebookOf(wave);
  const members: Member[] = [];
  const eligible: number[] = [];
  let here = 0;

  const add = (role: Role, sex: Sex, age: number, residence: Residence, maritalStatus: string, migrant = true) => {
    if (members.length === MOST_MEMBERS) return;
    const months = interview.year * 12 + (interview.month - 1) - (age * 12 + random.integer(12));
    const inside = age >= youngest && (oldest === null || age <= oldest);
    const counts = residence === 'here' && migrant && inside;
    if (counts) eligible.push(members.length);
    if (residence === 'here') here++;
    members.push({
      role, sex, age,
      birthYear: Math.floor(months / 12),
      birthMonth: (months % 12) + 1,
      residence, maritalStatus,
      eligible: counts,
    });
  };

  const addParents = (headAge: number, both: boolean) => {
    const age = headAge + random.between(21, 30);
    if (!both) {
      add('parent', random.chance(0.75) ? 'female' : 'male', age, 'here', random.chance(0.85) ? 'widowed' : 'divorced');
      return;
    }
    add('parent', 'male', age + random.between(0, 3), 'here', 'first_marriage');
    add('parent', 'female', age, 'here', 'first_marriage');
  };

  const [low, high] = headAges[wave][random.weighted(headAgeShares[wave])] as readonly [number, number, number];
  const age = random.between(low, high);
  const sex: Sex = random.chance(MALE_HEAD) ? 'male' : 'female';

  if (random.chance(neverMarried(age, sex))) {
    const cohabiting = age >= 20 && random.chance(0.09);
    add('head', sex, age, 'here', cohabiting ? 'cohabiting' : 'never_married');
    if (cohabiting)
      add('spouse', opposite(sex), Math.max(18, Math.min(58, age + random.between(-3, 3))), 'here', 'cohabiting');
    else if (age < 30 && random.chance(0.12)) addParents(age, random.chance(0.7));
    else if (random.chance(0.14))
      add('sibling', random.chance(0.5) ? 'male' : 'female', Math.max(16, age + random.between(-5, 5)), 'here', 'never_married');
    return { members, eligible, here };
  }

  const ended = endedMarriage(age, random);
  const maritalStatus = ended ?? (random.chance(0.03) ? 'remarried' : 'first_marriage');
  add('head', sex, age, 'here', maritalStatus);
  let spouseHere = false;
  let mothersAge = age;
  if (ended === null) {
    const gap = (sex === 'male' ? -1.8 : 1.8) + 2.4 * random.normal();
    const spouseAge = Math.max(19, Math.min(84, Math.round(age + gap)));
    if (sex === 'male') mothersAge = spouseAge;
    spouseHere = random.chance(
      logistic(intercepts[wave].spouseHere + SPOUSE_HERE_PER_YEAR_OF_AGE * (age - 35)),
    );
    const residence = spouseHere ? 'here' : random.chance(0.75) ? 'hukou_place' : 'elsewhere';
    add('spouse', opposite(sex), spouseAge, residence, maritalStatus, !random.chance(LOCAL_SPOUSE));
  }

  const expected = expectedChildren(mothersAge);
  const children = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0) + (random.chance(0.06) ? 1 : 0);
  let smallChildHere = false;
  for (let i = 0; i < children; i++) {
    const childAge = mothersAge - random.between(20, 31);
    if (childAge < 0 || (childAge > 23 && !random.chance(0.12))) continue;
    const together = spouseHere ? (childAge < 18 ? 0.7 : 0.5) : childAge < 18 ? 0.2 : 0.12;
    const residence = random.chance(together)
      ? 'here'
      : random.chance(childAge < 16 ? 0.92 : 0.4) ? 'hukou_place' : 'elsewhere';
    if (residence === 'here' && childAge < 7) smallChildHere = true;
    add('child', random.chance(0.53) ? 'male' : 'female', childAge, residence, 'never_married');
  }
  if (age < 60 && random.chance(smallChildHere ? 0.12 : 0.02)) addParents(age, random.chance(0.4));
  return { members, eligible, here };
}
