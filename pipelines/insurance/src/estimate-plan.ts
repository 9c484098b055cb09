import { always, type EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema/indicators';

/** Insurances that come with a job: broken down by industry, employer and type too. */
const ofJobs = new Set([
  'insurance_urban_employee',
  'pension_insured',
  'work_injury_insured',
  'unemployment_insured',
  'maternity_insured',
  'housing_fund',
  'five_insurances_all',
  'five_insurances_none',
]);

/** What the insurance chapter estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.insurance,
  breakdownsOf: ({ id }) => [
    ...always,
    'education',
    'hukou_type',
    'migration_range',
    'length_of_stay',
    ...(ofJobs.has(id) ? ['industry', 'employer_type', 'migrant_type'] : []),
    ...(id === 'medical_insured' ? ['migrant_type'] : []),
  ],
  contrasts: [
    { indicator: 'medical_insured', domain: 'sex', from: 'male', to: 'female' },
    {
      indicator: 'enrolled_at_destination',
      domain: 'migration_range',
      from: 'inter_province',
      to: 'inter_county',
    },
    { indicator: 'work_injury_insured', domain: 'industry', from: 'C', to: 'E' },
    { indicator: 'pension_insured', domain: 'birth_cohort', from: 'before_1980', to: '1990_on' },
    { indicator: 'five_insurances_none', domain: 'employer_type', extremes: true },
    { indicator: 'work_injury_insured', domain: 'sex', from: 'male', to: 'female' },
    { indicator: 'five_insurances_all', domain: 'age_group', from: '25-34', to: '15-24' },
    { indicator: 'medical_insured', domain: 'province', extremes: true },
    { indicator: 'work_injury_insured', domain: 'industry', extremes: true },
    { indicator: 'enrolled_at_destination', domain: 'province', extremes: true },
    { indicator: 'social_security_card', domain: 'province', extremes: true },
    { indicator: 'five_insurances_all', domain: 'education', extremes: true },
    { indicator: 'work_injury_insured', domain: 'migrant_type', from: 'type_1', to: 'type_2' },
    { indicator: 'pension_insured', domain: 'migrant_type', from: 'type_1', to: 'type_2' },
  ],
};
