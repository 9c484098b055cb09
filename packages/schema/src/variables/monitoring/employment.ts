import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { category, number, recalled, words } from '../define.ts';
import { periods } from '../periods.ts';

const employed: Condition = { variable: 'employed', in: ['yes'] };
const notEmployed: Condition = { variable: 'employed', in: ['no'] };
const employee: Condition = { variable: 'employment_status', in: ['employee'] };

/** Work beside the main items: why not, search, hours by their parts, how the job was found, wage arrears of the early waves. */
export const employmentVariables: readonly Variable[] = [
  category('reason_not_working', words('未工作原因', 'Reason for not working'), 'reason_not_working', {
    universe: [notEmployed],
    ...recalled('您未工作的主要原因是什么？', 'What is the main reason why you did not work?', {
      reference_period: periods.holidayWeek,
    }),
  }),
  category('searched_for_work', words('找过工作', 'Searched for work'), 'yes_no', {
    universe: [notEmployed],
    ...recalled('您最近一个月是否找过工作？', 'Did you look for work in the last month?', {
      reference_period: periods.fourWeeks,
    }),
  }),
  category('available_for_work', words('有合适工作能上岗', 'Available for work'), 'yes_no', {
    universe: [notEmployed],
    ...recalled(
      '如果有合适的工作，您能否在两周内开始工作？',
      'If a suitable job were offered, could you start within two weeks?',
    ),
  }),
  number('months_without_work', words('未工作月数', 'Months without work'), 'months', {
    range: [0, 720],
    universe: [notEmployed],
    ...recalled('您已经有多长时间没有工作了？', 'For how many months have you been without work?'),
  }),
  number('days_per_week', words('周工作天数', 'Days worked in the week'), 'days per week', {
    range: [0, 7],
    universe: [employed],
    ...recalled('您平均每周工作几天？', 'How many days a week do you work on average?', {
      reference_period: periods.week,
    }),
  }),
  number('hours_per_day', words('日工作小时数', 'Hours worked in a day'), 'hours per day', {
    range: [0, 24],
    universe: [employed],
    ...recalled('您平均每天工作几小时？', 'How many hours a day do you work on average?', {
      reference_period: periods.week,
    }),
  }),
  category('job_channel', words('找工作途径', 'How the job was found'), 'job_channel', {
    universe: [employed],
    ...recalled('您目前的工作是通过何种途径找到的？', 'How did you find your present job?'),
  }),
  category('wage_arrears', words('被拖欠工资', 'Is owed wages'), 'yes_no', {
    universe: [employed, employee],
    ...recalled('您目前是否被拖欠工资？', 'Are you owed wages at present?'),
  }),
  category('trained_here', words('在本地接受过工作培训', 'Had job training here'), 'yes_no', {
    universe: [employed],
    ...recalled(
      '近三年中，您在本地接受过政府提供的免费培训吗？',
      'In the last three years, did you have free training from the government here?',
      { reference_period: words('过去三年', 'the last three years') },
    ),
  }),
];
