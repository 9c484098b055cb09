import { codeList } from '../code-list.ts';
import type { Label } from '../label.ts';

/** The twelve national basic public health services, as the presentation of November 2017 prints them (Chinese names recalled). */
export const publicHealthService = codeList(
  'public_health_service',
  { zh: '国家基本公共卫生服务', en: 'National basic public health services' },
  [
    ['health_record', '建立居民健康档案', 'Establishment of health records'],
    ['health_education', '健康教育', 'Health education'],
    ['vaccination', '预防接种', 'Vaccination'],
    ['child_health', '0-6岁儿童健康管理', 'Child health care'],
    ['maternal_health', '孕产妇健康管理', 'Maternal health care'],
    ['elderly_health', '老年人健康管理', 'Elderly health care'],
    ['chronic_disease', '慢性病患者健康管理', 'Chronic disease health management'],
    [
      'mental_disorder',
      '严重精神障碍患者管理',
      'Health management for patients with serious mental disorders',
    ],
    ['tuberculosis', '结核病患者健康管理', 'Health management for tuberculosis patients'],
    ['chinese_medicine', '中医药健康管理', 'Traditional Chinese medicine health management'],
    [
      'infectious_disease',
      '传染病和突发公共卫生事件报告和处理',
      'Infectious diseases and public health emergencies reporting and handling',
    ],
    ['sanitation', '卫生监督协管', 'Sanitation supervision and sub-cooperation'],
  ],
  { source: 'items of the presentation of 2017-11-29; Chinese names recalled' },
);

/** A list of services as it stood in a year: how many, and which where that is known. */
export interface PublicHealthServiceEdition {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
  /** Codes of `public_health_service`; null where no source gives the items. */
  readonly items: readonly string[] | null;
  readonly note: Label;
}

/** The lists of services by year: the counts are sourced, the items only for the list of twelve. */
export const publicHealthServiceEditions: readonly PublicHealthServiceEdition[] = [
  {
    from: 2009,
    to: 2010,
    count: 9,
    items: null,
    note: {
      zh: '2009年为9类；各项名称未在所见资料中列出。',
      en: 'Nine classes in 2009; which nine was read in no source.',
    },
  },
  {
    from: 2011,
    to: 2012,
    count: 11,
    items: null,
    note: {
      zh: '2011年规范为11项；各项名称未在所见资料中列出。',
      en: 'Eleven items in the standard of 2011; which eleven was read in no source.',
    },
  },
  {
    from: 2013,
    to: 2017,
    count: 12,
    items: publicHealthService.codes.map(({ code }) => code),
    note: {
      zh: '12项，2017年11月的介绍材料逐项列出；何时达到12项、各项何时加入未见说明。',
      en: 'Twelve items, each printed in the presentation of November 2017; in which year each was added was read in no source.',
    },
  },
  {
    from: 2017,
    to: null,
    count: 14,
    items: null,
    note: {
      zh: '2017年另有14类55项的说法；新增的两类名称未在所见资料中列出。',
      en: 'From 2017 another source counts 14 classes with 55 services; which two were added was read in no source.',
    },
  },
];
