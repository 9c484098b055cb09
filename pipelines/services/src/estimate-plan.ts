import type { EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema';

/** What the public-services chapter estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.services,
  breakdownsOf: () => [
    'all',
    'sex',
    'age_group',
    'sex:age_group',
    'province',
    'region',
    'education',
    'migration_range',
    'length_of_stay',
  ],
};
