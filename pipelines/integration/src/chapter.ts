import type { Chapter } from '@wavebook/report';
import { findings } from './findings.ts';

/** The chapter on social integration: its words and its charts, in book order. */
export const chapter: Chapter = {
  topic: 'integration',
  instrument: 'monitoring',
  title: { zh: '社会融合', en: 'Social integration' },
  introduction: {
    zh: '本章从经济、文化、接纳、认同四个方面考察流动人口的社会融合。量表各题按同意程度计1至4分，反向题反向计分；综合指数取值0至1，四个部分权重各为0.25，权重为本书拟定，信度以克龙巴赫α系数报告。',
    en: 'This chapter looks at social integration in four respects: economic, cultural, acceptance and identity. Items of the scale score 1 to 4 by agreement, reversed where agreement means less integration; the index runs from 0 to 1, its four parts weigh 0.25 each (weights of this book’s own choosing), and the reliability of the scale is reported as Cronbach’s alpha.',
  },
  findings,
  charts: [
    {
      indicator: 'integration_likes_city_structure',
      domain: 'all',
      mark: 'items',
      beside: [
        'integration_follows_changes_structure',
        'integration_wants_to_belong_structure',
        'integration_feels_accepted_structure',
        'integration_feels_local_structure',
        'integration_feels_looked_down_on_structure',
        'integration_keeps_customs_structure',
        'integration_habits_differ_structure',
      ],
      subject: { zh: '对八项融合陈述的回答', en: 'Answers to the eight statements on integration' },
    },
    { indicator: 'integration_likes_city_mean', domain: 'all', mark: 'comparator' },
    { indicator: 'integration_acceptance_index', domain: 'all', mark: 'trend' },
    { indicator: 'integration_wants_to_belong_mean', domain: 'all', mark: 'trend' },
    {
      indicator: 'integration_economic_index',
      domain: 'education',
      mark: 'profile',
      beside: ['integration_cultural_index', 'integration_acceptance_index', 'integration_identity_index'],
      subject: { zh: '不同受教育程度者的四项融合指数', en: 'The four indices by level of schooling' },
    },
    { indicator: 'integration_index', domain: 'province', mark: 'tiles' },
    { indicator: 'integration_index', domain: 'length_of_stay', mark: 'dots' },
    { indicator: 'integration_index', domain: 'migration_range', mark: 'dots' },
    { indicator: 'integration_index', domain: 'migrant_type', mark: 'dots' },
    { indicator: 'integration_index', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'integration_economic_index', domain: 'hukou_type', mark: 'dots' },
    { indicator: 'integration_feels_local_top', domain: 'length_of_stay', mark: 'bars' },
    { indicator: 'integration_feels_accepted_top', domain: 'region', mark: 'bars' },
    { indicator: 'takes_part_in_any', domain: 'education', mark: 'bars' },
    { indicator: 'friends_locals', domain: 'length_of_stay', mark: 'bars' },
  ],
};
