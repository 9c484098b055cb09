import type { FindingPlan } from '@wavebook/report';

/** What the insurance chapter says first. */
export const findings: readonly FindingPlan[] = [
  {
    title: { zh: '基本医疗保险', en: 'Medical insurance' },
    themes: ['equal_access'],
    sentences: [
      {
        kind: 'level',
        indicator: 'medical_insured',
        says: {
          zh: '流动人口中至少参加一项医疗保险的占{value}',
          en: '{value} of migrants were covered by at least one medical scheme',
        },
      },
      {
        kind: 'change',
        indicator: 'medical_insured',
        subject: { zh: '参保率', en: 'coverage' },
      },
      {
        kind: 'level',
        indicator: 'medical_insured_not_sure',
        says: { zh: '不清楚自己是否参保的占{value}', en: '{value} were not sure whether they are covered' },
      },
      {
        kind: 'level',
        indicator: 'two_or_more_schemes',
        says: { zh: '同时参加两项及以上的占{value}', en: '{value} were enrolled in two or more schemes' },
      },
      {
        kind: 'contrast',
        indicator: 'medical_insured',
        domain: 'sex',
        from: 'male',
        to: 'female',
        subject: { zh: '参保率', en: 'Coverage' },
      },
    ],
  },
  {
    title: { zh: '参保地与异地接续', en: 'Place of enrolment and portability' },
    themes: ['urbanisation', 'equal_access'],
    sentences: [
      {
        kind: 'level',
        indicator: 'enrolled_at_destination',
        says: {
          zh: '参保者中在流入地参保的占{value}',
          en: '{value} of the insured were enrolled at the destination',
        },
      },
      {
        kind: 'contrast',
        indicator: 'enrolled_at_destination',
        domain: 'migration_range',
        from: 'inter_province',
        to: 'inter_county',
        subject: { zh: '流入地参保比例', en: 'The share enrolled at the destination' },
      },
      {
        kind: 'level',
        indicator: 'hospital_reimbursed_at_destination',
        says: {
          zh: '住过院的流动人口中，费用在流入地报销的占{value}',
          en: 'Of those who had been in hospital, {value} were reimbursed at the destination',
        },
      },
    ],
  },
  {
    title: {
      zh: '工伤保险与建筑业、采矿业',
      en: 'Work injury insurance, with construction and mining',
    },
    themes: ['work_injury'],
    sentences: [
      {
        kind: 'level',
        indicator: 'work_injury_insured',
        says: { zh: '雇员中参加工伤保险的占{value}', en: '{value} of employees had work injury insurance' },
      },
      {
        kind: 'level',
        indicator: 'work_injury_insured_hazardous',
        says: { zh: '建筑业和采矿业雇员中参加的占{value}', en: 'In construction and mining it was {value}' },
      },
      {
        kind: 'contrast',
        indicator: 'work_injury_insured',
        domain: 'industry',
        from: 'C',
        to: 'E',
        subject: { zh: '工伤保险参保率', en: 'By industry, the share covered' },
      },
      {
        kind: 'change',
        indicator: 'work_injury_insured',
        subject: { zh: '工伤保险参保率', en: 'the share covered' },
      },
    ],
  },
  {
    title: { zh: '养老保险', en: 'Pensions' },
    sentences: [
      {
        kind: 'level',
        indicator: 'pension_insured',
        says: { zh: '流动人口中参加养老保险的占{value}', en: '{value} of migrants were in a pension scheme' },
      },
      {
        kind: 'change',
        indicator: 'pension_insured',
        subject: { zh: '养老保险参保率', en: 'pension coverage' },
      },
      {
        kind: 'contrast',
        indicator: 'pension_insured',
        domain: 'birth_cohort',
        from: 'before_1980',
        to: '1990_on',
        subject: { zh: '养老保险参保率', en: 'By birth cohort, pension coverage' },
      },
    ],
  },
  {
    title: { zh: '五项社会保险与住房公积金', en: 'The five insurances and the housing fund' },
    sentences: [
      {
        kind: 'level',
        indicator: 'five_insurances_all',
        says: {
          zh: '五项社会保险齐全的雇员占{value}',
          en: '{value} of employees had all five social insurances',
        },
      },
      {
        kind: 'level',
        indicator: 'five_insurances_none',
        says: { zh: '一项都没有的占{value}', en: '{value} had none of them' },
      },
      {
        kind: 'extremes',
        indicator: 'five_insurances_none',
        domain: 'employer_type',
        subject: { zh: '五项全无比例', en: 'the share with none' },
      },
      {
        kind: 'level',
        indicator: 'housing_fund',
        says: { zh: '缴存住房公积金的占{value}', en: '{value} had a housing fund' },
      },
    ],
  },
  {
    title: { zh: '女性与青年雇员', en: 'Women and young employees' },
    themes: ['women', 'young_workers'],
    sentences: [
      {
        kind: 'contrast',
        indicator: 'work_injury_insured',
        domain: 'sex',
        from: 'male',
        to: 'female',
        subject: { zh: '工伤保险参保率', en: 'Work injury cover' },
      },
      {
        kind: 'contrast',
        indicator: 'five_insurances_all',
        domain: 'age_group',
        from: '25-34',
        to: '15-24',
        subject: { zh: '五险齐全比例', en: 'The share with all five' },
      },
      {
        kind: 'level',
        indicator: 'maternity_insured',
        says: { zh: '雇员中参加生育保险的占{value}', en: '{value} of employees had maternity insurance' },
      },
    ],
  },
  {
    title: { zh: '第一类与第二类农民工的参保', en: 'Cover of Type I and Type II migrants' },
    themes: ['migrant_types', 'work_injury'],
    sentences: [
      {
        kind: 'contrast',
        indicator: 'work_injury_insured',
        domain: 'migrant_type',
        from: 'type_1',
        to: 'type_2',
        subject: { zh: '工伤保险参保率', en: 'Work injury cover' },
      },
      {
        kind: 'contrast',
        indicator: 'pension_insured',
        domain: 'migrant_type',
        from: 'type_1',
        to: 'type_2',
        subject: { zh: '养老保险参保率', en: 'Pension coverage' },
      },
    ],
  },
];
