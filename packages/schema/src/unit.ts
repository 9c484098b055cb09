import type { IndicatorUnit } from './indicator-definition.ts';
import type { Label } from './label.ts';

/** What an indicator's unit is called on an axis and in a table. */
export const unitLabels: Readonly<Record<IndicatorUnit, Label>> = {
  share: { zh: '百分比（%）', en: 'Per cent' },
  yuan_per_month: { zh: '元/月', en: 'Yuan per month' },
  yuan_per_hour: { zh: '元/小时', en: 'Yuan per hour' },
  hours_per_week: { zh: '小时/周', en: 'Hours per week' },
  years: { zh: '年', en: 'Years' },
  index: { zh: '指数（0-1）', en: 'Index, 0 to 1' },
  topics: { zh: '项', en: 'Topics' },
  yuan: { zh: '元', en: 'Yuan' },
  yuan_per_year: { zh: '元/年', en: 'Yuan per year' },
  months: { zh: '个月', en: 'Months' },
  persons: { zh: '人', en: 'Persons' },
  posts: { zh: '个岗位', en: 'Posts' },
  moves: { zh: '次', en: 'Moves' },
  cities: { zh: '个城市', en: 'Cities' },
  services: { zh: '项服务', en: 'Services' },
  square_metres: { zh: '平方米/人', en: 'Square metres per person' },
  score: { zh: '分', en: 'Points' },
  per_cent: { zh: '百分数（0-100）', en: 'Per cent, as reported (0 to 100)' },
  per_100000: { zh: '每10万人', en: 'Per 100,000' },
};
