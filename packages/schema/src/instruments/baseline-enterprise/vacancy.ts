import type { Variable } from '../../variable.ts';
import { category, designed, number, proposed, text, words } from '../../variables/define.ts';

/** The open posts of an enterprise, one row an occupation. */
export const vacancyVariables: readonly Variable[] = designed(
  'STEP employer survey: hiring; vacancies by occupation and months unfilled for the YEM programme',
  [
    text('enterprise_id', words('企业编码', 'Enterprise identifier')),
    number('vacancy_number', words('空缺岗位序号', 'Vacancy number'), 'number of the row', {
      range: [1, 99],
    }),
    category('occupation', words('职业', 'Occupation'), 'occupation', {
      ...proposed('空缺的是哪种职业？', 'In which occupation is the vacancy?'),
    }),
    number('vacancies', words('空缺岗位数', 'Vacancies'), 'posts', {
      range: [0, 100_000],
      ...proposed('目前空缺几个岗位？', 'How many posts are open?'),
    }),
    number('months_unfilled', words('空缺月数', 'Months unfilled'), 'months', {
      range: [0, 120],
      ...proposed('这些岗位空缺了几个月？', 'For how many months have they been open?'),
    }),
    number('wage_offered', words('提供的月工资', 'Wage offered'), 'yuan per month', {
      range: [0, 200_000],
      ...proposed('提供的月工资是多少？', 'Which monthly wage is offered?'),
    }),
    category('education_required', words('要求的学历', 'Education required'), 'education', {
      ...proposed('最低要求什么学历？', 'Which education is required at least?'),
    }),
    category('obstacle', words('招不到的原因', 'Why it is not filled'), 'recruitment_obstacle', {
      ...proposed('招不到人的主要原因是什么？', 'What is the main reason why it is not filled?'),
    }),
  ],
);
