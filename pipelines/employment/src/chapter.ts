import type { Chapter } from '@wavebook/report';
import { findings } from './findings.ts';

/** The employment chapter: its words and its charts, in book order. */
export const chapter: Chapter = {
  topic: 'employment',
  instrument: 'monitoring',
  title: { zh: '就业', en: 'Employment' },
  introduction: {
    zh: '本章说明流动人口是否就业、以何种身份就业、是否签订劳动合同、工作多长时间、收入多少。就业按国际劳工统计“一小时”标准界定，合同仅问雇员，收入不含包吃包住折算。',
    en: 'This chapter shows whether migrants work, in what status, with or without a contract, for how many hours and for what income. Employment follows the one-hour rule of the labour statisticians; contracts are asked of employees only; income leaves out food and lodging in kind.',
  },
  findings,
  charts: [
    { indicator: 'contract_signed', domain: 'all', mark: 'comparator' },
    { indicator: 'monthly_income_mean', domain: 'all', mark: 'comparator' },
    { indicator: 'contract_signed', domain: 'all', mark: 'trend' },
    { indicator: 'contract_signed', domain: 'region', mark: 'dumbbell' },
    { indicator: 'monthly_income_mean', domain: 'all', mark: 'trend' },
    { indicator: 'over_44_hours', domain: 'all', mark: 'trend' },
    { indicator: 'unemployment_rate', domain: 'all', mark: 'trend' },
    { indicator: 'gender_pay_gap_adjusted', domain: 'all', mark: 'trend' },
    { indicator: 'migrant_type_2_share_four_traits', domain: 'all', mark: 'trend' },
    { indicator: 'employed', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'employment_status_structure', domain: 'all', mark: 'bars' },
    { indicator: 'industry_structure', domain: 'all', mark: 'bars' },
    { indicator: 'occupation_structure', domain: 'all', mark: 'bars' },
    { indicator: 'contract_signed', domain: 'province', mark: 'tiles' },
    { indicator: 'contract_signed', domain: 'industry', mark: 'bars' },
    { indicator: 'contract_signed', domain: 'education', mark: 'bars' },
    { indicator: 'contract_signed', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'informal_employment', domain: 'employer_type', mark: 'bars' },
    { indicator: 'over_44_hours', domain: 'industry', mark: 'bars' },
    { indicator: 'over_44_hours', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'monthly_income_mean', domain: 'province', mark: 'bars' },
    { indicator: 'monthly_income_mean', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'gender_pay_gap', domain: 'age_group', mark: 'bars' },
    { indicator: 'low_pay', domain: 'education', mark: 'bars' },
    { indicator: 'out_of_work_family_care', domain: 'sex', mark: 'bars' },
    { indicator: 'migrant_type_2_share_monitoring', domain: 'industry', mark: 'bars' },
    { indicator: 'migrant_type_2_share_monitoring', domain: 'sex:age_group', mark: 'dots' },
    {
      indicator: 'migrant_type_trait_contract',
      domain: 'birth_cohort',
      mark: 'profile',
      beside: [
        'migrant_type_trait_hazard',
        'migrant_type_trait_family',
        'migrant_type_trait_housing',
        'migrant_type_trait_mobility',
      ],
      subject: {
        zh: '各出生队列雇员具有第二类各项特征的比例',
        en: 'The five traits of Type II among employees, by birth cohort',
      },
    },
  ],
};
