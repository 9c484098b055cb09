import type { Label, Language } from '@wavebook/schema';
import { domainLabel, levelLabel } from '../labels.ts';
import { levelInSentence } from './in-sentence.ts';

/** How people of a group are called in a sentence, where the label of its code is no name for them. */
const people: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  sex: { female: { zh: '女性', en: 'women' }, male: { zh: '男性', en: 'men' } },
  migration_range: {
    inter_province: { zh: '跨省流动者', en: 'those who moved between provinces' },
    inter_prefecture: { zh: '省内跨市流动者', en: 'those who moved between prefectures' },
    inter_county: { zh: '市内跨县流动者', en: 'those who moved within a prefecture' },
  },
  education: {
    no_schooling: { zh: '未上过学者', en: 'those without schooling' },
    upper_secondary: { zh: '高中或中专学历者', en: 'those with upper secondary schooling' },
    junior_college: { zh: '大学专科学历者', en: 'those with junior college' },
    postgraduate: { zh: '研究生学历者', en: 'postgraduates' },
    primary: { zh: '小学学历者', en: 'those with primary schooling' },
    lower_secondary: { zh: '初中学历者', en: 'those with lower secondary schooling' },
    bachelor: { zh: '大学本科学历者', en: 'those with a bachelor’s degree' },
  },
  birth_cohort: {
    before_1980: { zh: '1980年以前出生者', en: 'those born before 1980' },
    '1980s': { zh: '1980年代出生者', en: 'those born in the 1980s' },
    '1990_on': { zh: '1990年及以后出生者', en: 'those born in 1990 or later' },
  },
  length_of_stay: {
    under_1: { zh: '停留不足1年者', en: 'those here for under a year' },
    '1-4': { zh: '停留1—4年者', en: 'those here for one to four years' },
    '5-9': { zh: '停留5—9年者', en: 'those here for five to nine years' },
    '10+': { zh: '停留10年及以上者', en: 'those here for ten years or more' },
  },
  region: { central: { zh: '中部', en: 'Centre' } },
  migrant_type: {
    type_1: { zh: '第一类雇员', en: 'employees of Type I' },
    type_2: { zh: '第二类雇员', en: 'employees of Type II' },
  },
  hukou_type: {
    agricultural: { zh: '农业户口者', en: 'holders of agricultural hukou' },
    non_agricultural: { zh: '非农业户口者', en: 'holders of non-agricultural hukou' },
  },
};

/** A group of a breakdown as a sentence names it. */
export function groupName(domain: string, level: string, lang: Language): string {
  const own = people[domain]?.[level]?.[lang];
  if (own !== undefined) return own;
  const label = levelLabel(domain, level, lang);
  if (domain === 'age_group')
    return lang === 'zh' ? `${label.replace('-', '—')}者` : `those aged ${label.replace('-', ' to ')}`;
  if (domain === 'industry' && lang === 'zh') return label.endsWith('业') ? label : `${label}业`;
  return levelInSentence(domain, label, lang);
}

const breakdowns: Readonly<Record<string, Label>> = {
  province: { zh: '分省份', en: 'By province' },
  region: { zh: '分地区', en: 'By region' },
  region_three: { zh: '分东中西部', en: 'By region' },
  employer_type: { zh: '分单位类型', en: 'By type of employer' },
};

/** What a sentence about a breakdown opens with. */
export const breakdownName = (domain: string, lang: Language): string =>
  breakdowns[domain]?.[lang] ??
  (lang === 'zh' ? `分${domainLabel(domain, lang)}` : `By ${domainLabel(domain, lang)}`);

/** A group in English as the place of a figure: `in Hunan`, `in the East`, `for women`. */
export function groupPlace(domain: string, level: string): string {
  const name = groupName(domain, level, 'en');
  if (domain === 'province') return `in ${name}`;
  if (domain === 'region' || domain === 'region_three') return `in the ${name}`;
  return domain === 'industry' ? `in ${name}` : `for ${name}`;
}
