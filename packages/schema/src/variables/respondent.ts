import type { Condition } from '../condition.ts';
import type { Variable } from '../variable.ts';
import { employmentVariables } from './monitoring/employment.ts';
import { healthVariables } from './monitoring/health.ts';
import { householdVariables } from './monitoring/household.ts';
import { insuranceVariables } from './monitoring/insurance.ts';
import { integrationVariables } from './monitoring/integration.ts';
import { migrationVariables } from './monitoring/migration.ts';
import { withWording } from './monitoring/wordings.ts';
import { monitoringTraits, traitVariables } from './traits.ts';
import { monitoringReasons, withMissing } from './with-missing.ts';

const employed: Condition = { variable: 'employed', in: ['yes'] };
const employee: Condition = { variable: 'employment_status', in: ['employee'] };

const category = (
  name: string,
  zh: string,
  en: string,
  codes: string,
  more: Partial<Variable> = {},
): Variable => ({ name, label: { zh, en }, kind: 'category', codes, ...more });

const number = (
  name: string,
  zh: string,
  en: string,
  unit: string,
  more: Partial<Variable> = {},
): Variable => ({ name, label: { zh, en }, kind: 'number', unit, ...more });

const text = (name: string, zh: string, en: string): Variable => ({ name, label: { zh, en }, kind: 'text' });

/** The nine health-education topics, in questionnaire order. */
const healthEducationTopics: readonly (readonly [string, string, string])[] = [
  ['occupational_disease', '职业病防治', 'occupational disease'],
  ['hiv_std', '性病/艾滋病防治', 'HIV and sexually transmitted disease'],
  ['reproductive_health', '生殖健康与避孕', 'reproductive health and contraception'],
  ['tuberculosis', '结核病防治', 'tuberculosis'],
  ['smoking', '控制吸烟', 'smoking'],
  ['mental_health', '心理健康', 'mental health'],
  ['chronic_disease', '慢性病防治', 'chronic disease'],
  ['maternal_child_health', '妇幼保健/优生优育', 'maternal and child health'],
  ['emergency', '突发公共事件自救', 'self-rescue in emergencies'],
];

/** The yes-or-no items of the health-education battery. */
export const healthEducationItems: readonly string[] = healthEducationTopics.map(
  ([name]) => `health_education_${name}`,
);

/** The six channels of health education, in questionnaire order. */
const healthEducationChannels: readonly (readonly [string, string, string])[] = [
  ['lecture', '健康知识讲座', 'lecture'],
  ['leaflet', '宣传资料', 'leaflet or disc'],
  ['board', '宣传栏/电子屏', 'notice board or screen'],
  ['consultation', '公众健康咨询', 'public health consultation'],
  ['message', '社区短信/微信/网站', 'text message or website'],
  ['face_to_face', '个体化面对面咨询', 'personal consultation'],
];

/** The yes-or-no items of the channels. */
export const healthEducationChannelItems: readonly string[] = healthEducationChannels.map(
  ([name]) => `health_education_channel_${name}`,
);

/** The five medical-insurance schemes, asked one by one. */
export const medicalSchemes: readonly string[] = [
  'insurance_rural_cooperative',
  'insurance_urban_rural_resident',
  'insurance_urban_resident',
  'insurance_urban_employee',
  'insurance_public',
];

const measured: readonly Variable[] = [
  text('respondent_id', '个人编码', 'Respondent identifier'),
  category('province', '现居住省份', 'Province of residence', 'province'),
  text('prefecture', '现居住地市', 'Prefecture of residence'),
  text('county', '现居住区县', 'County of residence'),
  number('survey_weight', '发布的个体权重', 'Published weight', 'persons', { range: [0, 1e9] }),
  category('sex', '性别', 'Sex', 'sex'),
  number('birth_year', '出生年', 'Year of birth', 'year', { range: [1900, 2020] }),
  number('birth_month', '出生月', 'Month of birth', 'month', { range: [1, 12] }),
  category('ethnicity', '民族', 'Ethnicity', 'ethnicity'),
  category('education', '受教育程度', 'Education', 'education'),
  category('hukou_type', '户口性质', 'Hukou type', 'hukou_type'),
  category('hukou_province', '户籍地省份', 'Province of hukou', 'province'),
  category('marital_status', '婚姻状况', 'Marital status', 'marital_status'),
  category('migration_range', '流动范围', 'Migration range', 'migration_range'),
  number('arrival_year', '本次流动年份', 'Year of arrival', 'year', { range: [1920, 2020] }),
  number('arrival_month', '本次流动月份', 'Month of arrival', 'month', { range: [1, 12] }),
  category('employed', '调查周是否就业', 'Employed in the reference week', 'yes_no'),
  category('employment_status', '就业身份', 'Status in employment', 'employment_status', {
    universe: [employed],
  }),
  category('fixed_employer', '有固定雇主', 'Has a fixed employer', 'yes_no', {
    universe: [employed, employee],
  }),
  category('occupation', '职业', 'Occupation', 'occupation', { universe: [employed] }),
  category('industry', '行业', 'Industry', 'industry', { universe: [employed] }),
  category('employer_type', '就业单位性质', 'Type of employer', 'employer_type', { universe: [employed] }),
  category('contract', '劳动合同', 'Labour contract', 'contract', { universe: [employed, employee] }),
  number('weekly_hours', '周工作小时数', 'Hours worked in the week', 'hours per week', {
    range: [1, 168],
    universe: [employed],
  }),
  number('monthly_income', '上月个人收入', 'Own income last month', 'yuan per month', {
    range: [0, 500_000],
    usual: [0, 200_000],
    universe: [employed],
  }),
  number('household_income', '家庭月总收入', 'Household income, monthly', 'yuan per month', {
    range: [0, 1_000_000],
    usual: [0, 300_000],
  }),
  number('housing_cost', '家庭月住房支出', 'Household housing cost, monthly', 'yuan per month', {
    range: [0, 500_000],
    usual: [0, 100_000],
  }),
  category('housing', '住房类型', 'Kind of housing', 'housing'),
  category('insurance_rural_cooperative', '新农合', 'Rural cooperative medical scheme', 'yes_no_not_sure'),
  category(
    'insurance_urban_rural_resident',
    '城乡居民医保',
    'Urban-rural resident medical insurance',
    'yes_no_not_sure',
  ),
  category('insurance_urban_resident', '城镇居民医保', 'Urban resident medical insurance', 'yes_no_not_sure'),
  category('insurance_urban_employee', '城镇职工医保', 'Urban employee medical insurance', 'yes_no_not_sure'),
  category('insurance_public', '公费医疗', 'Publicly funded medical care', 'yes_no_not_sure'),
  category('enrolment_place', '医疗保险参保地', 'Place of medical enrolment', 'enrolment_place', {
    universe: [{ variable: 'medical_insured', in: ['yes'] }],
  }),
  category('pension_insured', '养老保险', 'Pension insurance', 'yes_no_not_sure'),
  category('work_injury_insured', '工伤保险', 'Work-injury insurance', 'yes_no_not_sure', {
    universe: [employed, employee],
  }),
  category('unemployment_insured', '失业保险', 'Unemployment insurance', 'yes_no_not_sure', {
    universe: [employed, employee],
  }),
  category('maternity_insured', '生育保险', 'Maternity insurance', 'yes_no_not_sure', {
    universe: [employed, employee],
  }),
  category('housing_fund', '住房公积金', 'Housing fund', 'yes_no_not_sure', {
    universe: [employed, employee],
  }),
  category(
    'medical_insured_here',
    '在本地参加医疗保险',
    'Medical insurance at destination',
    'yes_no_not_sure',
  ),
  category('social_security_card', '个人社会保障卡', 'Social security card', 'social_security_card'),
  category('health_record', '本地居民健康档案', 'Health record at destination', 'health_record'),
  ...healthEducationTopics.map(([name, zh, en]) =>
    category(`health_education_${name}`, `健康教育：${zh}`, `Health education: ${en}`, 'yes_no'),
  ),
  ...healthEducationChannels.map(([name, zh, en]) =>
    category(
      `health_education_channel_${name}`,
      `健康教育途径：${zh}`,
      `Health education by ${en}`,
      'yes_no',
      {
        universe: [{ variable: 'health_education_any', in: ['yes'] }],
      },
    ),
  ),
  category('self_rated_health', '自评健康', 'Self-rated health', 'self_rated_health'),
  category(
    'public_health_services_heard',
    '听说过国家基本公共卫生服务',
    'Heard of the national basic public health services',
    'yes_no',
  ),
  category('family_doctor', '签约家庭医生', 'Contract with a family doctor', 'yes_no_not_sure'),
  category('residence_permit', '居住证/暂住证', 'Residence permit', 'yes_no_not_sure'),
  number('moves', '流动次数', 'Number of moves', 'moves', { range: [1, 100] }),
  category('stay_intention', '今后一段时间继续留在本地', 'Intends to stay for some time', 'stay_intention'),

  number('age', '年龄', 'Age', 'years', {
    derived: 'completed years at the interview month, from birth year and month',
    source: 'surveys 8.9; the month of interview is that of the codebook',
  }),
  category('age_group', '年龄组', 'Age group', 'age_group', {
    derived: 'classes of age',
    source: 'this project',
  }),
  category('five_year_age', '五岁年龄组', 'Five-year age group', 'five_year_age', {
    derived: 'classes of age, five years each',
    source: 'this project, for the pyramid',
  }),
  category('birth_cohort', '出生队列', 'Birth cohort', 'birth_cohort', {
    derived: 'from year of birth',
    source: 'S12, S14: born before 1980, in the 1980s, from 1990 on',
  }),
  category('region', '地区', 'Region', 'region', {
    derived: 'from province',
    source: 'S62, NBS regions of 2011',
  }),
  category('region_three', '东中西部', 'East, centre, west', 'region_three', {
    derived: 'from province',
    source: 'surveys 7.1: the three regions of some tables of the white books',
  }),
  number('stay_years', '本次流动时长', 'Length of stay', 'years', {
    derived: 'months from arrival to the interview month, over 12',
    source: 'surveys 8.9; white books 2016 and 2017 print means of this kind',
  }),
  number('stay_months', '本次流动月数', 'Length of stay in months', 'months', {
    derived: 'months from the month of arrival to the month of interview; missing unless the month is known',
    source:
      'surveys 8.9, as the public harmonising script of 2011-2017 (S2), without its change of the arrival year',
  }),
  number('schooling_years', '受教育年限', 'Years of schooling', 'years', {
    derived: 'years given to the level of education: 0, 6, 9, 12, 15, 16, 18',
    source: 'S2, S7 (one author gives 19 to postgraduates)',
  }),
  category('length_of_stay', '本次流动时长分组', 'Length of stay, classes', 'length_of_stay', {
    derived: 'classes of stay_years',
    source: 'this project; 5 and 10 years as in the white books',
  }),
  number('household_size_here', '同住家庭成员数', 'Household members here', 'persons', {
    derived: 'roster members whose present residence is here, the respondent included',
    source: 'surveys 2.1 and 5.1; S14, S33',
  }),
  category('family_migration', '家庭化流动', 'Migrates with family', 'yes_no', {
    derived: 'two or more household members here',
    source: 'S14, S33: households of two or more migrants',
  }),
  category('left_behind_family', '子女留守', 'Child left behind', 'left_behind_family', {
    derived:
      'yes if a child under 16 of the roster lives at the hukou place; no if all live elsewhere; no child without one under 16',
    source: 'surveys 5.1, left-behind population; under 16 as the programme registers children',
  }),
  category(
    'medical_insured',
    '至少参加一种医疗保险',
    'In at least one medical insurance',
    'yes_no_not_sure',
    {
      derived:
        'yes if any of the five schemes is yes; no if all are no; otherwise not sure if any is not sure',
      source: 'surveys 2.5: the 91.4 % of the presentation of 2017',
    },
  ),
  number('medical_schemes', '参加医疗保险种数', 'Medical schemes enrolled in', 'schemes', {
    derived: 'number of the five schemes answered yes; missing unless all five are answered',
    source: 'surveys 2.5',
  }),
  category('five_insurances', '五险参保情况', 'The five insurances', 'five_insurances', {
    derived:
      'pension, urban employee medical, work injury, unemployment, maternity: all, some or none answered yes; missing if one is not answered',
    source: 'the five insurances of the Social Insurance Law of 2010',
    universe: [employed, employee],
  }),
  category('informal_employment', '非正规就业', 'Informal employment', 'yes_no', {
    derived:
      'no labour contract and in none of the five insurances; missing if the contract or one of the five is not answered',
    source: 'SDG 8.3.1, as far as the questionnaire goes',
    universe: [employed, employee],
  }),
  category('health_education_any', '接受过任一项健康教育', 'Any health education', 'yes_no', {
    derived: 'yes if any of the nine topics is yes; no if all nine are no; otherwise missing',
    source: 'S7, which counts any of the nine',
  }),
  number('health_education_count', '接受健康教育项数', 'Health-education topics received', 'topics', {
    derived: 'number of the nine topics answered yes; missing unless all nine are answered',
    source: 'S7',
  }),
];

/** Canonical variables of a respondent of the monitoring survey, in file order. */
export const respondentVariables: readonly Variable[] = withMissing(
  [
    ...measured,
    ...migrationVariables,
    ...householdVariables,
    ...employmentVariables,
    ...insuranceVariables,
    ...healthVariables,
    ...integrationVariables,
    ...traitVariables(monitoringTraits),
  ].map(withWording),
  ['respondent_id'],
  monitoringReasons,
);
