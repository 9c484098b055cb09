import type { Label } from '../../label.ts';
import type { QuestionConfidence, Variable } from '../../variable.ts';
import { periods } from '../periods.ts';

type Wording = readonly [confidence: QuestionConfidence, zh: string, en: string, period?: Label];

/** The questions behind the variables that the pipeline measures, by name; the latest wave's wording where waves differ. */
const wordings: Readonly<Record<string, Wording>> = {
  sex: ['recalled', '性别', 'Sex'],
  birth_year: ['recalled', '出生年月：年', 'Date of birth: year'],
  birth_month: ['recalled', '出生年月：月', 'Date of birth: month'],
  ethnicity: ['recalled', '民族', 'Ethnicity'],
  education: ['recalled', '受教育程度', 'Education'],
  hukou_type: ['recalled', '户口性质', 'Type of hukou'],
  hukou_province: ['recalled', '户籍地（省、市、县）', 'Place of hukou (province, prefecture, county)'],
  marital_status: ['recalled', '婚姻状况', 'Marital status'],
  migration_range: ['recalled', '本次流动范围', 'Range of this move'],
  arrival_year: ['recalled', '本次流动时间：年', 'Time of this move: year', periods.thisMove],
  arrival_month: ['recalled', '本次流动时间：月', 'Time of this move: month', periods.thisMove],
  employed: [
    'recalled',
    '今年“五一”节前一周是否做过一小时以上有收入的工作？',
    'In the week before the First of May, did you do paid work for an hour or more?',
    periods.holidayWeek,
  ],
  employment_status: ['recalled', '您现在的就业身份属于哪一种？', 'What is your status in employment?'],
  fixed_employer: ['recalled', '您是否有固定雇主？', 'Do you have a fixed employer?'],
  occupation: ['recalled', '您现在的主要职业是什么？', 'What is your main occupation?'],
  industry: ['recalled', '您现在在哪个行业工作？', 'In which industry do you work?'],
  employer_type: ['recalled', '您现在就业的单位性质属于哪一类？', 'Of which type is your employer?'],
  contract: [
    'recalled',
    '您与目前工作单位（雇主）签订何种劳动合同？',
    'Which labour contract do you have with your present employer?',
  ],
  weekly_hours: [
    'recalled',
    '您这周工作时间为几小时？',
    'How many hours did you work in that week?',
    periods.week,
  ],
  monthly_income: [
    'recalled',
    '您上个月（或上次就业）工资收入或纯收入为多少（不含包吃包住费）？',
    'What was your wage or net income last month (board and lodging from the employer apart)?',
    periods.lastMonth,
  ],
  household_income: [
    'recalled',
    '过去一年，您家在本地平均每月总收入为多少？',
    'What is the total income of your household here a month?',
    periods.usualMonth,
  ],
  housing_cost: [
    'recalled',
    '过去一年，您家在本地平均每月住房支出（房租/房贷）为多少？',
    'How much does your household here spend a month on housing (rent or mortgage)?',
    periods.usualMonth,
  ],
  housing: ['recalled', '您现住房属于下列何种性质？', 'Of which kind is your present dwelling?'],
  insurance_rural_cooperative: [
    'recalled',
    '您目前参加下列何种社会医疗保险：新型农村合作医疗保险？',
    'Are you in the rural cooperative medical scheme?',
  ],
  insurance_urban_rural_resident: [
    'recalled',
    '您目前参加下列何种社会医疗保险：城乡居民合作医疗保险？',
    'Are you in the urban-rural resident medical insurance?',
  ],
  insurance_urban_resident: [
    'recalled',
    '您目前参加下列何种社会医疗保险：城镇居民医疗保险？',
    'Are you in the urban resident medical insurance?',
  ],
  insurance_urban_employee: [
    'recalled',
    '您目前参加下列何种社会医疗保险：城镇职工医疗保险？',
    'Are you in the urban employee medical insurance?',
  ],
  insurance_public: [
    'recalled',
    '您目前参加下列何种社会医疗保险：公费医疗？',
    'Do you have publicly funded medical care?',
  ],
  enrolment_place: ['recalled', '您在何处参加上述医疗保险？', 'Where are you enrolled in medical insurance?'],
  pension_insured: ['recalled', '您是否参加养老保险？', 'Are you in a pension insurance?'],
  work_injury_insured: ['recalled', '您是否参加工伤保险？', 'Are you in work-injury insurance?'],
  unemployment_insured: ['recalled', '您是否参加失业保险？', 'Are you in unemployment insurance?'],
  maternity_insured: ['recalled', '您是否参加生育保险？', 'Are you in maternity insurance?'],
  housing_fund: ['recalled', '您是否有住房公积金？', 'Are you in the housing fund?'],
  medical_insured_here: ['recalled', '您在本地是否参加医疗保险？', 'Are you in a medical insurance here?'],
  social_security_card: ['recalled', '您是否办理过个人社会保障卡？', 'Do you have a social security card?'],
  health_record: ['recalled', '本地是否给您建立了居民健康档案？', 'Was a health record made for you here?'],
  self_rated_health: ['recalled', '您的健康状况如何？', 'How is your health?'],
  public_health_services_heard: [
    'recalled',
    '您听说过“国家基本公共卫生服务项目”吗？',
    'Have you heard of the national basic public health services?',
  ],
  family_doctor: ['recalled', '您目前是否与家庭医生签约？', 'Do you have a contract with a family doctor?'],
  residence_permit: ['recalled', '您是否办理了居住证/暂住证？', 'Do you have a residence permit?'],
  moves: ['recalled', '您一共流动过多少次？', 'How often have you moved?'],
  stay_intention: [
    'verified',
    '今后一段时间，您是否打算继续留在本地？',
    'Do you intend to stay here for some time to come?',
  ],
  relation: ['recalled', '与被访者关系', 'Relation to the respondent'],
  residence: ['recalled', '现居住地', 'Present residence'],
  attends_school: ['proposed', '目前是否在园或在校？', 'In kindergarten or school at present?'],
};

const batteries: readonly (readonly [prefix: string, wording: Wording])[] = [
  [
    'health_education_channel_',
    [
      'recalled',
      '您是以何种方式接受上述健康教育的：{item}？',
      'In which way did you get health education: {item}?',
      periods.twelveMonths,
    ],
  ],
  [
    'health_education_',
    [
      'recalled',
      '过去一年，您在现居住村/居是否接受过以下方面的健康教育：{item}？',
      'In the last year, did you get health education where you live on: {item}?',
      periods.twelveMonths,
    ],
  ],
];

const wordingOf = (name: string): Wording | undefined =>
  wordings[name] ?? batteries.find(([prefix]) => name.startsWith(prefix))?.[1];

const item = ({ label }: Variable): Label => ({
  zh: label.zh.split('：').at(-1) ?? label.zh,
  en: label.en.split(/: | by /).at(-1) ?? label.en,
});

/** The same variable with its question; one that has a question, or is derived, stays as it is. */
export function withWording(variable: Variable): Variable {
  const wording = wordingOf(variable.name);
  if (!wording || variable.question || variable.derived) return variable;
  const [question_confidence, zh, en, period] = wording;
  const part = item(variable);
  return {
    ...variable,
    question: { zh: zh.replace('{item}', part.zh), en: en.replace('{item}', part.en) },
    question_confidence,
    ...(period === undefined ? {} : { reference_period: period }),
  };
}
