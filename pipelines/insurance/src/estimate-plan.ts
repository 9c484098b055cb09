import { always, type EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema/indicators';

/** Insurances that come with a job: broken down by industry and employer too. */
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
    ...(ofJobs.has(id) ? ['industry', 'employer_type'] : []),
  ],
};
