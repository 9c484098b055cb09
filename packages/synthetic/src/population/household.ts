import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import { addMember, emptyHousehold, type HouseholdDraft } from './household-draft.ts';
import { intercepts } from './intercepts.ts';
import type { Household, Sex } from './member.ts';
import { type SolvedWave, solvedAround, type Wave } from './waves.ts';

const headAges: Readonly<
  Record<SolvedWave, readonly (readonly [low: number, high: number, share: number])[]>
> = {
  '2011': [
    [16, 19, 6],
    [20, 24, 16],
    [25, 29, 20],
    [30, 34, 17],
    [35, 39, 16],
    [40, 44, 13],
    [45, 49, 7.5],
    [50, 54, 3],
    [55, 59, 1.5],
  ],
  '2014': [
    [15, 19, 5],
    [20, 24, 14],
    [25, 29, 21],
    [30, 34, 17],
    [35, 39, 14],
    [40, 44, 14],
    [45, 49, 9],
    [50, 54, 4],
    [55, 59, 2],
  ],
  '2016': [
    [15, 19, 4],
    [20, 24, 11.5],
    [25, 29, 20.5],
    [30, 34, 17.5],
    [35, 39, 13.5],
    [40, 44, 13],
    [45, 49, 10.5],
    [50, 54, 5.5],
    [55, 59, 2],
    [60, 64, 1.2],
    [65, 69, 0.5],
    [70, 79, 0.3],
  ],
  '2017': [
    [15, 19, 3.5],
    [20, 24, 10.5],
    [25, 29, 20],
    [30, 34, 18],
    [35, 39, 13.5],
    [40, 44, 12.5],
    [45, 49, 11],
    [50, 54, 6],
    [55, 59, 2.5],
    [60, 64, 1.4],
    [65, 69, 0.7],
    [70, 79, 0.4],
  ],
};
const headAgeShares = Object.fromEntries(
  Object.entries(headAges).map(([wave, rows]) => [wave, rows.map(([, , share]) => share)]),
) as Record<SolvedWave, number[]>;

/** The wave whose ages of heads are taken: the latest solved one before, unless the window of ages was already that of the next. */
const agesLike = (wave: Wave): SolvedWave => (wave === '2015' ? '2016' : solvedAround(wave)[0]);

interface Head {
  readonly age: number;
  readonly sex: Sex;
}

const MALE_HEAD = 0.56;
const SPOUSE_HERE_PER_YEAR_OF_AGE = 0.01;
const LOCAL_SPOUSE = 0.02;
/** Where couples stay together, children do too. */
const CHILD_FOLLOWS = 0.5;
const ONE_PARENT_AWAY = -2.2;
const GROWN_UP = -0.8;

/** Share never married, by the head's age. */
function neverMarried(age: number, sex: Sex): number {
  const base =
    age < 20 ? 0.97 : age < 25 ? 0.7 : age < 30 ? 0.28 : age < 35 ? 0.09 : age < 40 ? 0.045 : 0.025;
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

function addParents(draft: HouseholdDraft, headAge: number, both: boolean, random: Random): void {
  const age = headAge + random.between(21, 30);
  const common = { role: 'parent', residence: 'here' } as const;
  if (both) {
    const fathersAge = age + random.between(0, 3);
    addMember(draft, { ...common, sex: 'male', age: fathersAge, maritalStatus: 'first_marriage' }, random);
    addMember(draft, { ...common, sex: 'female', age, maritalStatus: 'first_marriage' }, random);
    return;
  }
  const sex = random.chance(0.75) ? 'female' : 'male';
  const maritalStatus = random.chance(0.85) ? 'widowed' : 'divorced';
  addMember(draft, { ...common, sex, age, maritalStatus }, random);
}

/** A head who never married, alone or with a partner, parents or a sibling. */
function addUnmarried(draft: HouseholdDraft, head: Head, random: Random): void {
  const { age, sex } = head;
  const residence = 'here';
  const cohabiting = age >= 20 && random.chance(0.09);
  const maritalStatus = cohabiting ? 'cohabiting' : 'never_married';
  addMember(draft, { role: 'head', sex, age, residence, maritalStatus }, random);
  if (cohabiting) {
    const partnersAge = Math.max(18, Math.min(58, age + random.between(-3, 3)));
    addMember(
      draft,
      { role: 'spouse', sex: opposite(sex), age: partnersAge, residence, maritalStatus },
      random,
    );
  } else if (age < 30 && random.chance(0.12)) addParents(draft, age, random.chance(0.7), random);
  else if (random.chance(0.14)) {
    const siblingsSex = random.chance(0.5) ? 'male' : 'female';
    const siblingsAge = Math.max(16, age + random.between(-5, 5));
    addMember(
      draft,
      { role: 'sibling', sex: siblingsSex, age: siblingsAge, residence, maritalStatus },
      random,
    );
  }
}

/** Adds unmarried children; tells whether one below seven lives here. */
function addChildren(
  draft: HouseholdDraft,
  mothersAge: number,
  { bothHere, together }: { readonly bothHere: boolean; readonly together: number },
  random: Random,
): boolean {
  const childrenHere =
    intercepts[draft.wave].childHere + CHILD_FOLLOWS * together + (bothHere ? 0 : ONE_PARENT_AWAY);
  const expected = expectedChildren(mothersAge);
  const children =
    Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0) + (random.chance(0.06) ? 1 : 0);
  let smallChildHere = false;
  for (let i = 0; i < children; i++) {
    const age = mothersAge - random.between(20, 31);
    if (age < 0 || (age > 23 && !random.chance(0.12))) continue;
    const here = logistic(childrenHere + (age < 18 ? 0 : GROWN_UP));
    const residence = random.chance(here)
      ? 'here'
      : random.chance(age < 16 ? 0.92 : 0.4)
        ? 'hukou_place'
        : 'elsewhere';
    if (residence === 'here' && age < 7) smallChildHere = true;
    const sex = random.chance(0.53) ? 'male' : 'female';
    addMember(draft, { role: 'child', sex, age, residence, maritalStatus: 'never_married' }, random);
  }
  return smallChildHere;
}

/** A head who married, with spouse and children here or left behind, and perhaps a parent who helps. */
function addMarried(draft: HouseholdDraft, head: Head, together: number, random: Random): void {
  const { age, sex } = head;
  const ended = endedMarriage(age, random);
  const maritalStatus = ended ?? (random.chance(0.03) ? 'remarried' : 'first_marriage');
  addMember(draft, { role: 'head', sex, age, residence: 'here', maritalStatus }, random);
  let spouseHere = false;
  let mothersAge = age;
  if (ended === null) {
    const gap = (sex === 'male' ? -1.8 : 1.8) + 2.4 * random.normal();
    const spousesAge = Math.max(19, Math.min(84, Math.round(age + gap)));
    if (sex === 'male') mothersAge = spousesAge;
    spouseHere = random.chance(
      logistic(intercepts[draft.wave].spouseHere + together + SPOUSE_HERE_PER_YEAR_OF_AGE * (age - 35)),
    );
    const residence = spouseHere ? 'here' : random.chance(0.75) ? 'hukou_place' : 'elsewhere';
    const localHukou = random.chance(LOCAL_SPOUSE);
    addMember(
      draft,
      { role: 'spouse', sex: opposite(sex), age: spousesAge, residence, maritalStatus, localHukou },
      random,
    );
  }
  const smallChildHere = addChildren(draft, mothersAge, { bothHere: spouseHere, together }, random);
  if (age < 60 && random.chance(smallChildHere ? 0.12 : 0.02))
    addParents(draft, age, random.chance(0.4), random);
}

/** Draws the people of one household: who they are, how old, and who lives here; `together` is the point's effect on that. */
export function drawHousehold(wave: Wave, together: number, random: Random): Household {
  const draft = emptyHousehold(wave);
  const like = agesLike(wave);
  const ages = headAges[like][random.weighted(headAgeShares[like])] as readonly [number, number, number];
  const head: Head = {
    age: random.between(ages[0], ages[1]),
    sex: random.chance(MALE_HEAD) ? 'male' : 'female',
  };
  if (random.chance(neverMarried(head.age, head.sex))) addUnmarried(draft, head, random);
  else addMarried(draft, head, together, random);
  return draft;
}
