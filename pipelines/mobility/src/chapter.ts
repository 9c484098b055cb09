import type { Chapter } from '@wavebook/report';
import { findings } from './findings.ts';

/** The chapter on mobility and family: its words and its charts, in book order. */
export const chapter: Chapter = {
  topic: 'mobility',
  instrument: 'monitoring',
  title: { zh: '流动与家庭', en: 'Mobility and family' },
  introduction: {
    zh: '本章说明流动人口流动的范围、在流入地停留的时间、是否举家流动，以及子女是否留守。流动时长由本次流入年月算至调查月；子女指标以每个子女计一次，用住户权重加权。',
    en: 'This chapter shows how far migrants move, how long they have stayed, whether they live with family at the destination, and whether their children stay behind. Length of stay runs from the month of arrival to the month of the interview; indicators of children count each child once, with the household weight.',
  },
  findings,
  charts: [
    { indicator: 'stay_years_mean', domain: 'all', mark: 'comparator' },
    { indicator: 'family_migration', domain: 'all', mark: 'comparator' },
    { indicator: 'born_1980_on_working_age', domain: 'all', mark: 'comparator' },
    { indicator: 'family_migration', domain: 'all', mark: 'trend' },
    { indicator: 'stay_years_mean', domain: 'all', mark: 'trend' },
    { indicator: 'inter_provincial_share', domain: 'all', mark: 'trend' },
    { indicator: 'left_behind_children', domain: 'all', mark: 'trend' },
    { indicator: 'born_1980_on_working_age', domain: 'all', mark: 'trend' },
    { indicator: 'five_year_age_structure', domain: 'sex', mark: 'pyramid' },
    { indicator: 'migration_range_structure', domain: 'all', mark: 'bars' },
    { indicator: 'migration_reason_structure', domain: 'all', mark: 'bars' },
    { indicator: 'origin_destination_matrix', domain: 'province', mark: 'matrix' },
    { indicator: 'inter_provincial_share', domain: 'province', mark: 'tiles' },
    { indicator: 'inter_provincial_share', domain: 'region_three', mark: 'bars' },
    { indicator: 'stay_years_mean', domain: 'province', mark: 'bars' },
    { indicator: 'stay_over_5_years', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'family_migration', domain: 'province', mark: 'tiles' },
    { indicator: 'family_migration', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'left_behind_children', domain: 'migration_range', mark: 'bars' },
    { indicator: 'left_behind_family', domain: 'birth_cohort', mark: 'bars' },
    { indicator: 'intends_to_stay', domain: 'length_of_stay', mark: 'bars' },
    { indicator: 'intends_to_settle', domain: 'education', mark: 'bars' },
    { indicator: 'border_province_range_structure', domain: 'all', mark: 'bars' },
    { indicator: 'elderly_reason_structure', domain: 'all', mark: 'bars' },
  ],
};
