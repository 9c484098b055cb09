import type { Chapter } from '@wavebook/report';

/** The chapter on mobility and family: its words and its charts, in book order. */
export const chapter: Chapter = {
  topic: 'mobility',
  instrument: 'monitoring',
  title: { zh: '流动与家庭', en: 'Mobility and family' },
  introduction: {
    zh: '本章说明流动人口流动的范围、在流入地停留的时间、是否举家流动，以及子女是否留守。流动时长由本次流入年月算至调查月；子女指标以每个子女计一次，用住户权重加权。',
    en: 'This chapter shows how far migrants move, how long they have stayed, whether they live with family at the destination, and whether their children stay behind. Length of stay runs from the month of arrival to the month of the interview; indicators of children count each child once, with the household weight.',
  },
  charts: [
    { indicator: 'stay_years_mean', domain: 'all', mark: 'comparator' },
    { indicator: 'family_migration', domain: 'all', mark: 'comparator' },
    { indicator: 'family_migration', domain: 'all', mark: 'trend' },
    { indicator: 'stay_years_mean', domain: 'all', mark: 'trend' },
    { indicator: 'stay_years_median', domain: 'all', mark: 'trend' },
    { indicator: 'left_behind_children', domain: 'all', mark: 'trend' },
    { indicator: 'stay_years_mean', domain: 'province', mark: 'tiles' },
    { indicator: 'migration_range_structure', domain: 'all', mark: 'bars' },
    { indicator: 'family_migration', domain: 'province', mark: 'dots' },
    { indicator: 'family_migration', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'left_behind_children', domain: 'region', mark: 'bars' },
    { indicator: 'left_behind_family', domain: 'birth_cohort', mark: 'bars' },
    { indicator: 'stay_years_mean', domain: 'province', mark: 'bars' },
    { indicator: 'stay_years_median', domain: 'migration_range', mark: 'bars' },
    { indicator: 'stay_over_5_years', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'intends_to_stay', domain: 'education', mark: 'bars' },
  ],
};
