import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { battery, category, designed, type Item, number, proposed, words } from '../../variables/define.ts';
import { periods } from '../../variables/periods.ts';

const employed: Condition = { variable: 'employed', in: ['yes'] };
const notEmployed: Condition = { variable: 'employed', in: ['no'] };
const employee: Condition = { variable: 'employment_status', in: ['employee'] };
const hired: Condition[] = [employed, employee];
const contracted: Condition[] = [
  ...hired,
  { variable: 'contract', in: ['fixed_term', 'open_ended', 'one_job', 'probation', 'other'] },
];
const year = { reference_period: periods.twelveMonths };
const week = { reference_period: periods.week };
const month = { reference_period: periods.lastMonth };

const statusAndPlace: Variable[] = [
  category('employed', words('调查周是否就业', 'Employed in the reference week'), 'yes_no', {
    ...proposed(
      '上周您是否为取得报酬或经营收入工作过一小时以上，或有工作但暂时未上班？',
      'In the last week, did you work for pay or profit for an hour or more, or have a job from which you were absent?',
      week,
    ),
  }),
  category('searched_for_work', words('找过工作', 'Searched for work'), 'yes_no', {
    universe: [notEmployed],
    ...proposed('过去四周您是否找过工作？', 'Did you look for work in the last four weeks?', {
      reference_period: periods.fourWeeks,
    }),
  }),
  category('available_for_work', words('能上岗', 'Available for work'), 'yes_no', {
    universe: [notEmployed],
    ...proposed('如有工作，您能否在两周内开始？', 'If there were a job, could you start within two weeks?'),
  }),
  number('months_without_work', words('未工作月数', 'Months without work'), 'months', {
    range: [0, 720],
    universe: [notEmployed],
    ...proposed('您已有几个月没有工作？', 'For how many months have you been without work?'),
  }),
  category('reason_not_working', words('未工作原因', 'Reason for not working'), 'reason_not_working', {
    universe: [notEmployed],
    ...proposed('您没有工作的主要原因是什么？', 'What is the main reason why you do not work?', week),
  }),
  category('employment_status', words('就业身份', 'Status in employment'), 'employment_status', {
    universe: [employed],
    ...proposed(
      '您是雇员、雇主、自营劳动者，还是家庭帮工？',
      'Are you an employee, an employer, an own-account worker or a family worker?',
    ),
  }),
  category('occupation', words('职业', 'Occupation'), 'occupation', {
    universe: [employed],
    ...proposed('您的主要职业是什么？', 'What is your main occupation?'),
  }),
  category('industry', words('行业', 'Industry'), 'industry', {
    universe: [employed],
    ...proposed('您所在单位属于哪个行业？', 'In which industry do you work?'),
  }),
  category('employer_type', words('单位性质', 'Type of employer'), 'employer_type', {
    universe: [employed],
    ...proposed('您所在单位属于哪种性质？', 'Of which type is your employer?'),
  }),
  category('enterprise_size', words('单位人数', 'Size of the enterprise'), 'enterprise_size', {
    universe: [employed],
    ...proposed('您所在单位有多少人？', 'How many people work at the enterprise?'),
  }),
  number('job_start_year', words('现工作开始年份', 'Year the job began'), 'year', {
    range: [1950, 2030],
    universe: [employed],
    ...proposed('您哪一年开始做现在的工作？', 'In which year did you begin this job?'),
  }),
];

const channels: readonly Item[] = [
  ['public_service', '公共就业服务机构', 'the public employment service'],
  ['private_agency', '私营职业中介', 'a private agency'],
  ['online', '互联网', 'the internet'],
  ['job_fair', '招聘会', 'a job fair'],
  ['kin_or_friends', '亲友老乡', 'kin, friends, people of the home place'],
];

const search: Variable[] = [
  category('job_channel', words('找到工作的途径', 'How the job was found'), 'job_channel', {
    universe: [employed],
    ...proposed('您现在的工作是怎样找到的？', 'How did you find your present job?'),
  }),
  ...battery('used_to_search', words('找工作时使用', 'Used to search'), channels, {
    codes: 'yes_no',
    ...proposed(
      '过去12个月找工作时您是否使用过{item}？',
      'In the last 12 months, did you look for work through {item}?',
      year,
    ),
  }),
  number('search_fees', words('找工作费用', 'Fees for finding work'), 'yuan', {
    range: [0, 100_000],
    universe: [employed],
    ...proposed(
      '为得到这份工作，您付过多少中介费、押金等？',
      'How much did you pay in fees and deposits for this job?',
    ),
  }),
  category('documents_held', words('证件被扣押', 'Documents held by the employer'), 'yes_no', {
    universe: hired,
    ...proposed('单位是否扣留您的身份证等证件？', 'Does the employer keep your identity papers?'),
  }),
  category(
    'employment_service_known',
    words('知道公共就业服务', 'Knows the public employment service'),
    'yes_no',
    {
      ...proposed(
        '您是否知道本地有免费的公共就业服务？',
        'Do you know that there is a free public employment service here?',
      ),
    },
  ),
  category('employment_service_helped', words('公共就业服务有帮助', 'The service helped'), 'yes_no', {
    universe: [{ variable: 'used_to_search_public_service', in: ['yes'] }],
    ...proposed('公共就业服务对您找工作是否有帮助？', 'Did the public employment service help you?', year),
  }),
];

const contractAndTime: Variable[] = [
  category('contract', words('劳动合同', 'Labour contract'), 'contract', {
    universe: hired,
    ...proposed('您与单位签订了哪种劳动合同？', 'Which labour contract do you have?'),
  }),
  number('contract_months', words('合同期限', 'Length of the contract'), 'months', {
    range: [1, 600],
    universe: [...hired, { variable: 'contract', in: ['fixed_term'] }],
    ...proposed('合同期限是几个月？', 'For how many months is the contract?'),
  }),
  category('contract_holder', words('合同保管', 'Who keeps the contract'), 'contract_holder', {
    universe: contracted,
    ...proposed('合同由谁保管？', 'Who keeps the contract?'),
  }),
  category('contract_understood', words('了解合同内容', 'Understands the contract'), 'yes_no', {
    universe: contracted,
    ...proposed('您是否了解合同的内容？', 'Do you understand what the contract says?'),
  }),
  number('days_per_week', words('周工作天数', 'Days worked in the week'), 'days per week', {
    range: [0, 7],
    universe: [employed],
    ...proposed('上周您工作了几天？', 'On how many days did you work last week?', week),
  }),
  number('hours_per_day', words('日工作小时数', 'Hours worked in a day'), 'hours per day', {
    range: [0, 24],
    universe: [employed],
    ...proposed('上周您平均每天工作几小时？', 'How many hours a day did you work last week?', week),
  }),
  number('weekly_hours', words('周工作小时数', 'Hours worked in the week'), 'hours per week', {
    derived: 'days per week by hours per day',
    range: [0, 168],
    universe: [employed],
  }),
  category('night_work', words('夜班', 'Night work'), 'yes_no', {
    universe: [employed],
    ...proposed(
      '上个月您是否上过夜班（22点至6点）？',
      'Did you work at night (22:00 to 6:00) last month?',
      month,
    ),
  }),
  number('overtime_hours', words('上月加班小时数', 'Overtime last month'), 'hours per month', {
    range: [0, 400],
    universe: hired,
    ...proposed('上个月您加班多少小时？', 'How many hours of overtime did you work last month?', month),
  }),
  category('overtime_pay', words('加班报酬', 'Pay for overtime'), 'overtime_pay', {
    universe: [...hired, { variable: 'overtime_hours', min: 0.5 }],
    ...proposed('加班是否有报酬？', 'Is overtime paid?', month),
  }),
];

const pay: Variable[] = [
  category('pay_basis', words('计酬方式', 'Basis of pay'), 'pay_basis', {
    universe: hired,
    ...proposed('您的工资怎样计算？', 'How is your pay reckoned?'),
  }),
  number('monthly_income', words('上月收入', 'Income last month'), 'yuan per month', {
    range: [0, 500_000],
    usual: [0, 200_000],
    universe: [employed],
    ...proposed(
      '上个月您的工资或经营净收入是多少（不含单位包吃包住）？',
      'What was your wage or net income last month (board and lodging apart)?',
      month,
    ),
  }),
  category('wage_arrears', words('过去一年被拖欠工资', 'Was owed wages in the year'), 'yes_no', {
    universe: hired,
    ...proposed('过去12个月您是否被拖欠过工资？', 'Were you owed wages in the last 12 months?', year),
  }),
  number('wage_arrears_months', words('拖欠月数', 'Months owed'), 'months', {
    range: [0, 120],
    universe: [...hired, { variable: 'wage_arrears', in: ['yes'] }],
    ...proposed('拖欠了几个月？', 'How many months of pay were owed?', year),
  }),
  number('wage_arrears_amount', words('拖欠金额', 'Amount owed'), 'yuan', {
    range: [0, 1_000_000],
    universe: [...hired, { variable: 'wage_arrears', in: ['yes'] }],
    ...proposed('一共拖欠多少钱？', 'How much was owed in all?', year),
  }),
  category(
    'wage_arrears_settlement',
    words('拖欠解决方式', 'How arrears were settled'),
    'dispute_settlement',
    {
      universe: [...hired, { variable: 'wage_arrears', in: ['yes'] }],
      ...proposed('您采取了什么办法？', 'What did you do about it?', year),
    },
  ),
];

/** Work: status, search, contract, time and pay. */
export const workVariables: readonly Variable[] = [
  ...designed('19th and 21st ICLS (employment, search, availability)', statusAndPlace),
  ...designed('outputs 2.3 and 2.4 of the project document; SDG 10.7.1', search),
  ...designed('ILO decent work indicators: stability of work, working time', contractAndTime),
  ...designed('ILO decent work indicators: adequate earnings; State Council directive 1', pay),
];
