import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { battery, category, designed, type Item, number, proposed, words } from '../../variables/define.ts';
import { periods } from '../../variables/periods.ts';

const trained: Condition[] = [{ variable: 'trained', in: ['yes'] }];
const wants: Condition[] = [{ variable: 'training_wanted', in: ['yes'] }];
const starts: Condition[] = [{ variable: 'start_up_wish', in: ['yes'] }];
const year = { reference_period: periods.twelveMonths };

const skills: readonly Item[] = [
  ['reading', '读写', 'reading and writing'],
  ['numbers', '计算', 'working with numbers'],
  ['computer', '使用计算机', 'using a computer'],
  ['machines', '操作机器设备', 'running machines'],
  ['customers', '与顾客打交道', 'dealing with customers'],
  ['supervising', '管理他人', 'supervising others'],
];

/** Training had and wanted, skills used, and the wish to start a business. */
export const trainingVariables: readonly Variable[] = [
  ...designed('output 2.4 of the project document; YEM training on the baseline surveys', [
    category('trained', words('过去一年受过培训', 'Trained in the year'), 'yes_no', {
      ...proposed(
        '过去12个月您是否参加过任何培训？',
        'Did you have any training in the last 12 months?',
        year,
      ),
    }),
    category('training_kind', words('培训类型', 'Kind of training'), 'training_kind', {
      universe: trained,
      ...proposed('最近一次是哪种培训？', 'Of which kind was the latest training?', year),
    }),
    category('training_topic', words('培训内容', 'Topic of training'), 'training_topic', {
      universe: trained,
      ...proposed('最近一次培训的内容是什么？', 'What was the latest training about?', year),
    }),
    number('training_days', words('培训天数', 'Days of training'), 'days', {
      range: [0, 365],
      universe: trained,
      ...proposed('最近一次培训有几天？', 'For how many days was the latest training?', year),
    }),
    category('training_paid_by', words('培训费用承担', 'Who paid for training'), 'who_pays', {
      universe: trained,
      ...proposed('培训费用由谁承担？', 'Who paid for it?', year),
    }),
    category('training_certificate', words('取得证书', 'Certificate'), 'yes_no', {
      universe: trained,
      ...proposed('是否取得证书？', 'Did you get a certificate?', year),
    }),
    category('training_useful', words('培训有用', 'Training was useful'), 'yes_no', {
      universe: trained,
      ...proposed('培训对您的工作是否有用？', 'Was it useful for your work?', year),
    }),
    category('skill_certificate', words('有职业资格证书', 'Holds a vocational certificate'), 'yes_no', {
      ...proposed('您是否有职业资格证书？', 'Do you hold a vocational certificate?'),
    }),
    ...battery('uses_skill', words('工作中使用', 'Uses at work'), skills, {
      codes: 'yes_no',
      universe: [{ variable: 'employed', in: ['yes'] }],
      ...proposed('您的工作是否需要{item}？', 'Does your work need {item}?'),
    }),
    category('training_wanted', words('希望接受培训', 'Wants training'), 'yes_no', {
      ...proposed('您是否希望参加培训？', 'Would you like to have training?'),
    }),
    category('training_wanted_topic', words('希望的培训内容', 'Topic wanted'), 'training_topic', {
      universe: wants,
      ...proposed('您最希望学什么？', 'What would you most like to learn?'),
    }),
    category('training_wanted_time', words('希望的培训时间', 'Time wanted'), 'training_time', {
      universe: wants,
      ...proposed('什么时间对您最合适？', 'Which time would suit you best?'),
    }),
    category('training_wanted_place', words('希望的培训地点', 'Place wanted'), 'enrolment_place', {
      universe: wants,
      ...proposed('您希望在哪里参加培训？', 'Where would you like to have it?'),
    }),
    number('training_willing_to_pay', words('愿意承担的培训费', 'Would pay for training'), 'yuan', {
      range: [0, 100_000],
      universe: wants,
      ...proposed('您最多愿意自己付多少钱？', 'How much would you pay yourself at most?'),
    }),
  ]),
  ...designed('Start and Improve Your Business in the YEM programme', [
    category('start_up_wish', words('有创业意愿', 'Wishes to start a business'), 'yes_no', {
      ...proposed('您是否打算自己创业？', 'Do you wish to start a business?', {
        reference_period: periods.nextYear,
      }),
    }),
    category('start_up_place', words('创业地点', 'Place of the business'), 'enrolment_place', {
      universe: starts,
      ...proposed('您打算在哪里创业？', 'Where would you start it?'),
    }),
    category('start_up_industry', words('创业行业', 'Industry of the business'), 'industry', {
      universe: starts,
      ...proposed('您打算从事哪个行业？', 'In which industry?'),
    }),
    category('start_up_obstacle', words('创业障碍', 'Obstacle to a start'), 'start_up_obstacle', {
      universe: starts,
      ...proposed('最大的困难是什么？', 'What is the greatest obstacle?'),
    }),
    category('start_up_training', words('受过创业培训', 'Had start-up training'), 'yes_no', {
      universe: starts,
      ...proposed('您是否参加过创业培训？', 'Have you had training in starting a business?'),
    }),
  ]),
];
