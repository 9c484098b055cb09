import type { Indicator } from './indicator.ts';
import type { Label } from './label.ts';

/** What an indicator's unit is called on an axis and in a table. */
export const unitLabels: Readonly<Record<Indicator['unit'], Label>> = {
  share: { zh: '百分比（%）', en: 'Per cent' },
  yuan_per_month: { zh: '元/月', en: 'Yuan per month' },
  yuan_per_hour: { zh: '元/小时', en: 'Yuan per hour' },
  hours_per_week: { zh: '小时/周', en: 'Hours per week' },
  years: { zh: '年', en: 'Years' },
  index: { zh: '指数（0-1）', en: 'Index, 0 to 1' },
  topics: { zh: '项', en: 'Topics' },
};
