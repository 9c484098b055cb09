import { always, type EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema/indicators';

/** What the chapter on social integration estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.integration,
  breakdownsOf: ({ measure }) =>
    measure.kind === 'reliability'
      ? ['all', 'sex', 'region', 'education']
      : [
          ...always,
          'education',
          'hukou_type',
          'ethnicity',
          'migration_range',
          'length_of_stay',
          'family_migration',
        ],
};
