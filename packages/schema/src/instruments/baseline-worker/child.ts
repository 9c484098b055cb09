import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { category, designed, number, proposed, text, words } from '../../variables/define.ts';
import { periods } from '../../variables/periods.ts';

const here: Condition = { variable: 'residence', in: ['here'] };
const schoolAge: Condition = { variable: 'age', min: 3, max: 15 };
const inSchool: Condition = { variable: 'attends_school', in: ['yes'] };

/** The children under 16 of a worker, one row a child: where they live, registration, school, vaccination. */
export const childVariables: readonly Variable[] = designed(
  'public services for migrant children in the project document; registration in the YEM programme',
  [
    text('respondent_id', words('被访者编码', 'Respondent identifier')),
    number('child_number', words('子女序号', 'Child number'), 'number of the child', { range: [1, 15] }),
    category(
      'sex',
      words('性别', 'Sex'),
      'sex',
      proposed('这名子女的性别？', 'What is the sex of the child?'),
    ),
    number('age', words('年龄', 'Age'), 'years', {
      range: [0, 15],
      ...proposed('这名子女几周岁？', 'How old is the child, in completed years?'),
    }),
    category(
      'residence',
      words('现居住地', 'Present residence'),
      'residence',
      proposed('这名子女现在住在哪里？', 'Where does the child live?'),
    ),
    category('registered', words('在本地登记', 'Registered here'), 'yes_no_not_sure', {
      universe: [here],
      ...proposed('这名子女是否已在本地登记？', 'Is the child registered here?'),
    }),
    category('attends_school', words('在园或在校', 'In kindergarten or school'), 'yes_no', {
      universe: [schoolAge],
      ...proposed('这名子女是否在园或在校？', 'Does the child go to kindergarten or school?'),
    }),
    category('school_kind', words('就读学校', 'Kind of school'), 'school_kind', {
      universe: [schoolAge, inSchool],
      ...proposed('是哪种学校？', 'Of which kind is it?'),
    }),
    number('school_fees', words('过去一年教育支出', 'Cost of schooling in the year'), 'yuan per year', {
      range: [0, 500_000],
      universe: [schoolAge, inSchool],
      ...proposed('过去12个月一共花了多少钱？', 'How much did it cost in the last 12 months in all?', {
        reference_period: periods.twelveMonths,
      }),
    }),
    category(
      'extra_fee',
      words('因非本地户口多收费', 'Extra fee for want of local hukou'),
      'yes_no_not_sure',
      {
        universe: [here, schoolAge, inSchool],
        ...proposed(
          '学校是否因没有本地户口多收费？',
          'Did the school charge more because there is no local hukou?',
          {
            reference_period: periods.twelveMonths,
          },
        ),
      },
    ),
    category(
      'vaccination_complete',
      words('按计划接种', 'All vaccinations of the schedule'),
      'yes_no_not_sure',
      {
        universe: [{ variable: 'age', max: 6 }],
        ...proposed(
          '是否按国家计划接种了全部疫苗？',
          'Has the child had all vaccinations of the national schedule?',
        ),
      },
    ),
    category('child_health_record', words('儿童保健手册', 'Child health record'), 'yes_no_not_sure', {
      universe: [here, { variable: 'age', max: 6 }],
      ...proposed('是否在本地建立了儿童保健手册？', 'Was a child health record made here?'),
    }),
  ],
);
