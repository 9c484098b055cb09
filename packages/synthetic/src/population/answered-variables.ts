import {
  healthEducationChannelItems,
  healthEducationItems,
  integrationItems,
  medicalSchemes,
  participationItems,
} from '@wavebook/schema';

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
  ...['migration_reason', 'cities_lived_in', 'years_away', 'intended_stay', 'leave_destination'],
  ...['long_term_stay', 'hukou_transfer', 'farm_land', 'homestead_land', 'remittance'],
  ...integrationItems,
  ...participationItems,
  ...['friends', 'reason_not_working', 'searched_for_work', 'available_for_work', 'months_without_work'],
  ...['illness', 'care_place', 'reason_no_care', 'chronic_disease', 'chronic_followed_up'],
  ...['hospital_stay', 'hospital_reimbursed', 'reimbursed_place', 'recent_birth', 'first_trimester_check'],
  ...['antenatal_visits', 'hospital_birth', 'maternal_record', 'pension_kind', 'contraception_service_here'],
]);

/** Whether the synthetic people answer a variable of the schema; a column of any other is left out of their files. */
export const isAnswered = (variable: string): boolean => answered.has(variable);

const ofMembers: ReadonlySet<string> = new Set([
  ...['relation', 'sex', 'birth_year', 'birth_month', 'education', 'residence', 'attends_school'],
  ...['vaccination_complete', 'school_kind'],
]);

/** Whether the synthetic people answer a variable for each member of their household. */
export const isAnsweredOfMembers = (variable: string): boolean => ofMembers.has(variable);
