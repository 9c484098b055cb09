import type { Label } from './label.ts';

/** The designs on which errors can rest, by the name in `design.name` of a snapshot. */
export const designLabels: Readonly<Record<string, Label>> = {
  as_sampled: {
    zh: '真实抽样设计（省为层，样本点为初级抽样单元）',
    en: 'the design as sampled (provinces as strata, sample points as primary units)',
  },
  sites_as_sampled: {
    zh: '真实抽样设计（各地区的试点与对照为层，社区或企业为群）',
    en: 'the design as sampled (both arms of each site as strata, communities or enterprises as clusters)',
  },
  cities_as_sampled: {
    zh: '真实抽样设计（城市为层，社区为群）',
    en: 'the design as sampled (cities as strata, communities as clusters)',
  },
  province_county: {
    zh: '替代设计（省为层，区县为群）',
    en: 'a fallback design (provinces as strata, counties as clusters)',
  },
  site_county: {
    zh: '替代设计（试点地区为层，区县为群）',
    en: 'a fallback design (pilot sites as strata, counties as clusters)',
  },
  province_prefecture: {
    zh: '替代设计（省为层，地市为群）',
    en: 'a fallback design (provinces as strata, prefectures as clusters)',
  },
};
