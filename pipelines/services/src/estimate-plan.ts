import { always, type EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema/indicators';

/** What the public-services chapter estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.services,
  breakdownsOf: () => [
    ...always,
    'education',
    'hukou_type',
    'ethnicity',
    'migration_range',
    'length_of_stay',
    'family_migration',
  ],
};
