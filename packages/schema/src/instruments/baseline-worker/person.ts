import type { Variable } from '../../variable.ts';
import { category, designed, number, proposed, text, words } from '../../variables/define.ts';
import { periods } from '../../variables/periods.ts';

/** Who is asked, where and when: identification, person, and how the person came here. */
export const personVariables: readonly Variable[] = designed('identification and person, surveys 6.2', [
  text('respondent_id', words('被访者编码', 'Respondent identifier')),
  text('site', words('试点地区', 'Pilot site')),
  text(
    'enterprise_id',
    words('企业编码（企业内访问时）', 'Enterprise identifier, where interviewed at work'),
  ),
  text('interviewer', words('调查员编码', 'Interviewer code')),
  number('interview_year', words('访问年份', 'Year of interview'), 'year', { range: [2007, 2030] }),
  number('interview_month', words('访问月份', 'Month of interview'), 'month', { range: [1, 12] }),
  category(
    'consent',
    words('知情同意', 'Informed consent'),
    'yes_no',
    proposed('您是否同意接受访问？', 'Do you agree to be interviewed?'),
  ),
  number('survey_weight', words('设计权重', 'Design weight'), 'persons', { range: [0, 1e9] }),
  category('sex', words('性别', 'Sex'), 'sex', proposed('性别', 'Sex')),
  number('birth_year', words('出生年', 'Year of birth'), 'year', {
    range: [1900, 2020],
    ...proposed('您的出生年份？', 'In which year were you born?'),
  }),
  number('birth_month', words('出生月', 'Month of birth'), 'month', {
    range: [1, 12],
    ...proposed('您的出生月份？', 'In which month were you born?'),
  }),
  number('age', words('年龄', 'Age'), 'years', {
    derived: 'completed years at the interview month, from birth year and month',
  }),
  category('age_group', words('年龄组', 'Age group'), 'age_group', { derived: 'classes of age' }),
  category('birth_cohort', words('出生队列', 'Birth cohort'), 'birth_cohort', {
    derived: 'from year of birth',
  }),
  number('schooling_years', words('受教育年限', 'Years of schooling'), 'years', {
    derived: 'years given to the level of education: 0, 6, 9, 12, 15, 16, 18',
  }),
  category(
    'ethnicity',
    words('民族', 'Ethnicity'),
    'ethnicity',
    proposed('您的民族？', 'What is your ethnicity?'),
  ),
  category(
    'education',
    words('受教育程度', 'Education'),
    'education',
    proposed('您的受教育程度？', 'What is your highest level of education?'),
  ),
  category(
    'marital_status',
    words('婚姻状况', 'Marital status'),
    'marital_status',
    proposed('您的婚姻状况？', 'What is your marital status?'),
  ),
  category(
    'hukou_type',
    words('户口性质', 'Hukou type'),
    'hukou_type',
    proposed('您的户口性质？', 'Of which type is your hukou?'),
  ),
  category(
    'hukou_province',
    words('户籍地省份', 'Province of hukou'),
    'province',
    proposed('您的户口在哪个省？', 'In which province is your hukou?'),
  ),
  text(
    'hukou_county',
    words('户籍地区县', 'County of hukou'),
    proposed('您的户口在哪个区县？', 'In which county is your hukou?'),
  ),
  category('province', words('现居住省份', 'Province of residence'), 'province'),
  category('region', words('地区', 'Region'), 'region', { derived: 'from province' }),
  text('county', words('现居住区县', 'County of residence')),
  category('migration_range', words('流动范围', 'Migration range'), 'migration_range', {
    derived: 'from the places of hukou and residence',
  }),
  number('first_departure_year', words('首次外出年份', 'Year of first leaving'), 'year', {
    range: [1920, 2030],
    ...proposed(
      '您第一次离开户籍地区县外出是哪一年？',
      'In which year did you first leave the county of your hukou?',
    ),
  }),
  number('moves', words('流动次数', 'Number of moves'), 'moves', {
    range: [1, 100],
    ...proposed(
      '包括这次，您一共到过几个地方务工？',
      'In how many places have you worked, this one included?',
    ),
  }),
  number('arrival_year', words('本次流动年份', 'Year of arrival'), 'year', {
    range: [1920, 2030],
    ...proposed('您是哪一年来到本地的？', 'In which year did you come here?'),
  }),
  number('arrival_month', words('本次流动月份', 'Month of arrival'), 'month', {
    range: [1, 12],
    ...proposed('您是哪个月来到本地的？', 'In which month did you come here?'),
  }),
  number('stay_months', words('本次流动月数', 'Length of stay in months'), 'months', {
    derived: 'months from the month of arrival to the month of interview; missing unless the month is known',
  }),
  category('companions', words('同行者', 'Company on the move'), 'companions', {
    ...proposed('您来本地时与谁同行？', 'With whom did you come here?', {
      reference_period: periods.thisMove,
    }),
  }),
  category('return_frequency', words('过去一年返乡次数', 'Returns home in the year'), 'return_frequency', {
    ...proposed('过去12个月您回过几次老家？', 'How often did you go home in the last 12 months?', {
      reference_period: periods.twelveMonths,
    }),
  }),
  number('months_worked', words('过去一年工作月数', 'Months worked in the year'), 'months', {
    range: [0, 12],
    ...proposed('过去12个月您有几个月在工作？', 'In how many of the last 12 months did you work?', {
      reference_period: periods.twelveMonths,
    }),
  }),
  number('household_size_here', words('同住家庭成员数', 'Household members here'), 'persons', {
    range: [1, 30],
    ...proposed('包括您自己，有几位家人与您同住？', 'How many of your family live here, you included?'),
  }),
  category('spouse_here', words('配偶在本地', 'Spouse lives here'), 'yes_no', {
    universe: [{ variable: 'marital_status', in: ['first_marriage', 'remarried', 'cohabiting'] }],
    ...proposed('您的配偶是否与您同住？', 'Does your spouse live with you?'),
  }),
  number('children_under_16', words('16岁以下子女数', 'Children under 16'), 'children', {
    range: [0, 15],
    ...proposed('您有几个16岁以下子女？', 'How many children under 16 do you have?'),
  }),
  number('children_under_16_here', words('在本地的16岁以下子女数', 'Children under 16 here'), 'children', {
    range: [0, 15],
    universe: [{ variable: 'children_under_16', min: 1 }],
    ...proposed('其中几个与您同住？', 'How many of them live with you?'),
  }),
  category('residence_permit', words('居住证/暂住证', 'Residence permit'), 'yes_no', {
    ...proposed('您是否有本地的居住证或暂住证？', 'Do you have a residence permit of this place?'),
  }),
  category('stay_intention', words('打算留在本地', 'Intends to stay'), 'stay_intention', {
    ...proposed('今后12个月您是否打算留在本地？', 'Do you intend to stay here for the next 12 months?', {
      reference_period: periods.nextYear,
    }),
  }),
  number('remittance', words('过去一年寄回老家', 'Sent home in the year'), 'yuan per year', {
    range: [0, 10_000_000],
    ...proposed(
      '过去12个月您寄（带）回老家多少钱？',
      'How much did you send or take home in the last 12 months?',
      {
        reference_period: periods.twelveMonths,
      },
    ),
  }),
]);
