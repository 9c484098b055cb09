import type { EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema';

/** What the chapter on mobility and family estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.mobility,
  breakdownsOf: ({ id }) => [
    'all',
    'sex',
    'age_group',
    'sex:age_group',
    'province',
    'region',
    'education',
    'hukou_type',
    ...(id === 'migration_range_structure' ? [] : ['migration_range']),
  ],
};
