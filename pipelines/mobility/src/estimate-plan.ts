import { always, type EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema/indicators';

/** Breakdowns of figures that are not for all of them: where people come from, and of whom they are a part. */
const own: Readonly<Record<string, readonly string[]>> = {
  migration_range_structure: [...always, 'education', 'hukou_type', 'ethnicity'],
  origin_destination_matrix: ['all', 'region', 'region_three', 'province'],
  five_year_age_structure: ['all', 'sex', 'migration_range'],
  age_structure: ['all', 'sex', 'region', 'province', 'migration_range'],
  region_structure: ['all', 'sex', 'age_group', 'birth_cohort', 'migration_range'],
  region_three_structure: ['all', 'sex', 'age_group', 'birth_cohort', 'migration_range'],
  inter_provincial_region_structure: ['all', 'sex', 'age_group', 'birth_cohort'],
  inter_provincial_share: [...always, 'education', 'hukou_type', 'ethnicity'],
  elderly_reason_structure: ['all', 'sex', 'region'],
  elderly_sought_care: ['all', 'sex', 'region'],
  border_province_range_structure: ['all', 'sex', 'age_group', 'ethnicity', 'province'],
  border_province_reason_structure: ['all', 'sex', 'age_group', 'ethnicity', 'province'],
};

/** What the chapter on mobility and family estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.mobility,
  breakdownsOf: ({ id }) =>
    own[id] ?? [...always, 'education', 'hukou_type', 'ethnicity', 'migration_range', 'length_of_stay'],
  contrasts: [
    { indicator: 'inter_provincial_share', domain: 'region_three', extremes: true },
    {
      indicator: 'left_behind_children',
      domain: 'migration_range',
      from: 'inter_county',
      to: 'inter_province',
    },
    { indicator: 'intends_to_stay', domain: 'length_of_stay', from: 'under_1', to: '10+' },
    { indicator: 'stay_years_mean', domain: 'province', extremes: true },
    { indicator: 'family_migration', domain: 'province', extremes: true },
    { indicator: 'inter_provincial_share', domain: 'province', extremes: true },
    { indicator: 'left_behind_family', domain: 'birth_cohort', extremes: true },
    { indicator: 'intends_to_settle', domain: 'education', extremes: true },
  ],
};
