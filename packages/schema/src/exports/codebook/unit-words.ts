import type { Label } from '../../label.ts';

/** Units in Chinese, by the English words that definitions use. */
const chinese: Readonly<Record<string, string>> = {
  persons: '人',
  year: '年份',
  month: '月份',
  'hours per week': '小时/周',
  'yuan per month': '元/月',
  moves: '次',
  years: '年',
  schemes: '种',
  topics: '项',
  cities: '个城市',
  'yuan per year': '元/年',
  months: '个月',
  'days per week': '天/周',
  'hours per day': '小时/天',
  children: '个子女',
  visits: '次',
  'slot of the roster, 1 is the respondent': '名册序号，1为本人',
  yuan: '元',
  'hours per month': '小时/月',
  days: '天',
  'square metres per person': '平方米/人',
  'number of the child': '子女序号',
  enterprises: '家',
  'share of the staff': '占职工的比例',
  'per cent of the staff': '占职工的百分比',
  'per cent of migrant staff': '占农民工职工的百分比',
  'per cent of the base': '占缴费基数的百分比',
  'number of the row': '行号',
  posts: '个岗位',
};

/** A unit in both languages; undefined where it has no Chinese word yet. */
export const unitWords = (unit: string): Label | undefined => {
  const zh = chinese[unit];
  return zh === undefined ? undefined : { zh, en: unit };
};
