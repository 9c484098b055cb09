import { codeLists } from '@wavebook/schema';
import type { Answers } from '../population/answers.ts';
import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import type { Outcome } from './effects.ts';

export type Cells = Record<string, string | number | null>;
type Yes = (chance: number) => 'yes' | 'no';

/** What the model knows of a person beside the answers of the synthetic population. */
export interface WorkerContext {
  /** Answers that the population of 2011 gives. */
  readonly base: Answers;
  readonly state: Readonly<Record<Outcome, boolean>>;
  readonly hukouCounty: string;
  readonly children: readonly { readonly age: number; readonly here: boolean }[];
  readonly spouseHere: boolean;
  readonly year: number;
  readonly month: number;
  readonly random: Random;
}

const pick = (random: Random, weights: Readonly<Record<string, number>>): string => {
  const codes = Object.keys(weights);
  return codes[random.weighted(Object.values(weights))] as string;
};

const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');
const tenth = (value: number): number => Math.round(value * 10) / 10;
const hundreds = (value: number): number => Math.max(0, Math.round(value / 100) * 100);

/** Whether a job exposes to hazards, by industry. */
const hazards: Readonly<Record<string, number>> = { B: 0.9, E: 0.75, C: 0.45, G: 0.35, D: 0.4, A: 0.3 };

const topicsByIndustry: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  C: { machine_operation: 4, electronics: 3, garment: 2, computer: 2, management: 1 },
  E: { construction: 5, machine_operation: 2, driving: 2, management: 1 },
  B: { machine_operation: 4, construction: 2, driving: 2 },
  H: { catering: 5, management: 1, start_up: 2, computer: 1 },
  F: { sales: 4, computer: 2, start_up: 2, driving: 1 },
  G: { driving: 6, computer: 1 },
  O: { domestic_work: 3, beauty: 3, start_up: 2, computer: 1 },
};
const usualTopics = { computer: 4, management: 2, language: 1, driving: 2, start_up: 2, other: 1 };

function person({ base, hukouCounty, children, spouseHere, year, month, random }: WorkerContext): Cells {
  const arrival = Number(base.arrival_year) - 2;
  const moves = random.between(1, 4);
  const first = Math.max(Number(base.birth_year) + 15 - 2, arrival - random.integer(3 * moves));
  const family = Number(base.household_size_here) > 1;
  return {
    interview_year: year,
    interview_month: month,
    consent: 'yes',
    sex: base.sex as string,
    birth_year: Number(base.birth_year) - 2,
    birth_month: base.birth_month as number,
    ethnicity: base.ethnicity as string,
    education: base.education as string,
    marital_status: base.marital_status as string,
    hukou_type: base.hukou_type as string,
    hukou_province: base.hukou_province as string,
    hukou_county: hukouCounty,
    province: base.province as string,
    county: base.county as string,
    first_departure_year: Math.min(first, arrival),
    moves,
    arrival_year: arrival,
    arrival_month: base.arrival_month as number,
    companions: family
      ? pick(random, { spouse: 3, spouse_and_children: 3, other_family: 1 })
      : pick(random, { alone: 4, home_place: 4, organised: 1, other_family: 1 }),
    return_frequency: pick(
      random,
      family
        ? { none: 3, once: 5, '2-3': 3, '4-11': 1, monthly: 0.3 }
        : { none: 1, once: 4, '2-3': 4, '4-11': 2, monthly: 1 },
    ),
    months_worked: base.employed === 'yes' ? pick12(random) : random.between(0, 8),
    household_size_here: base.household_size_here as number,
    spouse_here: yesNo(spouseHere),
    children_under_16: children.length,
    children_under_16_here: children.filter(({ here }) => here).length,
    stay_intention: base.stay_intention as string,
    remittance: random.chance(0.65) ? hundreds(2000 + 9000 * random.uniform()) : 0,
  };
}

const pick12 = (random: Random): number => (random.chance(0.6) ? 12 : random.between(5, 11));

function work({ base, state, year, random }: WorkerContext, yes: Yes): Cells {
  const industry = String(base.industry);
  const hours = Number(base.weekly_hours);
  const days = Math.min(7, Math.max(1, Number(base.days_a_week ?? 6)));
  const employee = base.employment_status === 'employee';
  const contract = String(base.contract);
  const signed =
    contract === 'none' || contract === 'not_sure'
      ? pick(random, { fixed_term: 7, open_ended: 1.5, one_job: 1, probation: 0.5 })
      : contract;
  const overtime = employee && random.chance(0.55) ? random.between(4, 80) : 0;
  const arrears = state.wage_arrears;
  return {
    employed: base.employed as string,
    searched_for_work: yes(0.6),
    available_for_work: yes(0.8),
    months_without_work: random.between(0, 14),
    reason_not_working: pick(
      random,
      base.sex === 'female'
        ? { care_for_family: 6, pregnant: 2, lost_job: 2, left_job: 2, cannot_find: 2, does_not_want: 1 }
        : { lost_job: 3, left_job: 3, cannot_find: 3, disabled: 1, does_not_want: 1, studying: 1 },
    ),
    employment_status: base.employment_status as string,
    occupation: base.occupation as string,
    industry: base.industry as string,
    employer_type: base.employer_type as string,
    job_start_year: Math.min(year, Number(base.arrival_year) - 2 + random.between(0, 3)),
    job_channel: state.used_to_search_public_service
      ? pick(random, { public_service: 4, kin_or_friends: 3, job_fair: 2, online: 1, direct: 1 })
      : pick(random, {
          kin_or_friends: 8,
          direct: 2.5,
          own_business: 2,
          online: 1.5,
          private_agency: 1.2,
          labour_dispatch: 0.6,
          school: 0.8,
          job_fair: 0.5,
        }),
    used_to_search_public_service: yesNo(state.used_to_search_public_service),
    used_to_search_private_agency: yes(0.14),
    used_to_search_online: yes(0.16),
    used_to_search_job_fair: yes(0.12),
    used_to_search_kin_or_friends: yes(0.66),
    employment_service_known: yesNo(state.employment_service_known),
    employment_service_helped: yes(0.6),
    contract: state.contract_signed ? signed : random.chance(0.06) ? 'not_sure' : 'none',
    contract_understood: yes(0.55),
    days_per_week: days,
    hours_per_day: Number.isNaN(hours) ? 8 : Math.min(20, tenth(hours / days)),
    overtime_hours: overtime,
    overtime_pay: pick(random, {
      at_legal_rate: 3,
      at_lower_rate: 4,
      time_off: 1,
      unpaid: 2.5,
      not_sure: 0.3,
    }),
    pay_basis: pick(random, { month: 6, piece: 2.5, day: 1.5, hour: 0.5, commission: 0.6, job: 0.5 }),
    monthly_income: hundreds(Number(base.monthly_income) * 0.82),
    wage_arrears: yesNo(arrears),
    wage_arrears_amount: hundreds(500 + 9000 * random.uniform() ** 2),
    works_at_hazard: yes(hazards[industry] ?? 0.12),
    safety_training: yesNo(state.safety_training),
    protective_equipment: yesNo(state.protective_equipment),
    work_accident: yesNo(state.work_accident),
    work_accident_paid_by: pick(random, { employer: 4, insurance: 2, worker: 3, nobody: 0.5 }),
    union_member: yes(0.12),
    dispute: yes(0.06),
    knows_work_injury_employer_pays: truth(state.knows_work_injury_employer_pays, random),
    knows_insured_without_local_hukou: truth(state.knows_insured_without_local_hukou, random),
    knows_arbitration_free: truth(random.chance(0.3), random),
  };
}

/** A statement that is true and known to be so, or not. */
const truth = (knows: boolean, random: Random): string =>
  knows ? 'true' : random.chance(0.6) ? 'not_sure' : 'false';
/** A statement that is false. */
const falsehood = (knows: boolean, random: Random): string =>
  knows ? 'false' : random.chance(0.5) ? 'not_sure' : 'true';

function insurance({ base, state, random }: WorkerContext): Cells {
  const place = (inside: Readonly<Record<string, number>>): string => pick(random, inside);
  const why = (): string =>
    pick(random, {
      employer_did_not: 5,
      no_contract: 2,
      not_portable: 2,
      too_expensive: 2,
      insured_at_home: 1.5,
      did_not_know: 2,
      not_needed: 1.5,
      procedure: 0.7,
    });
  const insured = (yes: boolean): string => (yes ? 'yes' : random.chance(0.05) ? 'not_sure' : 'no');
  const atWork = { destination: 12, origin: 0.3, elsewhere: 0.4 };
  return {
    pension_insured: insured(state.pension_insured),
    pension_place: place({ destination: 6, origin: 4, elsewhere: 0.5 }),
    pension_why_not: why(),
    medical_insured: insured(state.medical_insured),
    medical_place: place({ destination: 3, origin: 8, elsewhere: 0.4 }),
    medical_why_not: why(),
    work_injury_insured: insured(state.work_injury_insured),
    work_injury_place: place(atWork),
    work_injury_why_not: why(),
    unemployment_insured: insured(base.unemployment_insured === 'yes'),
    unemployment_place: place(atWork),
    unemployment_why_not: why(),
    maternity_insured: insured(base.maternity_insured === 'yes'),
    maternity_place: place(atWork),
    maternity_why_not: why(),
    housing_fund_insured: insured(base.housing_fund === 'yes'),
    housing_fund_place: place(atWork),
    housing_fund_why_not: why(),
    pension_transferable: truth(random.chance(0.25), random),
    medical_reimbursed: yesNo(random.chance(state.medical_insured ? 0.6 : 0.05)),
  };
}

function training({ base, state, random }: WorkerContext, yes: Yes): Cells {
  const topics = topicsByIndustry[String(base.industry)] ?? usualTopics;
  const young = Number(base.age) < 35;
  return {
    trained: yesNo(state.trained),
    training_kind: pick(random, {
      vocational: 4,
      safety: 3,
      pre_employment: 2,
      life_skills: 1,
      start_up: 0.6,
      farming: 0.5,
    }),
    training_topic: pick(random, topics),
    training_days: random.between(1, 30),
    training_paid_by: pick(random, { employer: 5, government: 2.5, worker: 2.5 }),
    training_certificate: yes(0.35),
    training_wanted: yes(young ? 0.62 : 0.42),
    training_wanted_topic: pick(random, { ...topics, computer: 2, start_up: 1.2 }),
    training_wanted_time: pick(random, {
      evening: 4,
      rest_day: 4,
      working_hours: 1.5,
      slack_season: 1,
      any: 1,
    }),
    training_wanted_place: pick(random, { destination: 8, origin: 2, elsewhere: 0.5 }),
    training_willing_to_pay: random.chance(0.4) ? 0 : hundreds(1500 * random.uniform()),
    start_up_wish: yes(young ? 0.3 : 0.2),
    start_up_place: pick(random, { destination: 4, origin: 5, elsewhere: 0.7 }),
    start_up_industry: pick(random, { F: 4, H: 3, O: 2, C: 1, A: 1, G: 0.7 }),
    start_up_obstacle: pick(random, {
      money: 6,
      skill: 2,
      information: 1.5,
      licence: 0.8,
      place: 1,
      family: 0.7,
    }),
    start_up_training: yes(0.08),
  };
}

const feelings = ['nervous', 'hopeless', 'restless', 'depressed', 'effort', 'worthless'] as const;

function health({ base, state, random }: WorkerContext, yes: Yes): Cells {
  const strain = random.normal();
  const felt = (): string => {
    const level = strain + random.normal() * 0.8;
    return level < -0.4
      ? 'never'
      : level < 0.6
        ? 'seldom'
        : level < 1.6
          ? 'sometimes'
          : level < 2.5
            ? 'often'
            : 'always';
  };
  const age = Number(base.age);
  return {
    self_rated_health: pick(
      random,
      age < 40
        ? { healthy: 8, mostly_healthy: 2, unhealthy: 0.2 }
        : { healthy: 5, mostly_healthy: 4, unhealthy: 1 },
    ),
    illness: pick(random, { two_weeks: 1.5, year: 3.5, none: 6 }),
    care_place: pick(random, {
      community_health: 2,
      private_clinic: 3,
      hospital: 3,
      pharmacy: 2.5,
      hukou_place: 0.4,
      none: 1.6,
    }),
    reason_no_care: pick(random, { not_serious: 6, cost: 3, no_time: 2, far: 0.5, no_insurance: 1 }),
    unmet_need: yes(0.16),
    hospital_stay: yes(0.05),
    health_education: yesNo(state.health_education),
    health_fact_hiv_condom: truth(random.chance(0.66), random),
    health_fact_hiv_meal: falsehood(state.health_fact_hiv_meal, random),
    health_fact_hiv_looks_healthy: truth(random.chance(0.5), random),
    health_fact_tb_cough: truth(random.chance(0.48), random),
    health_fact_tb_free: truth(state.health_fact_tb_free, random),
    health_fact_antenatal_free: truth(random.chance(0.4), random),
    health_fact_contraceptives_free: truth(random.chance(0.6), random),
    ...Object.fromEntries(feelings.map((feeling) => [`felt_${feeling}`, felt()])),
  };
}

const serviceChances: Readonly<Record<string, number>> = {
  vaccination: 0.45,
  child_health: 0.3,
  maternal_health: 0.28,
  health_education: 0.4,
  chinese_medicine: 0.12,
  chronic_disease: 0.1,
  elderly_health: 0.06,
  tuberculosis: 0.04,
  mental_disorder: 0.03,
  infectious_disease: 0.15,
  sanitation: 0.12,
};

function living({ base, state, random }: WorkerContext): Cells {
  const use = (received: boolean): string =>
    received ? 'received' : pick(random, { not_received: 5, not_wanted: 3, not_heard: 3 });
  const attention = 0.7 * random.normal();
  const reached = (chance: number): boolean =>
    random.chance(logistic(Math.log(chance / (1 - chance)) + attention));
  const agree = (usual: number): string => {
    const level = usual + 0.5 * attention + random.normal();
    return level < -1.4
      ? 'strongly_disagree'
      : level < -0.4
        ? 'disagree'
        : level < 1.1
          ? 'agree'
          : 'strongly_agree';
  };
  const area = Math.max(2, 6 + 8 * random.uniform() + 3 * random.normal());
  return {
    residence_permit: yesNo(state.residence_permit),
    housing: base.housing as string,
    housing_area: Math.round(area),
    housing_cost: hundreds(Number(base.housing_cost) * 0.8),
    ...Object.fromEntries(
      (codeLists.public_health_service?.codes ?? []).map(({ code }) => [
        `service_${code}`,
        use(code === 'health_record' ? state.service_health_record : reached(serviceChances[code] ?? 0.1)),
      ]),
    ),
    service_why_not: pick(random, {
      did_not_know: 6,
      no_time: 2,
      not_entitled: 2.5,
      cost: 1,
      far: 0.7,
      refused: 0.4,
    }),
    used_hotline: use(random.chance(0.05)),
    used_legal_aid: use(random.chance(0.03)),
    used_library: use(random.chance(0.12)),
    used_community_centre: use(random.chance(0.2)),
    legal_aid_known: yesNo(state.legal_aid_known),
    discriminated: yesNo(state.discriminated),
    discrimination_place: pick(random, {
      job_search: 3,
      work: 3,
      housing: 1,
      school: 1,
      daily_life: 2,
      office: 0.8,
    }),
    takes_part: yesNo(state.takes_part),
    integration_likes_city: agree(0.9),
    integration_follows_changes: agree(0.7),
    integration_wants_to_belong: agree(0.7),
    integration_feels_accepted: agree(0.5),
    integration_feels_looked_down_on: agree(-0.7),
    integration_keeps_customs: agree(0.1),
    integration_habits_differ: agree(-0.1),
    integration_feels_local: agree(-0.3),
  };
}

/** All answers of a worker, asked or not; routing comes after. */
export function workerAnswers(context: WorkerContext): Cells {
  const yes: Yes = (chance) => yesNo(context.random.chance(chance));
  return {
    ...person(context),
    ...work(context, yes),
    ...insurance(context),
    ...training(context, yes),
    ...health(context, yes),
    ...living(context),
  };
}
