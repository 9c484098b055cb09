import { healthEducationItems, medicalSchemes } from '@wavebook/schema';
import { codebookOf, type Wave } from '../population/waves.ts';

const fiveInsurances = [
  'employed',
  'employment_status',
  'pension_insured',
  'insurance_urban_employee',
  'work_injury_insured',
  'unemployment_insured',
  'maternity_insured',
];

/** What each derived variable is made from. */
const sources: Readonly<Record<string, readonly string[]>> = {
  age: ['birth_year', 'birth_month'],
  age_group: ['birth_year', 'birth_month'],
  birth_cohort: ['birth_year'],
  region: ['province'],
  region_three: ['province'],
  stay_years: ['arrival_year', 'arrival_month'],
  length_of_stay: ['arrival_year', 'arrival_month'],
  household_size_here: ['member residence'],
  family_migration: ['member residence'],
  left_behind_family: ['member residence', 'member birth_year', 'member birth_month'],
  medical_insured: medicalSchemes,
  medical_schemes: medicalSchemes,
  five_insurances: fiveInsurances,
  informal_employment: [...fiveInsurances, 'contract'],
  health_education_any: healthEducationItems,
  health_education_count: healthEducationItems,
};

/** Whether a wave's layout has a variable or everything that it is derived from; a member's variable is named `member <variable>`. */
export function variablesIn(wave: Wave): (variable: string) => boolean {
  const { respondent, member } = codebookOf(wave);
  const mapped = new Set([
    ...respondent.map(({ variable }) => variable),
    ...member.map(({ variable }) => `member ${variable}`),
  ]);
  const birth = ['member birth_year', 'member birth_month'];
  return (variable) =>
    (variable === 'member age' ? birth : (sources[variable] ?? [variable])).every((name) => mapped.has(name));
}
