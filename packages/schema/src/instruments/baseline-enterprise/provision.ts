import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { category, designed, number, proposed, words } from '../../variables/define.ts';
import { periods } from '../../variables/periods.ts';
import { schemes } from '../baseline-worker/insurance.ts';

const end = { reference_period: periods.yearEnd };
const year = { reference_period: periods.twelveMonths };
const staff = { range: [0, 500_000] as [number, number] };
const share = { range: [0, 100] as [number, number] };

const conditions: Variable[] = [
  number('contract_share', words('签订书面合同比例', 'With a written contract'), 'per cent of the staff', {
    ...share,
    ...proposed(
      '职工中签订书面劳动合同的占百分之几？',
      'What per cent of the staff have a written contract?',
      end,
    ),
  }),
  number(
    'contract_share_migrant',
    words('外来人员签订书面合同比例', 'Migrants with a written contract'),
    'per cent of migrant staff',
    {
      ...share,
      ...proposed(
        '外来务工人员中签订书面劳动合同的占百分之几？',
        'What per cent of migrant staff have a written contract?',
        end,
      ),
    },
  ),
  number('mean_wage', words('月平均工资', 'Mean wage'), 'yuan per month', {
    range: [0, 200_000],
    ...proposed('上个月职工平均工资是多少？', 'What was the mean wage of the staff last month?', {
      reference_period: periods.lastMonth,
    }),
  }),
  number('mean_wage_migrant', words('外来人员月平均工资', 'Mean wage of migrants'), 'yuan per month', {
    range: [0, 200_000],
    ...proposed('上个月外来务工人员平均工资是多少？', 'What was the mean wage of migrant staff last month?', {
      reference_period: periods.lastMonth,
    }),
  }),
  number('weekly_hours', words('周工作小时数', 'Hours a week'), 'hours per week', {
    range: [0, 168],
    ...proposed('职工通常每周工作多少小时？', 'How many hours a week do the staff usually work?'),
  }),
  category('union', words('有工会', 'Has a trade union'), 'yes_no', {
    ...proposed('企业有没有工会？', 'Is there a trade union?'),
  }),
  category('contract_law_known', words('了解劳动合同法', 'Knows the Labour Contract Law'), 'yes_no', {
    ...proposed(
      '企业是否了解劳动合同法的规定？',
      'Is the establishment familiar with the Labour Contract Law?',
    ),
  }),
  category('dormitory', words('提供宿舍', 'Gives dormitory'), 'yes_no', {
    ...proposed('企业是否为职工提供宿舍？', 'Is there a dormitory for the staff?'),
  }),
  number('dormitory_residents', words('住宿舍人数', 'Living in the dormitory'), 'persons', {
    ...staff,
    universe: [{ variable: 'dormitory', in: ['yes'] }],
    ...proposed('多少职工住在宿舍？', 'How many of the staff live there?', end),
  }),
  number('persons_per_room', words('宿舍每间人数', 'Persons in a room'), 'persons', {
    range: [1, 100],
    universe: [{ variable: 'dormitory', in: ['yes'] }],
    ...proposed('每间宿舍住几个人？', 'How many live in a room?'),
  }),
];

const contributions: Variable[] = schemes.flatMap(([name, zh, en]): Variable[] => {
  const pays: Condition[] = [
    { variable: `${name}_scope`, in: ['all', 'all_with_contract', 'managers', 'local_hukou', 'on_request'] },
  ];
  return [
    category(`${name}_scope`, words(`${zh}参保范围`, `Who is in ${en}`), 'contribution_scope', {
      ...proposed(`企业为哪些职工缴纳${zh}？`, `For which staff is ${en} paid?`, end),
    }),
    number(`${name}_enrolled`, words(`参加${zh}人数`, `Enrolled in ${en}`), 'persons', {
      ...staff,
      universe: pays,
      ...proposed(`年末参加${zh}的职工有多少人？`, `How many of the staff are in ${en}?`, end),
    }),
    number(`${name}_enrolled_migrant`, words(`参加${zh}外来人员`, `Migrants enrolled in ${en}`), 'persons', {
      ...staff,
      universe: pays,
      ...proposed(`其中外来务工人员多少人？`, `How many of them are migrants?`, end),
    }),
    number(`${name}_rate`, words(`${zh}单位费率`, `Employer’s rate of ${en}`), 'per cent of the base', {
      range: [0, 60],
      universe: pays,
      ...proposed(`单位缴纳${zh}的费率是百分之几？`, `At which rate does the employer pay for ${en}?`, end),
    }),
    category(`${name}_base`, words(`${zh}缴费基数`, `Base of ${en}`), 'contribution_base', {
      universe: pays,
      ...proposed(`${zh}按什么基数缴费？`, `On which base is ${en} paid?`, end),
    }),
  ];
});

const safety: Variable[] = [
  number('accidents', words('过去一年工伤人数', 'Work injuries in the year'), 'persons', {
    range: [0, 100_000],
    ...proposed(
      '过去12个月有多少职工受工伤（含死亡）？',
      'How many of the staff were injured at work in the last 12 months, the dead included?',
      year,
    ),
  }),
  number('accidents_migrant', words('其中外来人员', 'Of them migrants'), 'persons', {
    range: [0, 100_000],
    ...proposed('其中外来务工人员多少人？', 'How many of them were migrants?', year),
  }),
  number('accidents_fatal', words('工伤死亡人数', 'Fatal injuries'), 'persons', {
    range: [0, 10_000],
    ...proposed('其中死亡多少人？', 'How many died?', year),
  }),
  number('occupational_diseases', words('新发职业病人数', 'New occupational diseases'), 'persons', {
    range: [0, 100_000],
    ...proposed(
      '过去12个月新发职业病多少人？',
      'How many new cases of occupational disease were there?',
      year,
    ),
  }),
  number('safety_trained', words('受安全培训人数', 'Had safety training'), 'persons', {
    ...staff,
    ...proposed(
      '过去12个月多少职工受过安全培训？',
      'How many of the staff had safety training in the last 12 months?',
      year,
    ),
  }),
];

const trains: Condition[] = [{ variable: 'gives_training', in: ['yes'] }];
const joins: Condition[] = [{ variable: 'pilot_willing', in: ['yes'] }];

const training: Variable[] = [
  category('gives_training', words('提供培训', 'Gives training'), 'yes_no', {
    ...proposed(
      '过去12个月企业是否培训过职工？',
      'Did the establishment train its staff in the last 12 months?',
      year,
    ),
  }),
  number('trained', words('受培训人数', 'Trained'), 'persons', {
    ...staff,
    universe: trains,
    ...proposed('培训了多少职工？', 'How many were trained?', year),
  }),
  number('trained_migrant', words('受培训外来人员', 'Migrants trained'), 'persons', {
    ...staff,
    universe: trains,
    ...proposed('其中外来务工人员多少人？', 'How many of them were migrants?', year),
  }),
  number('training_days', words('人均培训天数', 'Days of training a person'), 'days', {
    range: [0, 365],
    universe: trains,
    ...proposed('人均培训几天？', 'How many days of training did a person have on average?', year),
  }),
  category('training_paid_by', words('培训费用承担', 'Who paid for training'), 'who_pays', {
    universe: trains,
    ...proposed('培训费用由谁承担？', 'Who paid for it?', year),
  }),
  category('training_topic_needed', words('最需要的培训内容', 'Topic most needed'), 'training_topic', {
    ...proposed('企业最需要职工学习什么？', 'What does the establishment most need its staff to learn?'),
  }),
  category('training_satisfied', words('对学校培训满意', 'Satisfied with schools’ training'), 'agreement', {
    ...proposed(
      '“学校和培训机构培养的技能符合企业需要”，您是否同意？',
      'Do you agree: schools and training providers teach the skills that we need?',
    ),
  }),
  category('pilot_willing', words('愿意参加培训试点', 'Would join a training pilot'), 'willing', {
    ...proposed('企业是否愿意参加培训试点？', 'Would the establishment join a pilot of training?', {
      reference_period: periods.nextYear,
    }),
  }),
  category('pilot_contribution', words('愿意的主要投入', 'Main contribution'), 'training_contribution', {
    universe: joins,
    ...proposed('企业主要愿意投入什么？', 'What would it mainly contribute?'),
  }),
  number('pilot_places', words('可参加试点人数', 'Workers for the pilot'), 'persons', {
    ...staff,
    universe: joins,
    ...proposed('可以让多少职工参加？', 'How many workers could take part?'),
  }),
];

/** What an establishment gives its staff: contract and pay, contributions, safety, training. */
export const provisionVariables: readonly Variable[] = [
  ...designed('ILO decent work indicators; contract coverage and dormitory for the project', conditions),
  ...designed('activity 3.1.2 of the project document: contributions by scheme and base', contributions),
  ...designed('SDG 8.8.1, by migrant status', safety),
  ...designed('output 2.4 of the project document; YEM training on the baseline surveys', training),
];
