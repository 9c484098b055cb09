import { healthEducationChannelItems, healthEducationItems, medicalSchemes } from '@wavebook/schema';

const answered: ReadonlySet<string> = new Set([
  ...['respondent_id', 'survey_weight', 'province', 'prefecture', 'county'],
  ...['sex', 'birth_year', 'birth_month', 'ethnicity', 'education', 'hukou_type', 'hukou_province'],
  ...['marital_status', 'migration_range', 'arrival_year', 'arrival_month'],
  ...['first_departure_year', 'first_departure_month', 'local_hukou', 'household_size_reported'],
  ...[
    'employed',
    'employment_status',
    'fixed_employer',
    'occupation',
    'industry',
    'employer_type',
    'contract',
  ],
  ...['weekly_hours', 'monthly_income', 'household_income', 'housing_cost', 'housing'],
  ...medicalSchemes,
  ...['enrolment_place', 'pension_insured', 'work_injury_insured', 'unemployment_insured'],
  ...['maternity_insured', 'housing_fund', 'medical_insured_here', 'social_security_card', 'health_record'],
  ...healthEducationItems,
  ...healthEducationChannelItems,
  ...['self_rated_health', 'public_health_services_heard', 'residence_permit', 'moves', 'stay_intention'],
]);

/** Whether the synthetic people answer a variable of the schema; a column of any other is left out of their files. */
export const isAnswered = (variable: string): boolean => answered.has(variable);

const ofMembers: ReadonlySet<string> = new Set([
  ...['relation', 'sex', 'birth_year', 'birth_month', 'education', 'residence', 'attends_school'],
]);

/** Whether the synthetic people answer a variable for each member of their household. */
export const isAnsweredOfMembers = (variable: string): boolean => ofMembers.has(variable);
