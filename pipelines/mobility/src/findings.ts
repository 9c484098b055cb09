import type { FindingPlan } from '@wavebook/report';

/** What the chapter on mobility and family says first. */
export const findings: readonly FindingPlan[] = [
  {
    title: { zh: '流动范围与流动原因', en: 'How far people move, and why' },
    themes: ['new_trends'],
    sentences: [
      {
        kind: 'shares',
        indicator: 'migration_range_structure',
        says: { zh: '从流动范围看，{list}', en: 'By range of migration, moves were {list}' },
        most: 3,
      },
      {
        kind: 'level',
        indicator: 'migration_reason_work_or_business',
        says: { zh: '因务工经商流动的占{value}', en: '{value} moved for work or business' },
      },
      {
        kind: 'change',
        indicator: 'inter_provincial_share',
        subject: { zh: '跨省流动比例', en: 'the share who moved between provinces' },
      },
      {
        kind: 'extremes',
        indicator: 'inter_provincial_share',
        domain: 'region_three',
        subject: { zh: '跨省流动比例', en: 'the inter-provincial share' },
      },
    ],
  },
  {
    title: { zh: '在流入地的停留时间', en: 'Length of stay' },
    themes: ['new_trends'],
    sentences: [
      {
        kind: 'level',
        indicator: 'stay_years_mean',
        says: {
          zh: '本次流动平均已持续{value}',
          en: 'Migrants had been at their destination for {value} on average',
        },
      },
      {
        kind: 'level',
        indicator: 'stay_years_median',
        says: { zh: '停留时间的中位数为{value}', en: 'The median stay was {value}' },
      },
      {
        kind: 'level',
        indicator: 'stay_over_5_years',
        says: { zh: '超过5年的占{value}', en: '{value} had stayed for more than five years' },
      },
      {
        kind: 'change',
        indicator: 'stay_years_mean',
        subject: { zh: '平均停留时间', en: 'the mean stay' },
      },
    ],
  },
  {
    title: { zh: '家庭化流动', en: 'Moving with the family' },
    themes: ['new_trends', 'urbanisation'],
    sentences: [
      {
        kind: 'level',
        indicator: 'family_migration',
        says: {
          zh: '两名及以上家庭成员同住流入地的占{value}',
          en: '{value} of migrants lived at the destination with at least one other member of the family',
        },
      },
      {
        kind: 'change',
        indicator: 'family_migration',
        subject: { zh: '家庭化流动比例', en: 'the share who live with family' },
      },
      {
        kind: 'level',
        indicator: 'core_family_here',
        says: {
          zh: '有配偶或子女者中，核心家庭全部在流入地的占{value}',
          en: 'Of those with a spouse or child, {value} had the whole core family with them',
        },
      },
      {
        kind: 'level',
        indicator: 'household_size_here_mean',
        says: {
          zh: '同住家庭平均规模为{value}',
          en: 'The mean household at the destination counted {value}',
        },
      },
    ],
  },
  {
    title: { zh: '留守儿童', en: 'Children left behind' },
    themes: ['left_behind', 'children'],
    sentences: [
      {
        kind: 'level',
        indicator: 'left_behind_children',
        says: {
          zh: '流动人口16岁以下子女中，留在户籍地的占{value}',
          en: '{value} of migrants’ children under 16 lived at the hukou place',
        },
      },
      {
        kind: 'level',
        indicator: 'left_behind_family',
        says: {
          zh: '有16岁以下子女的流动人口中，有子女留守的占{value}',
          en: 'Of migrants with a child under 16, {value} had left one behind',
        },
      },
      {
        kind: 'change',
        indicator: 'left_behind_children',
        subject: { zh: '子女留守比例', en: 'the share left behind' },
      },
      {
        kind: 'contrast',
        indicator: 'left_behind_children',
        domain: 'migration_range',
        from: 'inter_county',
        to: 'inter_province',
        subject: { zh: '子女留守比例', en: 'The share left behind' },
      },
    ],
  },
  {
    title: { zh: '新生代与人口构成', en: 'The new generation' },
    themes: ['new_trends', 'young_workers'],
    sentences: [
      {
        kind: 'level',
        indicator: 'born_1980_on_working_age',
        says: {
          zh: '15—59岁流动人口中，1980年及以后出生的占{value}',
          en: 'Of migrants aged 15 to 59, {value} were born in 1980 or later',
        },
      },
      {
        kind: 'level',
        indicator: 'born_1990_on_working_age',
        says: { zh: '1990年及以后出生的占{value}', en: '{value} were born in 1990 or later' },
      },
      {
        kind: 'change',
        indicator: 'born_1980_on_working_age',
        subject: { zh: '1980年及以后出生者的比例', en: 'the share born in 1980 or later' },
      },
      {
        kind: 'level',
        indicator: 'schooling_years_mean',
        says: { zh: '平均受教育年限为{value}', en: 'Mean schooling was {value}' },
      },
    ],
  },
  {
    title: { zh: '定居意愿与城镇化', en: 'Settling down and urbanisation' },
    themes: ['urbanisation'],
    sentences: [
      {
        kind: 'level',
        indicator: 'intends_to_stay',
        says: { zh: '打算继续留在本地的占{value}', en: '{value} of migrants intended to stay on' },
      },
      {
        kind: 'level',
        indicator: 'intends_to_settle',
        says: { zh: '打算定居的占{value}', en: '{value} intended to settle for good' },
      },
      {
        kind: 'level',
        indicator: 'would_move_hukou',
        says: { zh: '愿意把户口迁入本地的占{value}', en: '{value} would move their hukou here' },
      },
      {
        kind: 'contrast',
        indicator: 'intends_to_stay',
        domain: 'length_of_stay',
        from: 'under_1',
        to: '10+',
        subject: { zh: '留居意愿比例', en: 'The share who intend to stay' },
      },
      {
        kind: 'level',
        indicator: 'farm_land_kept',
        says: { zh: '在老家有承包地的占{value}', en: '{value} kept contracted farm land at home' },
      },
    ],
  },
  {
    title: { zh: '边境地区', en: 'Border areas' },
    themes: ['border_areas'],
    sentences: [
      {
        kind: 'level',
        indicator: 'border_province',
        says: {
          zh: '居住在陆地边境省份的流动人口占{value}',
          en: '{value} of migrants lived in a province with a land border',
        },
      },
      {
        kind: 'shares',
        indicator: 'border_province_range_structure',
        says: { zh: '其中，{list}', en: 'There moves were {list}' },
        most: 3,
      },
    ],
  },
  {
    title: { zh: '流动老人', en: 'Elderly migrants' },
    themes: ['new_trends'],
    sentences: [
      {
        kind: 'level',
        indicator: 'elderly_share',
        says: { zh: '60岁及以上的占{value}', en: '{value} of migrants were aged 60 or over' },
      },
      {
        kind: 'shares',
        indicator: 'elderly_reason_structure',
        says: { zh: '老年人的流动原因中，{list}', en: 'Among them the main reasons for moving were {list}' },
        most: 3,
      },
    ],
  },
];
