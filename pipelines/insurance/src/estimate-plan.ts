import type { EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema';

const employees = new Set(['insurance_urban_employee', 'work_injury_insured']);

/** What the insurance chapter estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.insurance,
  breakdownsOf: ({ id }) => [
    'all',
    'sex',
    'age_group',
    'sex:age_group',
    'province',
    'region',
    'education',
    'hukou_type',
    'migration_range',
    ...(employees.has(id) ? ['industry'] : []),
  ],
};
