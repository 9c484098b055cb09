import { always, type EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema/indicators';

/** Figures that are set side by side for Type I and Type II. */
const byType = new Set(['health_record', 'health_education_any', 'public_health_services_heard']);

/** What the public-services chapter estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.services,
  breakdownsOf: ({ id }) => [
    ...always,
    'education',
    'hukou_type',
    'ethnicity',
    'migration_range',
    'length_of_stay',
    'family_migration',
    ...(byType.has(id) ? ['migrant_type'] : []),
  ],
  contrasts: [
    { indicator: 'health_record', domain: 'migration_range', from: 'inter_province', to: 'inter_county' },
    { indicator: 'health_record', domain: 'province', extremes: true },
    { indicator: 'public_health_services_heard', domain: 'education', from: 'primary', to: 'bachelor' },
    { indicator: 'residence_permit', domain: 'migration_range', from: 'inter_county', to: 'inter_province' },
    { indicator: 'own_housing', domain: 'length_of_stay', from: 'under_1', to: '10+' },
    { indicator: 'health_education_any', domain: 'province', extremes: true },
    { indicator: 'residence_permit', domain: 'province', extremes: true },
    { indicator: 'public_health_services_heard', domain: 'education', extremes: true },
    { indicator: 'vaccination_complete', domain: 'region', extremes: true },
    { indicator: 'own_housing', domain: 'length_of_stay', extremes: true },
    { indicator: 'health_record', domain: 'migrant_type', from: 'type_1', to: 'type_2' },
    { indicator: 'health_education_any', domain: 'migrant_type', from: 'type_1', to: 'type_2' },
  ],
};
