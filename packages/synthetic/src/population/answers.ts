import { provinceRegions, provinceRegionsThree } from '@wavebook/schema';
import type { Random } from '../random/random.ts';
import { drawBenefits } from './benefits.ts';
import { ageGroup, birthCohort, fiveInsurances, leftBehindFamily, lengthOfStay } from './derived.ts';
import { drawEducation, levels } from './education.ts';
import type { Effects } from './effects.ts';
import { drawWork } from './employment.ts';
import { drawFirstDeparture } from './first-departure.ts';
import type { FramePoint } from './frame.ts';
import { drawFurther, type FurtherStreams } from './further.ts';
import { drawInsurance } from './insurance.ts';
import { intercepts } from './intercepts.ts';
import { drawLiving } from './living.ts';
import type { Household, Member } from './member.ts';
import type { Migrant } from './migrant.ts';
import { drawMoves, drawStayIntention, drawStayMonths } from './mobility.ts';
import { drawOrigin, type Origin } from './origin.ts';
import { provinceProfile } from './province-profiles.ts';
import { drawServices } from './services.ts';
import { codebookOf, type SolvedWave, solvedAround, type Wave } from './waves.ts';

/** Complete answers of a person by canonical variable, derived variables included; null where routed past. */
export type Answers = Readonly<Record<string, string | number | null>>;

type YesNo = 'yes' | 'no';
type Topics = [YesNo, YesNo, YesNo, YesNo, YesNo, YesNo, YesNo, YesNo, YesNo];

/** Provinces whose employers are factories first. */
const manufacturingProvinces = new Set(['31', '32', '33', '35', '44', '12', '37']);

/** Types of hukou and their shares in each wave. */
const hukouTypes: Readonly<Record<SolvedWave, readonly (readonly [string, number])[]>> = {
  '2011': [
    ['agricultural', 0.855],
    ['non_agricultural', 0.145],
  ],
  '2014': [
    ['agricultural', 0.845],
    ['non_agricultural', 0.155],
  ],
  '2016': [
    ['agricultural', 0.8],
    ['non_agricultural', 0.14],
    ['agricultural_to_resident', 0.03],
    ['non_agricultural_to_resident', 0.01],
    ['resident', 0.019],
    ['other', 0.001],
  ],
  '2017': [
    ['agricultural', 0.78],
    ['non_agricultural', 0.135],
    ['agricultural_to_resident', 0.035],
    ['non_agricultural_to_resident', 0.015],
    ['resident', 0.034],
    ['other', 0.001],
  ],
};

/** Where and when the people of a point are asked. */
export interface PointContext {
  readonly wave: Wave;
  readonly point: FramePoint;
  readonly effects: Effects;
  /** The stream of what was added to the models later; the others stay as they were. */
  readonly benefits: Random;
  /** The stream of housing, health and the household's money. */
  readonly living: Random;
  /** The stream of first departures. */
  readonly departures: Random;
  readonly further: FurtherStreams;
}

/** What the people of a household share, known to the models only. */
export interface HouseholdTraits {
  readonly origin: Origin;
  readonly hukouType: string;
  readonly schooling: number;
  readonly stay: number;
  readonly care: number;
  readonly luck: number;
  readonly smallChildHere: boolean;
  readonly childHere: boolean;
}

/** From 2015 on the list has six types. */
const hukouTypesLike = (wave: Wave): SolvedWave => (wave === '2015' ? '2016' : solvedAround(wave)[0]);

function drawHukouType(wave: Wave, schooling: number, random: Random): string {
  const rows = hukouTypes[hukouTypesLike(wave)];
  const shift = Math.exp(-0.7 * schooling);
  return (
    rows[random.weighted(rows.map(([, share], i) => (i === 0 ? share * shift : share)))] as readonly [
      string,
      number,
    ]
  )[0];
}

/** Draws what a household has in common: origin, hukou, and the unseen traits that make its members alike. */
export function drawTraits(household: Household, context: PointContext, random: Random): HouseholdTraits {
  const { wave, point, effects } = context;
  const origin = drawOrigin(point, intercepts[wave].range + effects.range, random);
  const schooling = random.normal();
  let youngest = Number.POSITIVE_INFINITY;
  for (const member of household.members)
    if (member.role === 'child' && member.residence === 'here') youngest = Math.min(youngest, member.age);
  return {
    origin,
    schooling,
    hukouType: drawHukouType(wave, schooling, random),
    stay: random.normal(),
    care: random.normal(),
    luck: random.normal(),
    smallChildHere: youngest < 7,
    childHere: youngest < 15,
  };
}

/** Draws the level of schooling of a member. */
export function drawMemberEducation(
  member: Member,
  traits: HouseholdTraits,
  context: PointContext,
  random: Random,
): number {
  const prosperity = provinceProfile(context.point.province).prosperity;
  return drawEducation(
    member,
    { effect: context.effects.education, prosperity, household: traits.schooling, wave: context.wave },
    random,
  );
}

/**
 * Draws all answers of one eligible member, each domain given those before it. The record is one literal with every key written out: one put
 * together by spreading is ten times slower to make and to read.
 */
export function drawAnswers(
  member: Member,
  education: number,
  household: Household,
  traits: HouseholdTraits,
  context: PointContext,
  random: Random,
): Answers {
  const { wave, point, effects } = context;
  const constants = intercepts[wave];
  const { interview } = codebookOf(wave);
  const { range } = traits.origin;
  const { age, sex } = member;
  const familyHere = household.here >= 2;

  const lived = interview.year * 12 + interview.month - (member.birthYear * 12 + member.birthMonth);
  const stay = { age, range, familyHere, effect: effects.stay, household: traits.stay };
  const months = Math.min(lived, drawStayMonths(stay, constants, random));
  const arrival = interview.year * 12 + (interview.month - 1) - months;
  const birth = member.birthYear * 12 + member.birthMonth - 1;
  const departure = drawFirstDeparture({ birth, arrival }, context.departures);
  const migrant: Migrant = {
    wave,
    sex,
    age,
    education,
    range,
    agricultural: traits.hukouType.startsWith('agricultural'),
    stayYears: months / 12,
    familyHere,
    smallChildHere: traits.smallChildHere,
    childHere: traits.childHere,
    prosperity: provinceProfile(point.province).prosperity,
    factories: manufacturingProvinces.has(point.province),
    effects,
    care: traits.care,
    luck: traits.luck,
  };
  const work = drawWork(migrant, constants, random);
  const insurance = drawInsurance(migrant, work, constants, random);
  const services = drawServices(migrant, work, constants, random);
  const intention = drawStayIntention(migrant, constants, random);
  const benefits = drawBenefits(migrant, work, insurance, constants, context.benefits);
  const moves = drawMoves(migrant, constants, context.benefits);
  const five = fiveInsurances(work, insurance, benefits);
  const received = services.topics.reduce((sum, yes) => sum + (yes ? 1 : 0), 0);
  const living = drawLiving(migrant, work, { here: household.here, educated: received > 0 }, context.living);
  const known = { intention, moves, pension: insurance.pension };
  const further = drawFurther({ migrant, work, member, household }, known, context.further);
  const [rural, urbanRural, urban, employee, publicly] = insurance.schemes as [
    string,
    string,
    string,
    string,
    string,
  ];
  const topic = services.topics.map((yes) => (yes ? 'yes' : 'no')) as Topics;
  return {
    province: point.province,
    prefecture: point.prefecture,
    county: point.county,
    sex,
    birth_year: member.birthYear,
    birth_month: member.birthMonth,
    ethnicity: traits.origin.han ? 'han' : 'other',
    education: levels[education] as string,
    hukou_type: traits.hukouType,
    hukou_province: traits.origin.hukouProvince,
    local_hukou: 'no',
    marital_status: member.maritalStatus,
    migration_range: range,
    arrival_year: Math.floor(arrival / 12),
    arrival_month: (arrival % 12) + 1,
    first_departure_year: Math.floor(departure / 12),
    first_departure_month: (departure % 12) + 1,
    employed: work.employed,
    employment_status: work.status,
    fixed_employer: living.fixedEmployer,
    occupation: living.occupation,
    industry: work.industry,
    employer_type: living.employerType,
    contract: work.contract,
    weekly_hours: work.hours,
    days_a_week: work.daysAndHours?.[0] ?? null,
    hours_a_day: work.daysAndHours?.[1] ?? null,
    monthly_income: work.income,
    household_size_reported: household.here,
    household_income: living.householdIncome,
    housing_cost: living.housingCost,
    housing: living.housing,
    insurance_rural_cooperative: rural,
    insurance_urban_rural_resident: urbanRural,
    insurance_urban_resident: urban,
    insurance_urban_employee: employee,
    insurance_public: publicly,
    enrolment_place: insurance.enrolmentPlace,
    pension_insured: insurance.pension,
    work_injury_insured: insurance.workInjury,
    unemployment_insured: benefits.unemployment,
    maternity_insured: benefits.maternity,
    housing_fund: benefits.housingFund,
    medical_insured_here: benefits.insuredHere,
    social_security_card: insurance.card,
    health_record: services.record,
    public_health_services_heard: services.heard,
    residence_permit: services.permit,
    moves,
    stay_intention: intention,
    age,
    age_group: ageGroup(age),
    birth_cohort: birthCohort(member.birthYear),
    region: provinceRegions[point.province] as string,
    region_three: provinceRegionsThree[point.province] as string,
    stay_years: months / 12,
    length_of_stay: lengthOfStay(months),
    household_size_here: household.here,
    family_migration: familyHere ? 'yes' : 'no',
    left_behind_family: leftBehindFamily(household),
    medical_insured: insurance.medical,
    medical_schemes: insurance.schemes.filter((answer) => answer === 'yes').length,
    five_insurances: five,
    informal_employment: five === null ? null : five === 'none' && work.contract === 'none' ? 'yes' : 'no',
    health_education_any: received > 0 ? 'yes' : 'no',
    health_education_count: received,
    health_education_occupational_disease: topic[0],
    health_education_hiv_std: topic[1],
    health_education_reproductive_health: topic[2],
    health_education_tuberculosis: topic[3],
    health_education_smoking: topic[4],
    health_education_mental_health: topic[5],
    health_education_chronic_disease: topic[6],
    health_education_maternal_child_health: topic[7],
    health_education_emergency: topic[8],
    ...living.channels,
    self_rated_health: living.selfRatedHealth,
    migration_reason: further.settlement.migration_reason,
    cities_lived_in: further.settlement.cities_lived_in,
    years_away: further.settlement.years_away,
    intended_stay: further.settlement.intended_stay,
    leave_destination: further.settlement.leave_destination,
    long_term_stay: further.settlement.long_term_stay,
    hukou_transfer: further.settlement.hukou_transfer,
    farm_land: further.settlement.farm_land,
    homestead_land: further.settlement.homestead_land,
    remittance: further.settlement.remittance,
    integration_likes_city: further.belonging.integration_likes_city,
    integration_follows_changes: further.belonging.integration_follows_changes,
    integration_wants_to_belong: further.belonging.integration_wants_to_belong,
    integration_feels_accepted: further.belonging.integration_feels_accepted,
    integration_feels_local: further.belonging.integration_feels_local,
    integration_feels_looked_down_on: further.belonging.integration_feels_looked_down_on,
    integration_keeps_customs: further.belonging.integration_keeps_customs,
    integration_habits_differ: further.belonging.integration_habits_differ,
    takes_part_in_union: further.belonging.takes_part_in_union,
    takes_part_in_volunteers: further.belonging.takes_part_in_volunteers,
    takes_part_in_schoolmates: further.belonging.takes_part_in_schoolmates,
    takes_part_in_home_place: further.belonging.takes_part_in_home_place,
    takes_part_in_chamber: further.belonging.takes_part_in_chamber,
    friends: further.belonging.friends,
    reason_not_working: further.search.reason_not_working,
    searched_for_work: further.search.searched_for_work,
    available_for_work: further.search.available_for_work,
    months_without_work: further.search.months_without_work,
    illness: further.health.illness,
    care_place: further.health.care_place,
    reason_no_care: further.health.reason_no_care,
    chronic_disease: further.health.chronic_disease,
    chronic_followed_up: further.health.chronic_followed_up,
    hospital_stay: further.health.hospital_stay,
    hospital_reimbursed: further.health.hospital_reimbursed,
    reimbursed_place: further.health.reimbursed_place,
    recent_birth: further.health.recent_birth,
    first_trimester_check: further.health.first_trimester_check,
    antenatal_visits: further.health.antenatal_visits,
    hospital_birth: further.health.hospital_birth,
    maternal_record: further.health.maternal_record,
    contraception_service_here: further.health.contraception_service_here,
    pension_kind: further.pension,
  };
}
