import { healthEducationItems, medicalSchemes } from './respondent.ts';
import { monitoringTraits } from './traits.ts';

const fiveInsurances = [
  'pension_insured',
  'insurance_urban_employee',
  'work_injury_insured',
  'unemployment_insured',
  'maternity_insured',
];

const traitSources = (variable: string): readonly string[] =>
  variable === 'family_migration' ? ['member residence'] : [variable];

/** What derived variables are made from; a member's variable is written `member <variable>`. */
const parts: Readonly<Record<string, readonly string[]>> = {
  age: ['birth_year', 'birth_month', 'member birth_year', 'member birth_month'],
  age_group: ['birth_year', 'birth_month'],
  five_year_age: ['birth_year', 'birth_month'],
  birth_cohort: ['birth_year'],
  region: ['province'],
  region_three: ['province'],
  stay_years: ['arrival_year', 'arrival_month'],
  length_of_stay: ['arrival_year', 'arrival_month'],
  household_size_here: ['member residence'],
  family_migration: ['member residence'],
  left_behind_family: ['member residence', 'member relation', 'member birth_year', 'member birth_month'],
  medical_insured: medicalSchemes,
  medical_schemes: medicalSchemes,
  five_insurances: fiveInsurances,
  informal_employment: [...fiveInsurances, 'contract'],
  health_education_any: healthEducationItems,
  health_education_count: healthEducationItems,
  stay_months: ['arrival_year', 'arrival_month'],
  schooling_years: ['education'],
  migrant_type: monitoringTraits.flatMap(({ variable }) => traitSources(variable)),
  ...Object.fromEntries(
    monitoringTraits.map(({ trait, variable }) => [`trait_${trait}`, traitSources(variable)]),
  ),
};

/** The variable itself and, where it is derived, those that it is made from. */
export const derivedFrom = (variable: string): readonly string[] => [variable, ...(parts[variable] ?? [])];
