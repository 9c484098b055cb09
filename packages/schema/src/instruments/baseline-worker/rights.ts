import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { battery, category, designed, type Item, number, proposed, words } from '../../variables/define.ts';
import { periods } from '../../variables/periods.ts';

const employed: Condition = { variable: 'employed', in: ['yes'] };
const hired: Condition[] = [employed, { variable: 'employment_status', in: ['employee'] }];
const hurt: Condition[] = [employed, { variable: 'work_accident', in: ['yes'] }];
const year = { reference_period: periods.twelveMonths };

const safety: Variable[] = [
  category('works_at_hazard', words('接触危险因素', 'Exposed to hazards'), 'yes_no', {
    universe: [employed],
    ...proposed(
      '您的工作是否接触高处、井下、机械、粉尘、噪声、有毒物等危险？',
      'Does your work expose you to heights, mines, machines, dust, noise or toxic substances?',
    ),
  }),
  category('safety_training', words('安全培训', 'Safety training'), 'yes_no', {
    universe: [employed],
    ...proposed('上岗前或工作中您是否受过安全培训？', 'Did you have safety training before or at work?'),
  }),
  category('protective_equipment', words('防护用品', 'Protective equipment'), 'yes_no', {
    universe: [employed, { variable: 'works_at_hazard', in: ['yes'] }],
    ...proposed('单位是否免费提供防护用品？', 'Does the employer give protective equipment free of charge?'),
  }),
  category('work_accident', words('过去一年工伤或职业病', 'Work accident or disease in the year'), 'yes_no', {
    universe: [employed],
    ...proposed(
      '过去12个月您是否因工作受伤或得职业病？',
      'In the last 12 months, did you have an accident or disease from work?',
      year,
    ),
  }),
  number('work_accident_days', words('因伤停工天数', 'Days lost'), 'days', {
    range: [0, 365],
    universe: hurt,
    ...proposed('因此有多少天不能工作？', 'For how many days could you not work?', year),
  }),
  category('work_accident_paid_by', words('工伤费用承担', 'Who paid for the accident'), 'who_pays', {
    universe: hurt,
    ...proposed('医疗费用由谁承担？', 'Who paid the medical costs?', year),
  }),
  category(
    'work_accident_settlement',
    words('工伤处理方式', 'How the accident was settled'),
    'dispute_settlement',
    {
      universe: hurt,
      ...proposed('赔偿是怎样解决的？', 'How was compensation settled?', year),
    },
  ),
];

const rights: readonly Item[] = [
  [
    'contract_within_month',
    '单位应当在一个月内与职工签订书面劳动合同',
    'the employer must sign a written contract within a month',
  ],
  ['minimum_wage', '工资不得低于当地最低工资', 'pay may not be below the local minimum wage'],
  [
    'overtime_rate',
    '平时加班应付不低于工资150%的报酬',
    'overtime on working days is paid at 150 per cent at least',
  ],
  [
    'work_injury_employer_pays',
    '工伤保险费全部由单位缴纳',
    'the employer alone pays for work-injury insurance',
  ],
  [
    'insured_without_local_hukou',
    '没有本地户口也可以参加工伤保险',
    'one can be in work-injury insurance without local hukou',
  ],
  ['arbitration_free', '劳动仲裁不收费', 'labour arbitration is free of charge'],
];

const representation: Variable[] = [
  category('union_member', words('工会会员', 'Union member'), 'yes_no', {
    universe: hired,
    ...proposed('您是不是工会会员？', 'Are you a member of a trade union?'),
  }),
  category('union_at_work', words('单位有工会', 'Union at work'), 'yes_no_not_sure', {
    universe: hired,
    ...proposed('您所在单位有没有工会？', 'Is there a trade union where you work?'),
  }),
  category('dispute', words('过去一年劳动争议', 'Labour dispute in the year'), 'yes_no', {
    universe: hired,
    ...proposed(
      '过去12个月您与单位有过劳动争议吗？',
      'In the last 12 months, did you have a dispute with an employer?',
      year,
    ),
  }),
  category('dispute_settlement', words('争议解决方式', 'How the dispute was settled'), 'dispute_settlement', {
    universe: [...hired, { variable: 'dispute', in: ['yes'] }],
    ...proposed('您怎样解决争议？', 'How did you settle it?', year),
  }),
  ...battery('knows', words('权利知识', 'Knowledge of rights'), rights, {
    codes: 'true_false',
    ...proposed('下面的说法对不对：{item}？', 'True or false: {item}?'),
  }),
];

/** Safety at work, representation, disputes, and what workers know of their rights. */
export const rightsVariables: readonly Variable[] = [
  ...designed('SDG 8.8.1; outcome 3 of the project document', safety),
  ...designed('ILO decent work indicators: social dialogue; directives 2 and 6', representation),
];
