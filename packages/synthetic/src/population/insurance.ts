import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import type { Work } from './employment.ts';
import type { Intercepts } from './intercepts.ts';
import type { Migrant } from './migrant.ts';
import type { Wave } from './waves.ts';

export type Answer = 'yes' | 'no' | 'not_sure';

/** The five schemes in the schema's order, what follows from them, and the other insurances. */
export interface Insurance {
  readonly schemes: readonly Answer[];
  readonly medical: Answer;
  readonly enrolmentPlace: string | null;
  readonly pension: Answer;
  readonly workInjury: Answer | null;
  readonly card: string;
}

/** Waves in which the insurances of the job and the pension are answered yes or no. */
export const withoutNotSure: ReadonlySet<Wave> = new Set<Wave>(['2011']);

const RURAL = 0;
const URBAN_RURAL = 1;
const URBAN = 2;
const EMPLOYEE = 3;
const PUBLIC = 4;

/** Kinds of contract that were signed. */
export const signedContracts: ReadonlySet<string> = new Set([
  'fixed_term',
  'open_ended',
  'one_job',
  'probation',
  'other',
]);
/** Work-injury and employee insurance by industry, on the logit scale; others 0. */
const industryShifts: Readonly<Record<string, number>> = {
  A: -1,
  B: 0.3,
  C: 0.5,
  E: -0.5,
  H: -0.5,
  O: -0.5,
  F: -0.2,
  J: 0.6,
  I: 0.5,
};

/** Schemes of those without a job's insurance: rural cooperative, urban-rural resident, urban resident. */
const residentSchemes = {
  agricultural: [0.885, 0.085, 0.03],
  other: [0.13, 0.3, 0.57],
} as const;
const SECOND_SCHEME = 0.04;
const NOT_SURE_OF_ANOTHER = 0.008;
/** Among those in no scheme, who is not sure of at least one. */
const NOT_SURE_WITHOUT = 0.17;

/** Places of enrolment by scheme: destination, origin, elsewhere. */
const enrolmentShares: readonly (readonly [number, number, number])[] = [
  [0.05, 0.94, 0.01],
  [0.4, 0.57, 0.03],
  [0.4, 0.56, 0.04],
  [0.92, 0.05, 0.03],
  [0.6, 0.36, 0.04],
];

function mainScheme(
  migrant: Migrant,
  work: Work,
  signed: boolean,
  constants: Intercepts,
  random: Random,
): number {
  const { effects } = migrant;
  if (work.status === 'employee') {
    const covered = logistic(
      constants.urbanEmployee +
        (signed ? 2 : -1.1) +
        (industryShifts[work.industry as string] ?? 0) +
        0.5 * (migrant.education - 2.5) +
        0.35 * migrant.prosperity +
        0.04 * Math.min(migrant.stayYears, 12) +
        (migrant.agricultural ? -0.3 : 0.6) +
        effects.insurance +
        0.4 * effects.formality,
    );
    if (random.chance(covered)) return EMPLOYEE;
    if (work.industry === 'S' && random.chance(0.2)) return PUBLIC;
  } else if (!migrant.agricultural && random.chance(0.18)) return EMPLOYEE;
  return random.weighted(migrant.agricultural ? residentSchemes.agricultural : residentSchemes.other);
}

function drawSchemes(migrant: Migrant, work: Work, signed: boolean, constants: Intercepts, random: Random) {
  const schemes: Answer[] = ['no', 'no', 'no', 'no', 'no'];
  const insured = logistic(
    constants.insured +
      (signed ? 0.45 : 0) +
      (work.employed === 'yes' ? 0.1 : -0.1) +
      0.2 * (migrant.education - 2) +
      0.012 * (migrant.age - 36) +
      (migrant.agricultural ? 0.35 : -0.2) +
      (migrant.range === 'inter_province' ? -0.3 : 0.2) +
      0.01 * Math.min(migrant.stayYears, 15) +
      migrant.effects.insurance +
      0.75 * migrant.care,
  );
  if (!random.chance(insured)) {
    if (random.chance(NOT_SURE_WITHOUT)) {
      schemes[migrant.agricultural ? RURAL : URBAN] = 'not_sure';
      if (random.chance(0.4)) schemes[URBAN_RURAL] = 'not_sure';
    }
    return { schemes, main: null };
  }
  const main = mainScheme(migrant, work, signed, constants, random);
  schemes[main] = 'yes';
  if (random.chance(SECOND_SCHEME)) {
    const second = main === RURAL ? EMPLOYEE : RURAL;
    if (second === RURAL ? migrant.agricultural : work.status === 'employee') schemes[second] = 'yes';
  }
  if (random.chance(NOT_SURE_OF_ANOTHER)) {
    const other = (main + 1 + random.integer(4)) % 5;
    if (schemes[other] === 'no') schemes[other] = 'not_sure';
  }
  return { schemes, main };
}

function drawPlace(main: number, migrant: Migrant, random: Random): string {
  const [destination, origin, elsewhere] = enrolmentShares[main] as readonly [number, number, number];
  const shift = Math.exp(migrant.effects.enrolment + 0.05 * (Math.min(migrant.stayYears, 12) - 5));
  const places = ['destination', 'origin', 'elsewhere'];
  return places[random.weighted([destination * shift, origin, elsewhere])] as string;
}

/** Yes with probability `logistic(x)`; some of the rest are not sure. */
export function yesNoNotSure(x: number, notSure: number, random: Random): Answer {
  if (random.chance(logistic(x))) return 'yes';
  return random.chance(notSure) ? 'not_sure' : 'no';
}

function drawCard(
  migrant: Migrant,
  employeeInsurance: boolean,
  constants: Intercepts,
  random: Random,
): string {
  const issued = logistic(
    constants.card +
      (employeeInsurance ? 1.5 : -0.3) +
      0.15 * (migrant.education - 2) +
      0.015 * (migrant.age - 36) +
      migrant.effects.pension,
  );
  if (random.chance(issued)) return 'issued';
  const u = random.uniform();
  return u < 0.66 ? 'heard' : u < 0.89 ? 'not_heard' : 'not_sure';
}

/** Draws the medical schemes, place of enrolment, pension, work-injury insurance and social security card. */
export function drawInsurance(
  migrant: Migrant,
  work: Work,
  constants: Intercepts,
  random: Random,
): Insurance {
  const { effects } = migrant;
  const signed = work.contract !== null && signedContracts.has(work.contract);
  const { schemes, main } = drawSchemes(migrant, work, signed, constants, random);
  const employeeInsurance = schemes[EMPLOYEE] === 'yes';
  const medical: Answer = main !== null ? 'yes' : schemes.includes('not_sure') ? 'not_sure' : 'no';
  const canBeUnsure = withoutNotSure.has(migrant.wave) ? 0 : 1;
  const pension = yesNoNotSure(
    constants.pension +
      (employeeInsurance ? 2.6 : 0) +
      0.05 * (migrant.age - 36) +
      0.12 * (migrant.education - 2) +
      (medical === 'yes' ? 0.3 : -0.9) +
      effects.pension +
      0.5 * migrant.care,
    0.07 * canBeUnsure,
    random,
  );
  const workInjury =
    work.status === 'employee'
      ? yesNoNotSure(
          constants.workInjury +
            (signed ? 1.7 : -0.6) +
            (employeeInsurance ? 2.2 : 0) +
            (industryShifts[work.industry as string] ?? 0) +
            0.1 * (migrant.education - 2.5) +
            0.6 * effects.formality,
          0.09 * canBeUnsure,
          random,
        )
      : null;
  return {
    schemes,
    medical,
    enrolmentPlace: main === null ? null : drawPlace(main, migrant, random),
    pension,
    workInjury,
    card: drawCard(migrant, employeeInsurance, constants, random),
  };
}
