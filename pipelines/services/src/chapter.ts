import type { Chapter } from '@wavebook/report';
import { findings } from './findings.ts';

/** The public-services chapter: its words and its charts, in book order. */
export const chapter: Chapter = {
  topic: 'services',
  instrument: 'monitoring',
  title: { zh: '公共服务', en: 'Access to public services' },
  introduction: {
    zh: '本章说明流动人口在流入地是否享有基本公共卫生服务和居住证：是否建立健康档案、接受健康教育、听说过基本公共卫生服务项目、办理居住证。',
    en: 'This chapter shows whether migrants reach basic public services where they live: health records, health education, knowledge of the national basic public health services, and the residence permit.',
  },
  findings,
  charts: [
    { indicator: 'health_record', domain: 'all', mark: 'comparator' },
    { indicator: 'health_record', domain: 'all', mark: 'trend' },
    { indicator: 'health_record', domain: 'region', mark: 'dumbbell' },
    { indicator: 'health_education_any', domain: 'all', mark: 'trend' },
    { indicator: 'children_in_school', domain: 'all', mark: 'trend' },
    { indicator: 'vaccination_complete', domain: 'all', mark: 'trend' },
    { indicator: 'health_record', domain: 'province', mark: 'tiles' },
    { indicator: 'health_record', domain: 'migration_range', mark: 'bars' },
    { indicator: 'health_record', domain: 'ethnicity', mark: 'bars' },
    {
      indicator: 'health_record',
      domain: 'migrant_type',
      mark: 'profile',
      beside: ['health_education_any', 'public_health_services_heard'],
      subject: {
        zh: '第一类与第二类农民工享有的基本公共卫生服务',
        en: 'Basic public health services reached, Type I and Type II',
      },
    },
    {
      indicator: 'health_education_occupational_disease',
      domain: 'education',
      mark: 'profile',
      beside: [
        'health_education_hiv_std',
        'health_education_reproductive_health',
        'health_education_tuberculosis',
        'health_education_smoking',
        'health_education_mental_health',
        'health_education_chronic_disease',
        'health_education_maternal_child_health',
        'health_education_emergency',
      ],
      subject: {
        zh: '不同受教育程度者接受各项健康教育的比例',
        en: 'Health education by topic and level of schooling',
      },
    },
    { indicator: 'health_education_any', domain: 'province', mark: 'tiles' },
    { indicator: 'health_education_topics_mean', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'public_health_services_heard', domain: 'education', mark: 'bars' },
    {
      indicator: 'first_trimester_check',
      domain: 'all',
      mark: 'indicators',
      beside: ['antenatal_visits_five', 'hospital_birth', 'postnatal_visit', 'maternal_record'],
      subject: { zh: '近期有生育女性的孕产期保健', en: 'Maternal care of women with a recent birth' },
    },
    { indicator: 'vaccination_complete', domain: 'region', mark: 'bars' },
    { indicator: 'children_in_public_school', domain: 'migration_range', mark: 'bars' },
    { indicator: 'care_place_structure', domain: 'all', mark: 'bars' },
    { indicator: 'chronic_followed_up', domain: 'sex', mark: 'bars' },
    { indicator: 'self_rated_healthy', domain: 'sex:age_group', mark: 'dots' },
    { indicator: 'residence_permit', domain: 'province', mark: 'bars' },
    { indicator: 'residence_permit', domain: 'migration_range', mark: 'bars' },
    { indicator: 'housing_structure', domain: 'all', mark: 'bars' },
    { indicator: 'own_housing', domain: 'length_of_stay', mark: 'bars' },
    { indicator: 'housing_cost_share', domain: 'region', mark: 'bars' },
  ],
};
