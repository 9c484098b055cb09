import { always, type EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema/indicators';

/** What the chapter on social integration estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.integration,
  breakdownsOf: ({ id, measure }) =>
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
          ...(id === 'integration_index' ? ['migrant_type'] : []),
        ],
  contrasts: [
    { indicator: 'integration_index', domain: 'length_of_stay', from: 'under_1', to: '10+' },
    { indicator: 'integration_index', domain: 'migration_range', from: 'inter_county', to: 'inter_province' },
    { indicator: 'integration_acceptance_index', domain: 'education', from: 'primary', to: 'bachelor' },
    {
      indicator: 'integration_economic_index',
      domain: 'hukou_type',
      from: 'agricultural',
      to: 'non_agricultural',
    },
    { indicator: 'friends_locals', domain: 'sex', from: 'male', to: 'female' },
    { indicator: 'integration_index', domain: 'province', extremes: true },
    { indicator: 'friends_locals', domain: 'length_of_stay', extremes: true },
    { indicator: 'takes_part_in_any', domain: 'education', extremes: true },
    { indicator: 'integration_feels_local_top', domain: 'length_of_stay', extremes: true },
    { indicator: 'integration_index', domain: 'migrant_type', from: 'type_1', to: 'type_2' },
  ],
};
