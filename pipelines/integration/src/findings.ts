import type { FindingPlan } from '@wavebook/report';

/** What the chapter on social integration says first. */
export const findings: readonly FindingPlan[] = [
  {
    title: { zh: '融合的总体水平', en: 'Integration as a whole' },
    themes: ['urbanisation', 'migrant_types'],
    sentences: [
      {
        kind: 'level',
        indicator: 'integration_index',
        says: {
          zh: '社会融合综合指数取值0至1，平均为{value}',
          en: 'On a scale from 0 to 1 the integration index averaged {value}',
        },
      },
      {
        kind: 'contrast',
        indicator: 'integration_index',
        domain: 'length_of_stay',
        from: 'under_1',
        to: '10+',
        subject: { zh: '综合指数', en: 'The index' },
      },
      {
        kind: 'contrast',
        indicator: 'integration_index',
        domain: 'migration_range',
        from: 'inter_county',
        to: 'inter_province',
        subject: { zh: '综合指数', en: 'The index' },
      },
      {
        kind: 'contrast',
        indicator: 'integration_index',
        domain: 'migrant_type',
        from: 'type_1',
        to: 'type_2',
        subject: { zh: '综合指数', en: 'The index' },
      },
      {
        kind: 'level',
        indicator: 'integration_items_alpha',
        says: {
          zh: '八题量表的信度系数α为{value}',
          en: 'The reliability (alpha) of the eight items was {value}',
        },
      },
    ],
  },
  {
    title: { zh: '社会接纳', en: 'Acceptance' },
    sentences: [
      {
        kind: 'level',
        indicator: 'integration_feels_accepted_top',
        says: {
          zh: '完全同意“本地人愿意接受我”的占{value}',
          en: '{value} fully agreed that locals are willing to accept them',
        },
      },
      {
        kind: 'level',
        indicator: 'integration_feels_looked_down_on_top',
        says: {
          zh: '完全不同意“本地人看不起外地人”的占{value}',
          en: '{value} fully disagreed that locals look down on outsiders',
        },
      },
      {
        kind: 'change',
        indicator: 'integration_acceptance_index',
        subject: { zh: '接纳指数', en: 'the index of acceptance' },
      },
      {
        kind: 'contrast',
        indicator: 'integration_acceptance_index',
        domain: 'education',
        from: 'primary',
        to: 'bachelor',
        subject: { zh: '接纳指数', en: 'The index of acceptance' },
      },
    ],
  },
  {
    title: { zh: '身份认同', en: 'Identity' },
    themes: ['urbanisation'],
    sentences: [
      {
        kind: 'level',
        indicator: 'integration_wants_to_belong_top',
        says: {
          zh: '完全同意“愿意融入本地人当中”的占{value}',
          en: '{value} fully agreed that they would like to belong',
        },
      },
      {
        kind: 'level',
        indicator: 'integration_feels_local_top',
        says: {
          zh: '完全同意“已经是本地人”的占{value}',
          en: '{value} fully agreed that they were locals already',
        },
      },
      {
        kind: 'change',
        indicator: 'integration_wants_to_belong_mean',
        subject: { zh: '融入意愿均分', en: 'the mean score of the wish to belong' },
      },
    ],
  },
  {
    title: { zh: '文化与经济融合', en: 'Culture and economy' },
    sentences: [
      {
        kind: 'level',
        indicator: 'integration_cultural_index',
        says: { zh: '文化融合指数平均为{value}', en: 'The cultural index averaged {value}' },
      },
      {
        kind: 'level',
        indicator: 'integration_economic_index',
        says: { zh: '经济融合指数平均为{value}', en: 'The economic index averaged {value}' },
      },
      {
        kind: 'contrast',
        indicator: 'integration_economic_index',
        domain: 'hukou_type',
        from: 'agricultural',
        to: 'non_agricultural',
        subject: { zh: '经济融合指数', en: 'The economic index' },
      },
    ],
  },
  {
    title: { zh: '社会参与与交往', en: 'Taking part, and company' },
    sentences: [
      {
        kind: 'level',
        indicator: 'takes_part_in_any',
        says: {
          zh: '参加过工会、志愿者协会、同学会、老乡会或商会活动的占{value}',
          en: '{value} had taken part in a union, volunteering, or a group of schoolmates, home place or business',
        },
      },
      {
        kind: 'level',
        indicator: 'takes_part_in_union',
        says: { zh: '参加过工会活动的占{value}', en: '{value} had taken part in trade union activities' },
      },
      {
        kind: 'level',
        indicator: 'friends_locals',
        says: {
          zh: '业余时间与本地人来往最多的占{value}',
          en: '{value} spent their free time mostly with locals',
        },
      },
      {
        kind: 'contrast',
        indicator: 'friends_locals',
        domain: 'sex',
        from: 'male',
        to: 'female',
        subject: { zh: '中与本地人来往最多的比例', en: 'The share mostly with locals' },
      },
    ],
  },
];
