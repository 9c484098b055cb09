import type { Chapter } from '@wavebook/report';
import { findings } from './findings.ts';

/** The insurance chapter: its words and its charts, in book order. */
export const chapter: Chapter = {
  topic: 'insurance',
  instrument: 'monitoring',
  title: { zh: '社会保险', en: 'Insurance coverage' },
  introduction: {
    zh: '本章说明流动人口是否参加医疗、养老和工伤保险，在哪里参保。医疗保险逐项询问，“不清楚”作为一种回答保留在分母中；职工医保和工伤保险以雇员为总体。',
    en: 'This chapter shows whether migrants are covered by medical, pension and work-injury insurance, and where they are enrolled. Medical schemes are asked one by one, and “not sure” stays in the denominator as an answer; employee schemes and work injury are measured among employees.',
  },
  findings,
  charts: [
    { indicator: 'medical_insured', domain: 'all', mark: 'comparator' },
    { indicator: 'work_injury_insured', domain: 'all', mark: 'comparator' },
    { indicator: 'medical_insured', domain: 'all', mark: 'trend' },
    { indicator: 'pension_insured', domain: 'all', mark: 'trend' },
    { indicator: 'work_injury_insured', domain: 'all', mark: 'trend' },
    { indicator: 'work_injury_insured', domain: 'region', mark: 'dumbbell' },
    {
      indicator: 'pension_insured',
      domain: 'industry',
      mark: 'profile',
      beside: [
        'insurance_urban_employee',
        'work_injury_insured',
        'unemployment_insured',
        'maternity_insured',
        'housing_fund',
      ],
      subject: { zh: '各行业参加各项社会保险的比例', en: 'Cover by scheme and industry' },
    },
    {
      indicator: 'work_injury_insured',
      domain: 'migrant_type',
      mark: 'profile',
      beside: [
        'insurance_urban_employee',
        'pension_insured',
        'unemployment_insured',
        'maternity_insured',
        'housing_fund',
      ],
      subject: {
        zh: '第一类与第二类农民工参加各项社会保险的比例',
        en: 'Cover by scheme, Type I and Type II',
      },
    },
    { indicator: 'medical_insured', domain: 'province', mark: 'tiles' },
    { indicator: 'medical_insured', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'enrolment_place_structure', domain: 'all', mark: 'bars' },
    { indicator: 'enrolled_at_destination', domain: 'migration_range', mark: 'bars' },
    { indicator: 'enrolled_at_destination', domain: 'province', mark: 'bars' },
    { indicator: 'work_injury_insured', domain: 'industry', mark: 'bars' },
    { indicator: 'work_injury_insured_hazardous', domain: 'region', mark: 'bars' },
    { indicator: 'work_injury_insured', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'pension_insured', domain: 'birth_cohort', mark: 'bars' },
    { indicator: 'five_insurances_none', domain: 'employer_type', mark: 'bars' },
    { indicator: 'five_insurances_all', domain: 'education', mark: 'bars' },
    { indicator: 'five_insurances_all', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'social_security_card', domain: 'province', mark: 'tiles' },
  ],
};
