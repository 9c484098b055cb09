import type { Chapter } from '@wavebook/report';

/** The insurance chapter: its words and its charts, in book order. */
export const chapter: Chapter = {
  topic: 'insurance',
  instrument: 'monitoring',
  title: { zh: '社会保险', en: 'Insurance coverage' },
  introduction: {
    zh: '本章说明流动人口是否参加医疗、养老和工伤保险，在哪里参保。医疗保险逐项询问，“不清楚”作为一种回答保留在分母中；职工医保和工伤保险以雇员为总体。',
    en: 'This chapter shows whether migrants are covered by medical, pension and work-injury insurance, and where they are enrolled. Medical schemes are asked one by one, and “not sure” stays in the denominator as an answer; employee schemes and work injury are measured among employees.',
  },
  charts: [
    { indicator: 'medical_insured', domain: 'all', mark: 'comparator' },
    { indicator: 'work_injury_insured', domain: 'all', mark: 'comparator' },
    { indicator: 'medical_insured', domain: 'all', mark: 'trend' },
    { indicator: 'pension_insured', domain: 'all', mark: 'trend' },
    { indicator: 'work_injury_insured', domain: 'all', mark: 'trend' },
    { indicator: 'work_injury_insured', domain: 'province', mark: 'tiles' },
    { indicator: 'medical_insured', domain: 'province', mark: 'dots' },
    { indicator: 'medical_insured', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'medical_insured', domain: 'birth_cohort', mark: 'bars' },
    { indicator: 'enrolled_at_destination', domain: 'province', mark: 'bars' },
    { indicator: 'enrolled_at_destination', domain: 'migration_range', mark: 'bars' },
    { indicator: 'insurance_rural_cooperative', domain: 'hukou_type', mark: 'bars' },
    { indicator: 'insurance_urban_employee', domain: 'education', mark: 'bars' },
    { indicator: 'pension_insured', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'work_injury_insured', domain: 'industry', mark: 'bars' },
    { indicator: 'pension_insured', domain: 'employer_type', mark: 'bars' },
    { indicator: 'work_injury_insured_hazardous', domain: 'region', mark: 'bars' },
    { indicator: 'social_security_card', domain: 'province', mark: 'bars' },
  ],
};
