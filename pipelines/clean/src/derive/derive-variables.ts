import { type Cells, reasonCodes, setMissingWhere, textAt } from '@wavebook/harmonise';
import {
  healthEducationItems,
  medicalSchemes,
  provinceRegions,
  provinceRegionsThree,
  schoolingYears,
  type Variable,
} from '@wavebook/schema';
import { outsideOf, unknownOf } from '../universe.ts';
import { anyOf, countOf } from './batteries.ts';
import { ageGroup, birthCohort, codesFrom, fiveYearAge, lengthOfStay } from './classes.ts';
import { type Derivation, type DeriveContext, interviewMonths, numberFrom } from './context.ts';
import { age, stayMonths, stayYears } from './dates.ts';
import { traitDerivations } from './traits.ts';
import { fiveInsurances, informalEmployment, migrationRange, weeklyHours } from './work.ts';

/** The five insurances of employees: pension, medical, work injury, unemployment, maternity. */
const insurances = [
  'pension_insured',
  'insurance_urban_employee',
  'work_injury_insured',
  'unemployment_insured',
  'maternity_insured',
];

/** How each derived variable is computed; those of the roster have theirs in `members.ts`. */
const derivations: Readonly<Record<string, Derivation>> = {
  age,
  age_group: ageGroup,
  five_year_age: fiveYearAge,
  birth_cohort: birthCohort,
  region: codesFrom('province', provinceRegions),
  region_three: codesFrom('province', provinceRegionsThree),
  stay_months: stayMonths,
  stay_years: stayYears,
  length_of_stay: lengthOfStay,
  schooling_years: numberFrom(['education'], ([education], row) =>
    education ? (schoolingYears[textAt(education, row) ?? ''] ?? Number.NaN) : Number.NaN,
  ),
  medical_insured: anyOf(medicalSchemes),
  medical_schemes: countOf(medicalSchemes),
  five_insurances: fiveInsurances(insurances),
  informal_employment: informalEmployment,
  health_education_any: anyOf(healthEducationItems),
  health_education_count: countOf(healthEducationItems),
  weekly_hours: weeklyHours,
  migration_range: migrationRange,
};

const notAsked = reasonCodes.indexOf('not_asked');

/** A question is asked of a whole wave or of nobody. */
const isAsked = (cells: Cells | undefined): boolean => cells !== undefined && cells.reasons[0] !== notAsked;

/** Which variables to derive: all, or those named. */
export interface DeriveOptions {
  readonly instrument: string;
  readonly interview: { readonly year: number; readonly month: number };
  readonly only?: readonly string[];
}

/**
 * Adds every derived variable whose sources the wave has, in the order of the definition. A variable whose source was not asked or is not
 * mapped is not made. Whoever is outside the universe of a variable gets `not_applicable`, whoever may be outside `missing`.
 */
export function deriveVariables(
  rows: number,
  respondents: Map<string, Cells>,
  unit: readonly Variable[],
  { instrument, interview, only }: DeriveOptions,
): void {
  const context: DeriveContext = {
    rows,
    cells: respondents,
    interviewMonth: interviewMonths(respondents, interview),
  };
  const known = { ...derivations, ...traitDerivations(instrument) };
  for (const variable of unit) {
    const derivation = variable.derived === undefined ? undefined : known[variable.name];
    if (!derivation || (only && !only.includes(variable.name))) continue;
    if (!derivation.needs.every((name) => isAsked(respondents.get(name)))) continue;
    const cells = derivation.compute(context, variable);
    if (variable.universe) {
      setMissingWhere(cells, unknownOf(variable.universe, respondents, rows), 'missing');
      setMissingWhere(cells, outsideOf(variable.universe, respondents, rows), 'not_applicable');
    }
    respondents.set(variable.name, cells);
  }
}
