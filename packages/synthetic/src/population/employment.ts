import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import { yearsOfSchooling } from './education.ts';
import type { Intercepts } from './intercepts.ts';
import type { Migrant } from './migrant.ts';
import type { Wave } from './waves.ts';

/** What work gives; every part is null where the question is not asked. */
export interface Work {
  readonly employed: 'yes' | 'no';
  readonly status: string | null;
  readonly industry: string | null;
  readonly contract: string | null;
  readonly hours: number | null;
  /** The two factors of `hours` where the wave asks for them: days a week and hours a day. */
  readonly daysAndHours: readonly [days: number, hours: number] | null;
  readonly income: number | null;
}

interface IndustryModel {
  /** Share among the employed before the adjustments. */
  readonly share: number;
  /** Share of employees, on the logit scale. */
  readonly employee: number;
  readonly contract: number;
  readonly hours: number;
  readonly income: number;
  readonly perLevel: number;
  readonly female: number;
}

const industryRows: readonly (readonly [string, number, number, number, number, number, number, number])[] = [
  ['A', 2.5, -0.6, -1.2, -2, -0.2, -0.5, 0],
  ['B', 1.2, 2.2, -0.1, 0, 0.15, -0.1, -1.5],
  ['C', 23, 2.4, 0.75, 1.5, 0, 0, 0.1],
  ['D', 1, 2.5, 0.7, -6, 0.03, 0.3, -0.4],
  ['E', 8.5, 1, -1.45, 1, 0.16, -0.25, -1.8],
  ['F', 20, -1.1, -0.5, 3, 0.02, 0, 0.3],
  ['G', 5, 0.3, -0.2, 1, 0.14, 0, -1.4],
  ['H', 13.5, -0.2, -0.55, 6, -0.03, -0.2, 0.35],
  ['I', 2.5, 1.8, 0.7, -7, 0.22, 0.7, -0.2],
  ['J', 1.3, 2.4, 0.8, -8, 0.22, 0.8, 0.1],
  ['K', 2.2, 2.2, 0.5, -3, 0.08, 0.2, 0],
  ['L', 1.6, 1.2, 0.3, -4, 0.12, 0.5, 0],
  ['M', 1, 2.2, 0.7, -7, 0.2, 0.9, -0.1],
  ['N', 0.8, 2, 0.1, -3, -0.1, -0.2, 0],
  ['O', 10.5, -0.3, -0.7, 1, -0.04, -0.1, 0.2],
  ['P', 2, 2.2, 0.55, -9, -0.02, 0.8, 0.8],
  ['Q', 1.8, 2, 0.6, -4, 0.02, 0.6, 0.8],
  ['R', 1.1, 1, 0.1, -3, 0.04, 0.3, 0],
  ['S', 1, 3, 0.6, -9, -0.06, 0.6, 0],
  ['T', 0.03, 3, 1, -9, 0.3, 1, 0],
];
const industries = industryRows.map(
  ([code, share, employee, contract, hours, income, perLevel, female]): IndustryModel & { code: string } => ({
    code,
    share,
    employee,
    contract,
    hours,
    income,
    perLevel,
    female,
  }),
);
const industryWeights: number[] = industries.map(() => 0);

/** Weekly hours that people name when they round. */
const roundHours = [20, 30, 35, 40, 44, 48, 50, 54, 56, 60, 63, 66, 70, 72, 77, 80, 84, 90, 98];
const ROUNDS_HOURS = 0.72;
const MOST_HOURS = 112;
/** Shares of those who work five, six and seven days a week. */
const dayShares = [0.17, 0.35, 0.48];
const LONGEST_DAY = 16;
/** Waves that know family workers as a class of their own. */
const withFamilyWorkers = new Set<Wave>(['2011', '2012', '2013', '2014']);
/** Waves that ask for days a week and hours a day instead of hours a week. */
const byDays = new Set<Wave>(['2011', '2012', '2013']);
const FACTORIES = 0.45;
const HIGHEST_INCOME = 120_000;
const HOURS_TO_LOG_INCOME = 0.15;

function drawIndustry(migrant: Migrant, random: Random): IndustryModel & { code: string } {
  for (let i = 0; i < industries.length; i++) {
    const model = industries[i] as IndustryModel;
    industryWeights[i] =
      model.share *
      Math.exp(model.perLevel * (migrant.education - 2.5) + (migrant.sex === 'female' ? model.female : 0));
  }
  const shift = Math.exp(
    (migrant.factories ? FACTORIES : -FACTORIES) +
      migrant.effects.industry +
      (migrant.range === 'inter_province' ? 0.3 : -0.3),
  );
  industryWeights[2] = (industryWeights[2] as number) * shift;
  industryWeights[4] = (industryWeights[4] as number) * Math.exp(0.3 - 0.6 * migrant.effects.industry);
  return industries[random.weighted(industryWeights)] as IndustryModel & { code: string };
}

function drawStatus(
  migrant: Migrant,
  industry: IndustryModel,
  constants: Intercepts,
  random: Random,
): string {
  const employee = logistic(
    constants.employee +
      industry.employee +
      0.28 * (migrant.education - 2.5) -
      0.035 * (migrant.age - 34) -
      0.02 * Math.min(migrant.stayYears, 15) +
      migrant.effects.formality * 0.5,
  );
  if (random.chance(employee)) return 'employee';
  const u = random.uniform();
  const family = migrant.sex === 'female' ? 0.11 : 0.04;
  if (u < family) return withFamilyWorkers.has(migrant.wave) ? 'family_worker' : 'other';
  return u < family + (migrant.sex === 'male' ? 0.19 : 0.12) ? 'employer' : 'own_account';
}

function drawContract(
  migrant: Migrant,
  industry: IndustryModel,
  constants: Intercepts,
  random: Random,
): string {
  const signed = logistic(
    constants.contract +
      industry.contract +
      0.45 * (migrant.education - 2.5) +
      0.35 * migrant.prosperity -
      0.012 * (migrant.age - 34) +
      0.03 * Math.min(migrant.stayYears, 12) +
      (migrant.range === 'inter_province' ? 0.1 : 0) +
      migrant.effects.formality +
      0.35 * migrant.luck,
  );
  if (!random.chance(signed)) return random.chance(0.08) ? 'not_sure' : 'none';
  const u = random.uniform();
  if (u < 0.73) return 'fixed_term';
  if (u < 0.925) return 'open_ended';
  if (u < 0.95) return 'one_job';
  return u < 0.96 ? 'probation' : 'other';
}

function drawHours(
  migrant: Migrant,
  industry: IndustryModel,
  status: string,
  constants: Intercepts,
  random: Random,
): { hours: number; daysAndHours: Work['daysAndHours'] } {
  const mean =
    constants.hours +
    industry.hours +
    (status === 'employee' ? -2.5 : 4.5) -
    1.8 * (migrant.education - 2.5) +
    (migrant.sex === 'female' ? -1 : 0) +
    4 * migrant.effects.hours;
  const exact = Math.max(6, Math.min(MOST_HOURS, mean + 12.5 * random.normal()));
  if (byDays.has(migrant.wave)) {
    const days = exact < 12 ? 2 : 5 + random.weighted(dayShares);
    const hours = Math.max(1, Math.min(LONGEST_DAY, Math.round(exact / days)));
    return { hours: days * hours, daysAndHours: [days, hours] };
  }
  if (!random.chance(ROUNDS_HOURS)) return { hours: Math.round(exact), daysAndHours: null };
  const hours = roundHours.reduce((best, value) =>
    Math.abs(value - exact) < Math.abs(best - exact) ? value : best,
  );
  return { hours, daysAndHours: null };
}

function drawIncome(
  migrant: Migrant,
  industry: IndustryModel,
  status: string,
  hours: number,
  constants: Intercepts,
  random: Random,
): number {
  const earner = random.uniform();
  const spread = status === 'employee' ? 0.38 : 0.58;
  const deviate = random.normal();
  if (
    status === 'family_worker' || status === 'other' ? earner < 0.35 : status !== 'employee' && earner < 0.012
  )
    return 0;
  const log =
    constants.income +
    industry.income +
    0.055 * ((yearsOfSchooling[migrant.education] as number) - 9) +
    (migrant.sex === 'female' ? -0.24 : 0) +
    HOURS_TO_LOG_INCOME * Math.log(hours / 55) -
    0.0005 * (migrant.age - 36) ** 2 +
    (status === 'employer' ? 0.45 : status === 'own_account' ? 0.06 : 0) +
    0.2 * migrant.prosperity +
    (migrant.range === 'inter_province' ? 0.06 : 0) +
    migrant.effects.income +
    0.14 * migrant.luck +
    spread * deviate;
  const yuan = Math.min(HIGHEST_INCOME, Math.exp(log));
  // In life incomes stand on heaps of 500; steps this fine give a true median that intervals can be checked against.
  const unit = yuan > 10_000 ? 100 : 10;
  return Math.max(100, Math.round(yuan / unit) * unit);
}

const notWorking: Work = {
  employed: 'no',
  status: null,
  industry: null,
  contract: null,
  hours: null,
  daysAndHours: null,
  income: null,
};

/** Draws employment, status, industry, contract, hours and income, each given those before it. */
export function drawWork(migrant: Migrant, constants: Intercepts, random: Random): Work {
  const { age, sex } = migrant;
  const employed = logistic(
    constants.employed -
      0.0042 * (age - 36) ** 2 +
      (age < 19 ? -0.9 : 0) +
      (sex === 'female' ? -0.55 : 0.45) +
      (sex === 'female' && migrant.smallChildHere ? -1.15 : 0) +
      0.12 * (migrant.education - 2) +
      (migrant.range === 'inter_province' ? 0.25 : 0) +
      migrant.effects.employed,
  );
  if (!random.chance(employed)) return notWorking;
  const industry = drawIndustry(migrant, random);
  const status = drawStatus(migrant, industry, constants, random);
  const contract = status === 'employee' ? drawContract(migrant, industry, constants, random) : null;
  const { hours, daysAndHours } = drawHours(migrant, industry, status, constants, random);
  const income = drawIncome(migrant, industry, status, hours, constants, random);
  return { employed: 'yes', status, industry: industry.code, contract, hours, daysAndHours, income };
}
