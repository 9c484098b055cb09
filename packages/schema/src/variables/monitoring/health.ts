import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { category, number, proposed, recalled, words } from '../define.ts';
import { periods } from '../periods.ts';

const ill: Condition = { variable: 'illness', in: ['two_weeks', 'year'] };
const woman: Condition = { variable: 'sex', in: ['female'] };
const everMarried: Condition = {
  variable: 'marital_status',
  in: ['first_marriage', 'remarried', 'divorced', 'widowed', 'cohabiting'],
};
const fertileAge: Condition = { variable: 'age', min: 15, max: 49 };
const recentBirth: readonly Condition[] = [
  woman,
  everMarried,
  fertileAge,
  { variable: 'recent_birth', in: ['yes'] },
];
const chronic: Condition = { variable: 'chronic_disease', in: ['hypertension', 'diabetes', 'both'] };
const birth = { reference_period: periods.birth };
const year = { reference_period: periods.twelveMonths };

/** Health, use of services, and the maternal block (women of 15 to 49, ever married, with a birth in the period that the wave names). */
export const healthVariables: readonly Variable[] = [
  category(
    'illness',
    words('最近一次患病', 'Latest illness'),
    'illness',
    recalled(
      '最近一年您本人是否有患病（负伤）或身体不适的情况？',
      'In the last year, were you ill, injured or unwell?',
      year,
    ),
  ),
  category('care_place', words('最近一次患病就诊地点', 'Where care was sought'), 'care_place', {
    universe: [ill],
    ...recalled(
      '最近一次患病（负伤）或身体不适时，您首先去哪里看的病/伤？',
      'When last ill, where did you first go?',
      year,
    ),
  }),
  category('reason_no_care', words('未就诊原因', 'Reason for not seeking care'), 'reason_no_care', {
    universe: [ill, { variable: 'care_place', in: ['none'] }],
    ...recalled('您哪里也没去看病的主要原因是什么？', 'Why did you not seek care?', year),
  }),
  category(
    'chronic_disease',
    words('高血压或糖尿病', 'Hypertension or diabetes'),
    'chronic_disease',
    recalled(
      '您是否患有医生确诊的高血压或2型糖尿病？',
      'Has a doctor diagnosed you with hypertension or type 2 diabetes?',
    ),
  ),
  category('chronic_followed_up', words('慢性病随访', 'Followed up for it'), 'yes_no', {
    universe: [chronic],
    ...recalled(
      '过去一年，您是否在本地社区接受过高血压或糖尿病的随访、体检服务？',
      'In the last year, were you followed up or examined for it by the community here?',
      year,
    ),
  }),
  category(
    'nearest_facility',
    words('到最近医疗机构时间', 'Time to the nearest facility'),
    'travel_time',
    recalled(
      '从您居住地到最近的医疗服务机构有多远（以自己最易获得的交通方式）？',
      'How long does it take from your home to the nearest medical facility?',
    ),
  ),
  category('elderly_check_up', words('老年人免费体检', 'Free check-up for elderly'), 'yes_no', {
    universe: [{ variable: 'age', min: 60 }],
    ...recalled(
      '过去一年，本地社区卫生服务中心/站是否为您提供过免费健康体检？',
      'In the last year, did the community health centre here give you a free check-up?',
      year,
    ),
  }),
  category(
    'tuberculosis_heard',
    words('听说过肺结核', 'Heard of tuberculosis'),
    'yes_no',
    proposed('您是否听说过肺结核病？', 'Have you heard of tuberculosis?'),
  ),
  number('first_marriage_year', words('初婚年份', 'Year of first marriage'), 'year', {
    range: [1920, 2020],
    universe: [everMarried],
    ...recalled('您初婚的时间是？年份', 'When did you first marry? Year'),
  }),
  number('first_marriage_month', words('初婚月份', 'Month of first marriage'), 'month', {
    range: [1, 12],
    universe: [everMarried],
    ...recalled('您初婚的时间是？月份', 'When did you first marry? Month'),
  }),
  number('children_born', words('亲生子女数', 'Children born'), 'children', {
    range: [0, 15],
    universe: [everMarried],
    ...recalled('您有几个亲生子女？', 'How many children did you have?'),
  }),
  category('recent_birth', words('近期有生育', 'Birth in the recent period'), 'yes_no', {
    universe: [woman, everMarried, fertileAge],
    ...proposed(
      '您在本轮调查所问时期内是否生育过？',
      'Did you give birth within the period that this wave asks about?',
      birth,
    ),
  }),
  category('first_trimester_check', words('孕12周内产检', 'Check in the first trimester'), 'yes_no', {
    universe: [...recentBirth],
    ...recalled(
      '您在孕12周内是否接受过产前检查？',
      'Did you have an antenatal check in the first 12 weeks?',
      birth,
    ),
  }),
  number('antenatal_visits', words('产前检查次数', 'Antenatal visits'), 'visits', {
    range: [0, 40],
    universe: [...recentBirth],
    ...recalled('您怀孕期间共做过几次产前检查？', 'How many antenatal visits did you have?', birth),
  }),
  category('pregnancy_place', words('孕期主要居住地', 'Place during pregnancy'), 'childbirth_place', {
    universe: [...recentBirth],
    ...recalled('您怀孕期间主要住在哪里？', 'Where did you mainly live during the pregnancy?', birth),
  }),
  category('childbirth_place', words('分娩地点', 'Place of childbirth'), 'childbirth_place', {
    universe: [...recentBirth],
    ...recalled('您是在哪里分娩的？', 'Where did you give birth?', birth),
  }),
  category('hospital_birth', words('在医院分娩', 'Birth in hospital'), 'yes_no', {
    universe: [...recentBirth],
    ...proposed('您是否在医院分娩？', 'Did you give birth in a hospital?', birth),
  }),
  category('maternal_record', words('孕产妇健康档案', 'Maternal health record'), 'yes_no_not_sure', {
    universe: [...recentBirth],
    ...recalled(
      '您怀孕时是否在本地建立了《孕产妇保健手册》？',
      'Was a maternal health record made for you here?',
      birth,
    ),
  }),
  category('postnatal_visit', words('产后访视', 'Postnatal visit'), 'yes_no', {
    universe: [...recentBirth],
    ...recalled('您产后28天内是否接受过产后访视？', 'Did you have a postnatal visit within 28 days?', birth),
  }),
  category('contraception', words('避孕方法', 'Contraceptive method'), 'contraception', {
    universe: [woman, everMarried, fertileAge],
    ...recalled('您目前主要使用的避孕方法是？', 'Which contraceptive method do you mainly use?'),
  }),
  category(
    'contraception_service_here',
    words('在本地获得避孕服务', 'Contraception service here'),
    'yes_no',
    {
      universe: [woman, everMarried, fertileAge],
      ...recalled(
        '过去一年，您在本地接受过免费避孕药具或计生服务吗？',
        'In the last year, did you get free contraceptives or family-planning service here?',
        year,
      ),
    },
  ),
  category('cervical_screening', words('宫颈癌筛查', 'Cervical screening'), 'yes_no', {
    universe: [woman, { variable: 'age', min: 35, max: 64 }],
    ...proposed('您是否做过宫颈癌筛查？', 'Have you had a cervical screening?'),
  }),
  category('breast_screening', words('乳腺癌筛查', 'Breast screening'), 'yes_no', {
    universe: [woman, { variable: 'age', min: 35, max: 64 }],
    ...proposed('您是否做过乳腺癌筛查？', 'Have you had a breast screening?'),
  }),
];
