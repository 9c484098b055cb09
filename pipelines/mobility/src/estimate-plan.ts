import { always, type EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema/indicators';

/** What the chapter on mobility and family estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.mobility,
  breakdownsOf: ({ id }) => [
    ...always,
    'education',
    'hukou_type',
    'ethnicity',
    ...(id === 'migration_range_structure' ? [] : ['migration_range']),
  ],
};
