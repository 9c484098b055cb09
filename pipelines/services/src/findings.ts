import type { FindingPlan } from '@wavebook/report';

/** What the chapter on public services says first. */
export const findings: readonly FindingPlan[] = [
  {
    title: { zh: '健康档案', en: 'Health records' },
    themes: ['equal_access'],
    sentences: [
      {
        kind: 'level',
        indicator: 'health_record',
        says: {
          zh: '在流入地建立健康档案的占{value}',
          en: '{value} of migrants had a health record at the destination',
        },
      },
      {
        kind: 'change',
        indicator: 'health_record',
        subject: { zh: '建档率', en: 'the share with a record' },
      },
      {
        kind: 'contrast',
        indicator: 'health_record',
        domain: 'migration_range',
        from: 'inter_province',
        to: 'inter_county',
        subject: { zh: '建档率', en: 'The share with a record' },
      },
      {
        kind: 'extremes',
        indicator: 'health_record',
        domain: 'province',
        subject: { zh: '建档率', en: 'the share with a record' },
      },
    ],
  },
  {
    title: { zh: '健康教育与服务知晓', en: 'Health education and knowledge of services' },
    themes: ['equal_access'],
    sentences: [
      {
        kind: 'level',
        indicator: 'health_education_any',
        says: {
          zh: '接受过至少一项健康教育的占{value}',
          en: '{value} of migrants had health education on at least one topic',
        },
      },
      {
        kind: 'change',
        indicator: 'health_education_any',
        subject: { zh: '接受健康教育的比例', en: 'the share with health education' },
      },
      {
        kind: 'level',
        indicator: 'public_health_services_heard',
        says: {
          zh: '听说过“国家基本公共卫生服务项目”的占{value}',
          en: '{value} had heard of the national basic public health services',
        },
      },
      {
        kind: 'contrast',
        indicator: 'public_health_services_heard',
        domain: 'education',
        from: 'primary',
        to: 'bachelor',
        subject: { zh: '知晓率', en: 'The share who had heard of them' },
      },
    ],
  },
  {
    title: { zh: '孕产妇保健与儿童接种', en: 'Maternal care and vaccination' },
    themes: ['women', 'children', 'equal_access'],
    sentences: [
      {
        kind: 'level',
        indicator: 'first_trimester_check',
        says: {
          zh: '近期有生育的女性中，孕12周内接受过产检的占{value}',
          en: 'Of women with a recent birth, {value} had a check in the first trimester',
        },
      },
      {
        kind: 'level',
        indicator: 'antenatal_visits_five',
        says: { zh: '产检5次及以上的占{value}', en: '{value} made five antenatal visits or more' },
      },
      {
        kind: 'level',
        indicator: 'vaccination_complete',
        says: {
          zh: '0—6岁子女按国家免疫规划完成接种的占{value}',
          en: 'Of children up to the age of six, {value} had all vaccinations of the schedule',
        },
      },
      {
        kind: 'change',
        indicator: 'vaccination_complete',
        subject: { zh: '按规划接种的比例', en: 'the share fully vaccinated' },
      },
    ],
  },
  {
    title: { zh: '子女入学', en: 'Children in school' },
    themes: ['children', 'equal_access'],
    sentences: [
      {
        kind: 'level',
        indicator: 'children_in_school',
        says: { zh: '6—15岁子女在校的占{value}', en: '{value} of children aged 6 to 15 were in school' },
      },
      {
        kind: 'level',
        indicator: 'children_in_kindergarten',
        says: { zh: '3—5岁子女入园的占{value}', en: 'Of those aged 3 to 5, {value} were in kindergarten' },
      },
      {
        kind: 'level',
        indicator: 'children_in_public_school',
        says: {
          zh: '在校子女中就读公办学校的占{value}',
          en: 'Of those in school, {value} went to a public one',
        },
      },
      {
        kind: 'change',
        indicator: 'children_in_school',
        subject: { zh: '在校比例', en: 'the share in school' },
      },
    ],
  },
  {
    title: { zh: '患病、就医与慢性病管理', en: 'Illness, care and chronic disease' },
    themes: ['equal_access'],
    sentences: [
      {
        kind: 'level',
        indicator: 'self_rated_healthy',
        says: {
          zh: '自评健康或基本健康的占{value}',
          en: '{value} of migrants rated themselves healthy or mostly healthy',
        },
      },
      {
        kind: 'level',
        indicator: 'sought_care',
        says: { zh: '患病者中就诊的占{value}', en: 'Of those who fell ill, {value} sought care' },
      },
      {
        kind: 'level',
        indicator: 'chronic_followed_up',
        says: {
          zh: '确诊高血压或糖尿病者中接受社区随访的占{value}',
          en: 'Of those with hypertension or diabetes, {value} were followed up by the community',
        },
      },
    ],
  },
  {
    title: { zh: '居住证与住房', en: 'Residence permits and housing' },
    themes: ['urbanisation'],
    sentences: [
      {
        kind: 'level',
        indicator: 'residence_permit',
        says: { zh: '办理居住证或暂住证的占{value}', en: '{value} of migrants had a residence permit' },
      },
      {
        kind: 'contrast',
        indicator: 'residence_permit',
        domain: 'migration_range',
        from: 'inter_county',
        to: 'inter_province',
        subject: { zh: '居住证办理比例', en: 'The share with a permit' },
      },
      {
        kind: 'level',
        indicator: 'housing_private_rent',
        says: { zh: '租住私房的占{value}', en: '{value} rented from private landlords' },
      },
      {
        kind: 'contrast',
        indicator: 'own_housing',
        domain: 'length_of_stay',
        from: 'under_1',
        to: '10+',
        subject: { zh: '自有住房比例', en: 'The share in housing of their own' },
      },
      {
        kind: 'level',
        indicator: 'housing_cost_share',
        says: { zh: '住房支出占家庭收入的{value}', en: 'Housing took {value} of household income' },
      },
    ],
  },
  {
    title: { zh: '第一类与第二类农民工享有的服务', en: 'Services reached by Type I and Type II migrants' },
    themes: ['migrant_types', 'equal_access'],
    sentences: [
      {
        kind: 'contrast',
        indicator: 'health_record',
        domain: 'migrant_type',
        from: 'type_1',
        to: 'type_2',
        subject: { zh: '建档率', en: 'The share with a health record' },
      },
      {
        kind: 'contrast',
        indicator: 'health_education_any',
        domain: 'migrant_type',
        from: 'type_1',
        to: 'type_2',
        subject: { zh: '健康教育接受率', en: 'The share with health education' },
      },
    ],
  },
];
