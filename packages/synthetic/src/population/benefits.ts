import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import type { Work } from './employment.ts';
import { type Answer, type Insurance, signedContracts, withoutNotSure, yesNoNotSure } from './insurance.ts';
import type { Intercepts } from './intercepts.ts';
import type { Migrant } from './migrant.ts';

/** What a job brings besides pay, asked of employees, and whether a medical scheme is held at destination. */
export interface Benefits {
  readonly unemployment: Answer | null;
  readonly maternity: Answer | null;
  readonly housingFund: Answer | null;
  readonly insuredHere: 'yes' | 'no';
}

const NOT_SURE = 0.09;
const noBenefits = { unemployment: null, maternity: null, housingFund: null } as const;

/** Draws the other insurances of the job, which go with work-injury and employee insurance, and medical insurance at destination. */
export function drawBenefits(
  migrant: Migrant,
  work: Work,
  insurance: Insurance,
  constants: Intercepts,
  random: Random,
): Benefits {
  const { effects, education } = migrant;
  const signed = work.contract !== null && signedContracts.has(work.contract);
  const employeeInsurance = insurance.schemes[3] === 'yes';
  const here = random.chance(
    logistic(
      constants.insuredHere +
        (employeeInsurance ? 3 : 0) +
        (signed ? 0.9 : -0.3) +
        0.04 * Math.min(migrant.stayYears, 12) +
        0.25 * (education - 2.5) +
        effects.insurance,
    ),
  );
  const insuredHere = here ? 'yes' : 'no';
  if (work.status !== 'employee') return { ...noBenefits, insuredHere };
  const notSure = withoutNotSure.has(migrant.wave) ? 0 : NOT_SURE;
  const shared =
    (insurance.workInjury === 'yes' ? 2.4 : -1.2) +
    (employeeInsurance ? 1.8 : 0) +
    (signed ? 0.6 : -0.4) +
    0.15 * (education - 2.5) +
    0.5 * effects.formality;
  const unemployment = yesNoNotSure(constants.unemployment + shared, notSure, random);
  const covered = unemployment === 'yes';
  const maternity = yesNoNotSure(
    constants.maternity + 0.6 * shared + (covered ? 2.6 : -1) + (migrant.sex === 'female' ? 0.3 : 0),
    notSure,
    random,
  );
  const housingFund = yesNoNotSure(
    constants.housingFund +
      0.5 * shared +
      (covered ? 1.4 : -0.8) +
      0.55 * (education - 2.5) +
      (work.industry === 'S' || work.industry === 'P' ? 0.8 : 0),
    notSure,
    random,
  );
  return { unemployment, maternity, housingFund, insuredHere };
}
