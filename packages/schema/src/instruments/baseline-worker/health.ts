import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { battery, category, designed, type Item, number, proposed, words } from '../../variables/define.ts';
import { periods } from '../../variables/periods.ts';

const ill: Condition[] = [{ variable: 'illness', in: ['two_weeks', 'year'] }];
const mother: Condition[] = [
  { variable: 'sex', in: ['female'] },
  { variable: 'age', min: 15, max: 49 },
  { variable: 'recent_birth', in: ['yes'] },
];
const year = { reference_period: periods.twelveMonths };
const birth = { reference_period: periods.birth };

const facts: readonly Item[] = [
  ['hiv_condom', '正确使用安全套可以减少感染艾滋病的机会', 'condoms, rightly used, lower the risk of HIV'],
  ['hiv_meal', '与感染者一起吃饭会感染艾滋病', 'one gets HIV by eating with a person who has it'],
  ['hiv_looks_healthy', '外表健康的人也可能感染艾滋病病毒', 'a person who looks healthy can have HIV'],
  ['tb_cough', '咳嗽、咳痰两周以上应怀疑得了肺结核', 'a cough of two weeks or more may be tuberculosis'],
  ['tb_free', '肺结核检查和治疗有免费政策', 'tests and treatment for tuberculosis are free of charge'],
  ['antenatal_free', '孕产妇可以在居住地免费建册', 'a pregnant woman can have a free record where she lives'],
  ['contraceptives_free', '避孕药具可以免费领取', 'contraceptives can be had free of charge'],
];

const feelings: readonly Item[] = [
  ['nervous', '紧张', 'nervous'],
  ['hopeless', '没有希望', 'hopeless'],
  ['restless', '烦躁不安', 'restless or fidgety'],
  ['depressed', '沮丧得什么都不能使您高兴', 'so depressed that nothing could cheer you up'],
  ['effort', '做每件事都很费力', 'that everything was an effort'],
  ['worthless', '自己没有价值', 'worthless'],
];

const functions: readonly Item[] = [
  ['seeing', '看（戴眼镜时）', 'seeing, with glasses if worn'],
  ['hearing', '听（戴助听器时）', 'hearing, with an aid if worn'],
  ['walking', '行走或上台阶', 'walking or climbing steps'],
  ['remembering', '记忆或集中注意力', 'remembering or concentrating'],
  ['self_care', '洗漱、穿衣等自理', 'washing or dressing'],
  ['communicating', '交流（理解他人和被理解）', 'communicating'],
];

/** Health, care, what people know, stress, functions, and the latest birth. */
export const healthVariables: readonly Variable[] = [
  ...designed('outcome 4 of the project document; surveys 6.2', [
    category('self_rated_health', words('自评健康', 'Self-rated health'), 'self_rated_health', {
      ...proposed('您的健康状况如何？', 'How is your health?'),
    }),
    category('illness', words('最近一次患病', 'Latest illness'), 'illness', {
      ...proposed('过去12个月您是否生过病？', 'Were you ill in the last 12 months?', year),
    }),
    category('care_place', words('就诊地点', 'Where care was sought'), 'care_place', {
      universe: ill,
      ...proposed('最近一次生病，您去了哪里看病？', 'When last ill, where did you go?', year),
    }),
    category('reason_no_care', words('未就诊原因', 'Reason for not seeking care'), 'reason_no_care', {
      universe: [...ill, { variable: 'care_place', in: ['none'] }],
      ...proposed('您为什么没有去看病？', 'Why did you not seek care?', year),
    }),
    category('unmet_need', words('需要而未获得医疗', 'Care needed and not had'), 'yes_no', {
      ...proposed(
        '过去12个月您是否有过需要看病而没有看的情况？',
        'In the last 12 months, did you need care and not get it?',
        year,
      ),
    }),
    category('hospital_stay', words('过去一年住过院', 'Hospital stay in the year'), 'yes_no', {
      ...proposed('过去12个月您是否住过院？', 'Did you stay in hospital in the last 12 months?', year),
    }),
    number(
      'health_expenditure',
      words('过去一年自付医疗费', 'Own health expenditure in the year'),
      'yuan per year',
      {
        range: [0, 2_000_000],
        ...proposed(
          '过去12个月您自己付了多少医疗费？',
          'How much did you pay for health care yourself in the last 12 months?',
          year,
        ),
      },
    ),
    category('health_education', words('接受过健康教育', 'Had health education'), 'yes_no', {
      ...proposed(
        '过去12个月您在本地是否接受过健康教育？',
        'Did you have health education here in the last 12 months?',
        year,
      ),
    }),
  ]),
  ...designed(
    'YEM health knowledge, awareness and behaviour; HIV and tuberculosis in the presentation of 2017',
    battery('health_fact', words('健康知识', 'Health knowledge'), facts, {
      codes: 'true_false',
      ...proposed('下面的说法对不对：{item}？', 'True or false: {item}?'),
    }),
  ),
  ...designed(
    'K6 scale; mental health in the YEM improvement plan',
    battery('felt', words('过去30天感到', 'Felt in the last 30 days'), feelings, {
      codes: 'frequency',
      ...proposed('过去30天，您有多经常感到{item}？', 'In the last 30 days, how often did you feel {item}?', {
        reference_period: words('过去30天', 'the last 30 days'),
      }),
    }),
  ),
  ...designed(
    'Washington Group Short Set',
    battery('difficulty', words('功能困难', 'Difficulty'), functions, {
      codes: 'difficulty',
      ...proposed('您在以下方面是否有困难：{item}？', 'Do you have difficulty: {item}?'),
    }),
  ),
  ...designed('maternal care in the project document', [
    category('recent_birth', words('过去两年有生育', 'Birth in the last two years'), 'yes_no', {
      universe: mother.slice(0, 2),
      ...proposed('过去两年您是否生育过？', 'Did you give birth in the last two years?'),
    }),
    category('first_trimester_check', words('孕12周内产检', 'Check in the first trimester'), 'yes_no', {
      universe: mother,
      ...proposed('孕12周内是否做过产检？', 'Did you have a check in the first 12 weeks?', birth),
    }),
    number('antenatal_visits', words('产前检查次数', 'Antenatal visits'), 'visits', {
      range: [0, 40],
      universe: mother,
      ...proposed('共做过几次产检？', 'How many antenatal visits did you have?', birth),
    }),
    category('childbirth_place', words('分娩地点', 'Place of childbirth'), 'childbirth_place', {
      universe: mother,
      ...proposed('在哪里分娩？', 'Where did you give birth?', birth),
    }),
    category('hospital_birth', words('在医院分娩', 'Birth in hospital'), 'yes_no', {
      universe: mother,
      ...proposed('是否在医院分娩？', 'Was it in a hospital?', birth),
    }),
    category('postnatal_visit', words('产后访视', 'Postnatal visit'), 'yes_no', {
      universe: mother,
      ...proposed('产后28天内是否有人访视？', 'Was there a visit within 28 days of the birth?', birth),
    }),
  ]),
];
