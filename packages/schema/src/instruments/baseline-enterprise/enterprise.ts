import type { Variable } from '../../variable.ts';
import {
  battery,
  category,
  designed,
  type Item,
  number,
  proposed,
  text,
  words,
} from '../../variables/define.ts';
import { periods } from '../../variables/periods.ts';

const end = { reference_period: periods.yearEnd };
const year = { reference_period: periods.twelveMonths };
const staff = { range: [0, 500_000] as [number, number] };

const identification: Variable[] = [
  text('enterprise_id', words('企业编码', 'Enterprise identifier')),
  text('site', words('试点地区', 'Pilot site')),
  category('province', words('所在省份', 'Province'), 'province'),
  text('county', words('所在区县', 'County')),
  number('interview_year', words('访问年份', 'Year of interview'), 'year', { range: [2007, 2030] }),
  number('interview_month', words('访问月份', 'Month of interview'), 'month', { range: [1, 12] }),
  number('survey_weight', words('设计权重', 'Design weight'), 'enterprises', { range: [0, 1e9] }),
  category('industry', words('行业', 'Industry'), 'industry', {
    ...proposed('企业的主要行业是什么？', 'What is the main industry of the establishment?'),
  }),
  category('employer_type', words('单位性质', 'Type of employer'), 'employer_type', {
    ...proposed('企业属于哪种性质？', 'Of which legal type is the establishment?'),
  }),
  number('start_year', words('开业年份', 'Year of opening'), 'year', {
    range: [1900, 2030],
    ...proposed('企业哪一年开业？', 'In which year did the establishment open?'),
  }),
  number('revenue', words('营业收入', 'Revenue'), 'yuan per year', {
    range: [0, 1e12],
    ...proposed('上一年营业收入是多少？', 'What was the revenue of last year?', {
      reference_period: periods.lastYear,
    }),
  }),
  number('labour_cost', words('人工成本', 'Labour cost'), 'yuan per year', {
    range: [0, 1e12],
    ...proposed(
      '上一年人工成本（工资、福利、社会保险）是多少？',
      'What did labour cost last year (pay, benefits, contributions)?',
      { reference_period: periods.lastYear },
    ),
  }),
  category('profit_change', words('利润变化', 'Change of profit'), 'change_direction', {
    ...proposed('与前一年相比，利润如何变化？', 'How did profit change against the year before?', {
      reference_period: periods.lastYear,
    }),
  }),
  category('main_market', words('主要市场', 'Main market'), 'main_market', {
    ...proposed('产品或服务主要销往哪里？', 'Where are the products or services mainly sold?'),
  }),
  category('revenue_change', words('营业收入变化', 'Change of revenue'), 'change_direction', {
    ...proposed('与前一年相比，营业收入如何变化？', 'How did revenue change against the year before?', {
      reference_period: periods.lastYear,
    }),
  }),
];

const groups = [
  ['staff', '职工', 'Staff'],
  ['staff_migrant', '外来务工人员', 'Migrant staff'],
  ['staff_rural_hukou', '农业户口职工', 'Staff with agricultural hukou'],
  ['staff_local_hukou', '本地户口职工', 'Staff with local hukou'],
] as const;

const occupations: readonly Item[] = [
  ['managers', '管理人员', 'Managers'],
  ['professionals', '专业技术人员', 'Professionals and technicians'],
  ['clerks', '办事人员', 'Clerks'],
  ['service_workers', '服务和销售人员', 'Service and sales workers'],
  ['skilled_workers', '技术工人和操作工', 'Skilled workers and operators'],
  ['elementary_workers', '普工', 'Elementary workers'],
];

const workforce: Variable[] = [
  ...groups.flatMap(([name, zh, en]) =>
    (
      [
        ['men', '男', 'men'],
        ['women', '女', 'women'],
      ] as const
    ).map(([sex, zhSex, enSex]) =>
      number(`${name}_${sex}`, words(`${zh}（${zhSex}）`, `${en}, ${enSex}`), 'persons', {
        ...staff,
        ...proposed(
          `年末${zh}中${zhSex}性有多少人？`,
          `At the end of the year, how many: ${en.toLowerCase()}, ${enSex}?`,
          end,
        ),
      }),
    ),
  ),
  ...occupations.map(([name, zh, en]) =>
    number(`staff_${name}`, words(zh, en), 'persons', {
      ...staff,
      ...proposed(`年末${zh}有多少人？`, `How many at the end of the year: ${en.toLowerCase()}?`, end),
    }),
  ),
  number('staff_under_18', words('未满18岁职工', 'Staff under 18'), 'persons', {
    ...staff,
    ...proposed('年末未满18岁职工有多少人？', 'How many of the staff were under 18?', end),
  }),
  number('staff_dispatched', words('劳务派遣人员', 'Dispatched staff'), 'persons', {
    ...staff,
    ...proposed('年末使用劳务派遣人员多少人？', 'How many dispatched workers were there?', end),
  }),
  number('staff_part_time', words('非全日制和临时人员', 'Part-time and casual staff'), 'persons', {
    ...staff,
    ...proposed('年末非全日制和临时人员有多少人？', 'How many part-time and casual workers were there?', end),
  }),
  number('hired', words('过去一年招用人数', 'Hired in the year'), 'persons', {
    ...staff,
    ...proposed('过去12个月招用多少人？', 'How many were hired in the last 12 months?', year),
  }),
  number('left', words('过去一年离职人数', 'Left in the year'), 'persons', {
    ...staff,
    ...proposed('过去12个月离职多少人？', 'How many left in the last 12 months?', year),
  }),
  number('left_migrant', words('过去一年离职外来人员', 'Migrants who left in the year'), 'persons', {
    ...staff,
    ...proposed('其中外来务工人员多少人？', 'How many of them were migrants?', year),
  }),
  number('turnover', words('离职率', 'Turnover'), 'share of the staff', {
    derived: 'left over staff_men and staff_women',
  }),
];

const recruitment: Variable[] = [
  category('recruiting', words('正在招工', 'Is recruiting'), 'yes_no', {
    ...proposed('企业目前是否在招工？', 'Is the establishment recruiting?'),
  }),
  category('recruitment_channel', words('主要招工途径', 'Main channel of recruitment'), 'job_channel', {
    ...proposed('主要通过什么途径招工？', 'Through which channel are workers mainly found?', year),
  }),
  category('recruitment_obstacle', words('招工困难原因', 'Why recruiting is hard'), 'recruitment_obstacle', {
    ...proposed('招工困难的主要原因是什么？', 'What is the main reason why recruiting is hard?', year),
  }),
  category(
    'employment_service_used',
    words('使用公共就业服务', 'Uses the public employment service'),
    'yes_no',
    {
      ...proposed(
        '过去12个月企业是否使用过公共就业服务？',
        'Was the public employment service used in the last 12 months?',
        year,
      ),
    },
  ),
  category('main_challenge', words('用工主要困难', 'Main labour challenge'), 'challenge', {
    ...proposed(
      '企业用工方面最大的困难是什么？',
      'What is the greatest labour challenge of the establishment?',
    ),
  }),
];

const sought: readonly Item[] = [
  ['education', '学历', 'education'],
  ['vocational_skill', '职业技能', 'vocational skill'],
  ['certificate', '职业资格证书', 'a vocational certificate'],
  ['experience', '工作经验', 'experience'],
  ['communication', '沟通能力', 'communication'],
  ['teamwork', '团队合作', 'team work'],
  ['discipline', '责任心和纪律', 'diligence and discipline'],
  ['computer', '计算机', 'computing'],
  ['local_hukou', '本地户口', 'local hukou'],
];

/** The establishment: background, workforce by sex and hukou, recruitment. */
export const enterpriseVariables: readonly Variable[] = [
  ...designed('STEP employer survey: background and performance', identification),
  ...designed('STEP employer survey: workforce; migrants by sex and hukou for the project', workforce),
  ...designed(
    'output 2.3 of the project document; STEP employer survey: labour market challenges',
    recruitment,
  ),
  ...designed(
    'STEP employer survey: what is looked for when hiring',
    battery('seeks', words('招工看重', 'Looks for'), sought, {
      codes: 'importance',
      ...proposed('招工时{item}有多重要？', 'When hiring, how important is {item}?'),
    }),
  ),
];
