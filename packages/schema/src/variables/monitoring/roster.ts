import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { category, number, proposed, recalled, words } from '../define.ts';

const child: Condition = { variable: 'relation', in: ['child', 'grandchild'] };
const here: Condition = { variable: 'residence', in: ['here'] };
const inSchool: Condition = { variable: 'attends_school', in: ['yes'] };

/** What the roster asks of each member beside the main items, and the items on children. */
export const rosterVariables: readonly Variable[] = [
  category('ethnicity', words('民族', 'Ethnicity'), 'ethnicity'),
  category('hukou_type', words('户口性质', 'Hukou type'), 'hukou_type'),
  category('marital_status', words('婚姻状况', 'Marital status'), 'marital_status'),
  category('hukou_province', words('户籍地省份', 'Province of hukou'), 'province'),
  category('local_hukou', words('是否本地户籍人口', 'Has local hukou'), 'yes_no', {
    ...recalled('是否本地户籍人口？', 'Is the hukou of this place?'),
  }),
  category('migration_range', words('流动范围', 'Migration range'), 'migration_range', { universe: [here] }),
  number('arrival_year', words('本次流动年份', 'Year of arrival'), 'year', {
    range: [1920, 2020],
    universe: [here],
  }),
  number('arrival_month', words('本次流动月份', 'Month of arrival'), 'month', {
    range: [1, 12],
    universe: [here],
  }),
  category('migration_reason', words('流动原因', 'Reason for moving'), 'migration_reason', {
    universe: [here],
    ...recalled('本次流动的原因是什么？', 'What was the reason for this move?'),
  }),
  category('employed', words('是否就业', 'Employed'), 'yes_no', {
    universe: [{ variable: 'age', min: 15 }],
  }),
  category('school_kind', words('就读学校', 'Kind of school'), 'school_kind', {
    universe: [{ variable: 'age', min: 3, max: 15 }, inSchool],
    ...recalled('就读学校的性质是什么？', 'Of which kind is the school?'),
  }),
  number('school_fees', words('上年教育支出', 'Cost of schooling last year'), 'yuan per year', {
    range: [0, 500_000],
    universe: [{ variable: 'age', min: 3, max: 15 }, inSchool],
    ...proposed(
      '去年这名子女在园或在校的各项支出共多少？',
      'What did this child’s kindergarten or school cost last year in all?',
    ),
  }),
  category('birth_place', words('出生地', 'Place of birth'), 'childbirth_place', {
    universe: [child],
    ...recalled('该子女在哪里出生？', 'Where was this child born?'),
  }),
  category('child_health_record', words('儿童保健手册', 'Child health record'), 'yes_no_not_sure', {
    universe: [child, { variable: 'age', max: 6 }],
    ...recalled('该子女在本地是否建立了《0-6岁儿童保健手册》？', 'Was a child health record made here?'),
  }),
  category(
    'vaccination_complete',
    words('按计划接种', 'All vaccinations of the schedule'),
    'yes_no_not_sure',
    {
      universe: [child, { variable: 'age', max: 6 }],
      ...recalled(
        '该子女是否接种了国家规定的各种免疫疫苗？',
        'Has the child had all vaccinations of the national schedule?',
      ),
    },
  ),
  category('child_check_up', words('免费健康检查', 'Free check-up'), 'yes_no', {
    universe: [child, { variable: 'age', max: 6 }],
    ...recalled(
      '过去一年，该子女在本地是否接受过免费健康检查？',
      'In the last year, did the child have a free check-up here?',
    ),
  }),
  category('registered_here', words('在本地登记', 'Registered at destination'), 'yes_no_not_sure', {
    universe: [here, { variable: 'age', max: 15 }],
    ...proposed('该子女是否已在本地登记？', 'Is the child registered here?'),
    source: 'designed: registration of migrant children under 16 in the YEM programme',
  }),
];
