import type { Answers } from '../population/answers.ts';
import { buildFrame } from '../population/frame.ts';
import { generatePoint } from '../population/point.ts';
import { Random } from '../random/random.ts';
import type { Community } from './communities.ts';
import { later } from './course.ts';
import { courses, EXPOSURE_OF_MOVERS, incomeGrowth, type Outcome, outcomes } from './effects.ts';

type State = Readonly<Record<Outcome, boolean>>;

/** Between the rounds a person stays in the community, moves to another site, or leaves all sites and with them the population. */
export type Fate = 'stays' | 'moves' | 'leaves';

interface Child {
  readonly age: number;
  readonly sex: string;
  readonly here: boolean;
}

/** A worker of a community with what holds at both rounds. Years of birth and arrival are those of 2011; the first round is two years before. */
export interface Worker {
  readonly id: string;
  readonly base: Answers;
  readonly hukouCounty: string;
  readonly spouseHere: boolean;
  readonly children: readonly Child[];
  readonly exposure: number;
  readonly before: State;
  readonly after: State;
  /** Pay at the second round over that at the first. */
  readonly growth: number;
  /** Out of work at the second round. */
  readonly losesJob: boolean;
  readonly fate: Fate;
  /** Class by which people answer or not: sex and age. */
  readonly group: ResponseGroup;
}

export type ResponseGroup = `${'female' | 'male'}:${'under_25' | '25_34' | '35_plus'}`;

const frame = buildFrame({ wave: '2011', seed: 1, provinces: ['12'] });

const signed = new Set(['fixed_term', 'open_ended', 'one_job', 'probation', 'other']);

/** Shares of yes at the first round of what the population of 2011 does not say; the community and schooling move them. */
const firstShares: Readonly<Partial<Record<Outcome, number>>> = {
  safety_training: 0.4,
  protective_equipment: 0.45,
  wage_arrears: 0.12,
  work_accident: 0.06,
  trained: 0.28,
  used_to_search_public_service: 0.15,
  employment_service_known: 0.4,
  legal_aid_known: 0.35,
  knows_work_injury_employer_pays: 0.45,
  knows_insured_without_local_hukou: 0.4,
  health_education: 0.35,
  health_fact_hiv_meal: 0.5,
  health_fact_tb_free: 0.4,
  takes_part: 0.25,
  discriminated: 0.25,
};

const known: Readonly<Partial<Record<Outcome, (base: Answers) => boolean>>> = {
  contract_signed: (base) => signed.has(String(base.contract)),
  work_injury_insured: (base) => base.work_injury_insured === 'yes',
  medical_insured: (base) => base.medical_insured === 'yes',
  pension_insured: (base) => base.pension_insured === 'yes',
  service_health_record: (base) => base.health_record === 'established',
  residence_permit: (base) => base.residence_permit === 'yes',
};

const COMMUNITY_SPREAD = 0.28;
const schooled = new Set(['upper_secondary', 'junior_college', 'bachelor', 'postgraduate']);

function firstState(base: Answers, shifts: Readonly<Record<string, number>>, random: Random): State {
  const schooling = schooled.has(String(base.education)) ? 0.35 : -0.1;
  const yes = (outcome: Outcome): boolean => {
    const told = known[outcome];
    if (told) return told(base);
    const share = firstShares[outcome] as number;
    const odds = Math.log(share / (1 - share)) + (shifts[outcome] as number) + schooling;
    return random.chance(1 / (1 + Math.exp(-odds)));
  };
  return Object.fromEntries(outcomes.map((outcome) => [outcome, yes(outcome)])) as State;
}

const LEAVES = 0.11;
const MOVES = 0.07;

function fateOf(age: number, random: Random): Fate {
  const mobile = age < 25 ? 1.5 : age < 35 ? 1 : 0.7;
  const lot = random.uniform();
  return lot < LEAVES * mobile ? 'leaves' : lot < (LEAVES + MOVES) * mobile ? 'moves' : 'stays';
}

const groupOf = (base: Answers): ResponseGroup => {
  const age = Number(base.age);
  return `${base.sex as 'female' | 'male'}:${age < 25 ? 'under_25' : age < 35 ? '25_34' : '35_plus'}`;
};

const CHILD_BELOW = 16;
const married = new Set(['first_marriage', 'remarried', 'cohabiting']);

/**
 * All workers of a community, the same whenever they are asked for: people of the synthetic population of 2011 with what the baseline
 * questionnaires ask beside. What a person does between the rounds depends on the arm of the community.
 */
export function workersOf({ arm, point }: Community, seed: number): Worker[] {
  const random = new Random(seed, 'baseline', 'people', point.id);
  const shifts = Object.fromEntries(outcomes.map((outcome) => [outcome, COMMUNITY_SPREAD * random.normal()]));
  const workers: Worker[] = [];
  for (const { household, traits, answers } of generatePoint({ ...frame, seed }, point)) {
    household.eligible.forEach((place, i) => {
      const base = answers[i] as Answers;
      const own = household.members[place];
      const parent = own?.role === 'head' || own?.role === 'spouse';
      const children = household.members
        .filter(({ role, age }) => parent && role === 'child' && age < CHILD_BELOW)
        .map(({ age, sex, residence }) => ({ age, sex, here: residence === 'here' }));
      const spouse = household.members.find(
        ({ role }) => role === (own?.role === 'head' ? 'spouse' : 'head') && parent,
      );
      const fate = fateOf(Number(base.age), random);
      const exposure = arm === 'comparison' ? 0 : fate === 'moves' ? EXPOSURE_OF_MOVERS : 1;
      const before = firstState(base, shifts, random);
      const after = Object.fromEntries(
        outcomes.map((outcome) => [outcome, later(before[outcome], courses[outcome], exposure, random)]),
      ) as State;
      workers.push({
        id: `${point.id}-${String(workers.length + 1).padStart(3, '0')}`,
        base,
        hukouCounty: traits.origin.hukouCounty,
        spouseHere: married.has(String(base.marital_status)) && spouse?.residence === 'here',
        children,
        exposure,
        before,
        after,
        growth: (1 + incomeGrowth.trend + incomeGrowth.effect * exposure) * Math.exp(0.15 * random.normal()),
        losesJob: random.chance(0.02),
        fate,
        group: groupOf(base),
      });
    });
  }
  return workers;
}
