import type { EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema';

/** What the employment chapter estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.employment,
  breakdownsOf: ({ id }) => [
    'all',
    'sex',
    'age_group',
    'sex:age_group',
    'province',
    'region',
    'education',
    ...(id === 'employed' ? ['migration_range'] : ['industry']),
  ],
};
