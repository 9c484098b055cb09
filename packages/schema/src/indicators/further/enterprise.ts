import { schemes } from '../../instruments/baseline-worker/insurance.ts';
import type { IndicatorDraft } from '../complete.ts';
import { among, asked, from, is, people, words } from '../define.ts';

const staff = { record: 'enterprise', variables: ['staff_men', 'staff_women'] };
const migrants = { record: 'enterprise', variables: ['staff_migrant_men', 'staff_migrant_women'] };
const here = { universe: people.establishments, record: 'enterprise', instruments: asked.e } as const;
const needs = { standards: [from.yem], source: 'YEM programme; STEP employer survey' } as const;

/** What establishments tell of vacancies, turnover, staff, contracts and injuries. */
export const enterpriseEmployment: readonly IndicatorDraft[] = [
  {
    id: 'enterprise_recruiting',
    label: words('正在招工的企业', 'Establishments that recruit'),
    ...here,
    measure: { kind: 'share', variable: 'recruiting', codes: ['yes'] },
    ...needs,
    areas: ['3.2'],
  },
  {
    id: 'enterprise_vacancy_rate',
    label: words('空缺岗位率', 'Vacancy rate'),
    definition: words('空缺岗位总数与职工总数之比', 'Total of open posts over the total staff'),
    ...here,
    measure: {
      kind: 'total_ratio',
      numerator: { record: 'vacancy', variables: ['vacancies'] },
      denominator: staff,
    },
    unit: 'share',
    ...needs,
    areas: ['3.2'],
  },
  {
    id: 'enterprise_vacancies_mean',
    label: words('每种职业的空缺岗位数', 'Open posts of an occupation'),
    universe: people.vacancies,
    record: 'vacancy',
    instruments: asked.e,
    measure: { kind: 'mean', variable: 'vacancies' },
    unit: 'posts',
    ...needs,
    areas: ['3.2'],
  },
  {
    id: 'enterprise_months_unfilled_mean',
    label: words('岗位空缺月数', 'Months unfilled'),
    universe: people.vacancies,
    record: 'vacancy',
    instruments: asked.e,
    measure: { kind: 'mean', variable: 'months_unfilled' },
    unit: 'months',
    ...needs,
    areas: ['3.2'],
  },
  {
    id: 'enterprise_turnover',
    label: words('离职率', 'Turnover'),
    definition: words(
      '过去12个月离职总人数与年末职工总人数之比',
      'Total of those who left in the last 12 months over the total staff at the end of the year',
    ),
    ...here,
    measure: {
      kind: 'total_ratio',
      numerator: { record: 'enterprise', variables: ['left'] },
      denominator: staff,
    },
    unit: 'share',
    direction: 'lower_is_better',
    ...needs,
    areas: ['2.1'],
  },
  {
    id: 'enterprise_migrant_share',
    label: words('外来务工人员占职工比例', 'Share of migrants in the staff'),
    definition: words(
      '年末外来务工人员总人数与职工总人数之比',
      'Total of migrant staff over the total staff at the end of the year',
    ),
    ...here,
    measure: { kind: 'total_ratio', numerator: migrants, denominator: staff },
    unit: 'share',
    ...needs,
    areas: ['3.1'],
  },
  {
    id: 'enterprise_contract_share',
    label: words('职工签订书面合同比例', 'Staff with a written contract'),
    definition: words(
      '企业报告的职工签订书面合同百分比的均值，每个企业计一次',
      'Mean of the per cent of staff with a written contract that establishments report, each establishment counted once',
    ),
    ...here,
    measure: { kind: 'mean', variable: 'contract_share' },
    unit: 'per_cent',
    direction: 'higher_is_better',
    ...needs,
    areas: ['2.1'],
  },
  {
    id: 'enterprise_contract_share_migrant',
    label: words('外来务工人员签订书面合同比例', 'Migrant staff with a written contract'),
    definition: words(
      '企业报告的外来务工人员签订书面合同百分比的均值，每个企业计一次',
      'Mean of the per cent of migrant staff with a written contract that establishments report, each establishment counted once',
    ),
    ...here,
    measure: { kind: 'mean', variable: 'contract_share_migrant' },
    unit: 'per_cent',
    direction: 'higher_is_better',
    ...needs,
    areas: ['2.1'],
  },
  {
    id: 'enterprise_injury_rate',
    label: words('工伤发生率', 'Work injuries per 100,000 staff'),
    definition: words(
      '过去12个月受工伤（含死亡）总人数与职工总人数之比，每10万人',
      'Total injured at work in the last 12 months, the dead included, over the total staff, per 100,000',
    ),
    ...here,
    measure: {
      kind: 'total_ratio',
      numerator: { record: 'enterprise', variables: ['accidents'] },
      denominator: staff,
      scale: 100_000,
    },
    unit: 'per_100000',
    direction: 'lower_is_better',
    standards: [from.sdg],
    source: 'SDG 8.8.1',
    areas: ['2.2'],
  },
  {
    id: 'enterprise_injury_rate_migrant',
    label: words('外来务工人员工伤发生率', 'Work injuries per 100,000 migrant staff'),
    definition: words(
      '过去12个月受工伤的外来务工人员总数与外来务工人员总数之比，每10万人',
      'Total migrants injured at work in the last 12 months over the total migrant staff, per 100,000',
    ),
    ...here,
    measure: {
      kind: 'total_ratio',
      numerator: { record: 'enterprise', variables: ['accidents_migrant'] },
      denominator: migrants,
      scale: 100_000,
    },
    unit: 'per_100000',
    direction: 'lower_is_better',
    standards: [from.sdg],
    source: 'SDG 8.8.1, by migrant status',
    areas: ['2.2'],
  },
  {
    id: 'enterprise_fatal_injury_rate',
    label: words('工亡发生率', 'Fatal work injuries per 100,000 staff'),
    definition: words(
      '过去12个月工伤死亡总人数与职工总人数之比，每10万人',
      'Total killed at work in the last 12 months over the total staff, per 100,000',
    ),
    ...here,
    measure: {
      kind: 'total_ratio',
      numerator: { record: 'enterprise', variables: ['accidents_fatal'] },
      denominator: staff,
      scale: 100_000,
    },
    unit: 'per_100000',
    direction: 'lower_is_better',
    standards: [from.sdg],
    source: 'SDG 8.8.1',
    areas: ['2.2'],
  },
];

const pays = ['all', 'all_with_contract', 'managers', 'local_hukou', 'on_request'];
const output = { standards: [from.project], source: 'Project document, output 3.1.2' } as const;
const areaOf: Readonly<Record<string, string>> = { work_injury: '4.2', medical: '4.3', pension: '4.4' };

/** What establishments pay, scheme by scheme: for whom, for how many, at which rate, on which base. */
export const enterpriseContributions: readonly IndicatorDraft[] = schemes.flatMap(
  ([name, zh, en]): IndicatorDraft[] => {
    const areas = [areaOf[name] ?? '4.1'];
    const paying = among(
      people.establishments,
      `缴纳${zh}的企业`,
      `establishments that pay for ${en}`,
      is(`${name}_scope`, ...pays),
    );
    return [
      {
        id: `enterprise_${name}_scope_structure`,
        label: words(`${zh}参保范围`, `Who is in ${en}`),
        ...here,
        measure: { kind: 'structure', variable: `${name}_scope` },
        ...output,
        areas,
      },
      {
        id: `enterprise_${name}_enrolled_share`,
        label: words(`职工参加${zh}比例`, `Staff in ${en}`),
        ...here,
        definition: words(
          `参加${zh}的职工总数与职工总数之比；只计缴纳该险的企业`,
          `Total staff in ${en} over the total staff, of the establishments that pay for it`,
        ),
        universe: paying,
        measure: {
          kind: 'total_ratio',
          numerator: { record: 'enterprise', variables: [`${name}_enrolled`] },
          denominator: staff,
        },
        unit: 'share',
        direction: 'higher_is_better',
        ...output,
        areas,
      },
      {
        id: `enterprise_${name}_enrolled_share_migrant`,
        label: words(`外来务工人员参加${zh}比例`, `Migrant staff in ${en}`),
        ...here,
        definition: words(
          `参加${zh}的外来务工人员总数与外来务工人员总数之比；只计缴纳该险的企业`,
          `Total migrant staff in ${en} over the total migrant staff, of the establishments that pay for it`,
        ),
        universe: paying,
        measure: {
          kind: 'total_ratio',
          numerator: { record: 'enterprise', variables: [`${name}_enrolled_migrant`] },
          denominator: migrants,
        },
        unit: 'share',
        direction: 'higher_is_better',
        ...output,
        areas,
      },
      {
        id: `enterprise_${name}_rate_mean`,
        label: words(`${zh}单位费率`, `Employer’s rate of ${en}`),
        ...here,
        universe: paying,
        measure: { kind: 'mean', variable: `${name}_rate` },
        unit: 'per_cent',
        ...output,
        areas,
      },
      {
        id: `enterprise_${name}_base_structure`,
        label: words(`${zh}缴费基数`, `Base of ${en}`),
        ...here,
        universe: paying,
        measure: { kind: 'structure', variable: `${name}_base` },
        ...output,
        areas,
      },
    ];
  },
);
