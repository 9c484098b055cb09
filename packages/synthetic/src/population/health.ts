import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import type { Household, Member } from './member.ts';
import type { Migrant } from './migrant.ts';

type Weights = readonly (readonly [string, number])[];
type YesNo = 'yes' | 'no';

const draw = (weights: Weights, random: Random): string =>
  (weights[random.weighted(weights.map(([, weight]) => weight))] as readonly [string, number])[0];

const places: Weights = [
  ['community_health', 24],
  ['private_clinic', 18],
  ['hospital', 20],
  ['pharmacy', 22],
  ['hukou_place', 2],
  ['elsewhere', 1],
  ['none', 13],
];
const reasons: Weights = [
  ['not_serious', 68],
  ['no_time', 13],
  ['cost', 11],
  ['far', 3],
  ['no_insurance', 2],
  ['other', 3],
];
const CHRONIC_ASKED_FROM = 15;
const FERTILE: readonly [number, number] = [15, 49];
/** A birth counts if the child is younger than this. */
const RECENT = 2;
const ENOUGH_VISITS = 7;

const yesNo = (yes: boolean): YesNo => (yes ? 'yes' : 'no');

function drawChronic(migrant: Migrant, random: Random): string {
  const risk = logistic(-4.6 + 0.075 * (Math.max(migrant.age, CHRONIC_ASKED_FROM) - 25));
  const [pressure, sugar] = [random.chance(risk), random.chance(0.35 * risk)];
  if (pressure || sugar) return pressure && sugar ? 'both' : pressure ? 'hypertension' : 'diabetes';
  return random.chance(0.12) ? 'not_examined' : 'neither';
}

/** Women of 15 to 49 who are or were married or live with a partner are asked; a birth shows as a small child of the couple. */
function drawMaternity(migrant: Migrant, member: Member, household: Household, random: Random) {
  const asked =
    migrant.sex === 'female' &&
    member.maritalStatus !== 'never_married' &&
    migrant.age >= FERTILE[0] &&
    migrant.age <= FERTILE[1];
  const parent = member.role === 'head' || member.role === 'spouse';
  const birth =
    asked && parent && household.members.some(({ role, age }) => role === 'child' && age < RECENT);
  const care = 0.5 * migrant.care + 0.4 * migrant.effects.services + 0.25 * (migrant.education - 2.5);
  const drawn = (base: number): YesNo => yesNo(random.chance(logistic(base + care)));
  const visits = Math.max(0, Math.round(ENOUGH_VISITS + 1.2 * care + 2.6 * random.normal()));
  const firstTrimester = drawn(1.95);
  const hospital = drawn(4.2);
  const record = drawn(1.3);
  const service = drawn(-0.6);
  return {
    recent_birth: asked ? yesNo(birth) : null,
    first_trimester_check: birth ? firstTrimester : null,
    antenatal_visits: birth ? visits : null,
    hospital_birth: birth ? hospital : null,
    maternal_record: birth ? record : null,
    contraception_service_here: asked ? service : null,
  };
}

/** Draws what the survey asks of health beside how healthy one feels. */
export function drawHealth(migrant: Migrant, member: Member, household: Household, random: Random) {
  const ill = random.chance(logistic(0.05 + 0.02 * (migrant.age - 35)));
  const illness = ill ? (random.chance(0.3) ? 'two_weeks' : 'year') : 'none';
  const place = draw(places, random);
  const chronic = drawChronic(migrant, random);
  const has = ['hypertension', 'diabetes', 'both'].includes(chronic);
  const followed = random.chance(
    logistic(-0.7 + 0.02 * (migrant.age - 50) + 0.6 * migrant.effects.services + 0.4 * migrant.care),
  );
  const stayed = random.chance(
    logistic(-3.3 + 0.028 * (migrant.age - 35) + (migrant.smallChildHere ? 0.5 : 0)),
  );
  const reimbursed = random.chance(0.58);
  const where = draw(
    [
      ['destination', 44],
      ['origin', 51],
      ['elsewhere', 5],
    ],
    random,
  );
  const reason = ill && place === 'none' ? draw(reasons, random) : null;
  const maternity = drawMaternity(migrant, member, household, random);
  return {
    illness,
    care_place: ill ? place : null,
    reason_no_care: reason,
    chronic_disease: chronic,
    chronic_followed_up: has ? yesNo(followed) : null,
    hospital_stay: yesNo(stayed),
    hospital_reimbursed: stayed ? yesNo(reimbursed) : null,
    reimbursed_place: stayed && reimbursed ? where : null,
    recent_birth: maternity.recent_birth,
    first_trimester_check: maternity.first_trimester_check,
    antenatal_visits: maternity.antenatal_visits,
    hospital_birth: maternity.hospital_birth,
    maternal_record: maternity.maternal_record,
    contraception_service_here: maternity.contraception_service_here,
  };
}
