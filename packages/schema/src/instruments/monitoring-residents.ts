import type { InstrumentDefinition } from '../instrument-definition.ts';
import type { Variable } from '../variable.ts';
import { battery, designed, type Item, proposed, recalled, words } from '../variables/define.ts';
import { periods } from '../variables/periods.ts';
import { healthEducationItems, respondentVariables } from '../variables/respondent.ts';
import { monitoringReasons, withMissing } from '../variables/with-missing.ts';

/** What residents are asked in the words of the migrants’ questionnaire, so that the two samples compare. */
const shared: readonly string[] = [
  'respondent_id',
  'province',
  'prefecture',
  'county',
  'survey_weight',
  'sex',
  'birth_year',
  'birth_month',
  'ethnicity',
  'education',
  'hukou_type',
  'marital_status',
  'employed',
  'employment_status',
  'occupation',
  'industry',
  'employer_type',
  'contract',
  'weekly_hours',
  'monthly_income',
  'household_size_reported',
  'household_income',
  'household_expenditure',
  'housing_cost',
  'housing',
  'insurance_rural_cooperative',
  'insurance_urban_rural_resident',
  'insurance_urban_resident',
  'insurance_urban_employee',
  'insurance_public',
  'pension_insured',
  'work_injury_insured',
  'unemployment_insured',
  'maternity_insured',
  'housing_fund',
  'health_record',
  ...healthEducationItems,
  'health_education_any',
  'health_education_count',
  'public_health_services_heard',
  'family_doctor',
  'self_rated_health',
  'illness',
  'care_place',
  'reason_no_care',
  'chronic_disease',
  'chronic_followed_up',
  'nearest_facility',
  'elderly_check_up',
  'hospital_stay',
  'hospital_reimbursed',
  'age',
  'age_group',
  'birth_cohort',
  'medical_insured',
  'medical_schemes',
  'five_insurances',
  'informal_employment',
];

const symptoms: readonly Item[] = [
  ['diarrhoea', '腹泻', 'diarrhoea'],
  ['fever', '发热', 'fever'],
  ['rash', '皮疹', 'rash'],
  ['jaundice', '黄疸', 'jaundice'],
  ['red_eyes', '结膜红肿', 'red eyes'],
  ['cold', '感冒', 'a cold'],
];

const closeness: readonly Item[] = [
  ['colleague', '和外地人一起工作', 'work together with migrants'],
  ['neighbour', '和外地人做邻居', 'have migrants for neighbours'],
  ['friend', '和外地人交朋友', 'have migrants for friends'],
  ['school', '自己的子女与外地子女同校', 'have migrants’ children in the school of your own'],
  ['family', '自己或亲人与外地人通婚', 'have a migrant marry into your family'],
];

const own: readonly Variable[] = [
  ...battery('symptom', words('不适症状', 'Symptom'), symptoms, {
    codes: 'yes_no',
    ...recalled('最近一年内，您是否出现过：{item}？', 'In the last year, did you have: {item}?', {
      reference_period: periods.twelveMonths,
    }),
  }),
  ...designed(
    'output 4.4 of the project document, acceptance of migrants by local residents',
    battery('accepts_migrant_as', words('对外来人口的接受', 'Accepts migrants'), closeness, {
      codes: 'acceptance',
      ...proposed('您是否愿意{item}？', 'Would you like to {item}?'),
    }),
  ),
];

/** The sample of local residents in eight cities (2017), against which migrants are compared. */
export const monitoringResidents: InstrumentDefinition = {
  id: 'monitoring-residents',
  label: {
    zh: '户籍人口对比调查（8城市，问卷D）',
    en: 'Comparison survey of local residents (8 cities, questionnaire D)',
  },
  description: {
    zh: '2017年8城市户籍人口对比样本约14,000人。原问卷的列名、题目与是否有家庭成员表均未见到；本定义取与流动人口问卷可比的题目，另加拟设题目（均已标明）。',
    en: 'About 14,000 local residents of eight cities in 2017. Its column names, its questions and whether it has a roster were not seen: this definition takes what compares with the migrants’ questionnaire and adds designed items, which are marked.',
  },
  records: [
    {
      name: 'respondent',
      label: { zh: '户籍人口被访者', en: 'Resident respondents' },
      unit_of_observation: { zh: '户籍人口个人', en: 'local resident' },
      key: ['respondent_id'],
      variables: [
        ...shared.flatMap((name) => respondentVariables.filter((v) => v.name === name)),
        ...withMissing(own, [], monitoringReasons),
      ],
    },
  ],
};
