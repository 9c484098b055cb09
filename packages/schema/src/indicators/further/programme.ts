import type { Indicator } from '../../indicator.ts';
import type { IndicatorDefinition } from '../../indicator-definition.ts';
import { baselineTraits } from '../../variables/traits.ts';
import type { IndicatorDraft } from '../complete.ts';
import { asked, from, type GapDraft, people, words } from '../define.ts';
import { employmentIndicators } from '../employment.ts';
import { insuranceIndicators } from '../insurance.ts';
import { servicesIndicators } from '../services.ts';
import { table1, typeParts } from './migrant-types.ts';

const types: readonly IndicatorDraft[] = [
  {
    id: 'migrant_type_score',
    label: words('类型得分（基线，七项）', 'Type score, baseline, seven traits'),
    definition: words(
      '表1八项特征中的七项（当地平均收入未知，收入一项除外），每项偏第二类为1、偏第一类为0，取平均；界限（全年工作10个月及以上为连续、返乡至多一次为偶尔）为本项目拟定',
      'Seven of the eight traits of table 1 (without income, since the local average is not known), 1 where a trait is that of Type II and 0 where that of Type I, averaged; the cuts (10 months or more of work are continuous, at most one return is occasional) are this project’s own',
    ),
    universe: people.employees,
    measure: { kind: 'composite', parts: typeParts(baselineTraits) },
    instruments: asked.b,
    ...table1,
  },
  {
    id: 'migrant_type_2_share',
    label: words('第二类（“现代型”）比例（基线，七项）', 'Type II share, baseline, seven traits'),
    definition: words(
      '七项特征中过半偏第二类者所占比例，其余为第一类',
      'Share with more than half of the seven traits those of Type II; the others are Type I',
    ),
    universe: people.employees,
    measure: { kind: 'composite_above', parts: typeParts(baselineTraits), above: 0.5 },
    instruments: asked.b,
    ...table1,
  },
];

/** The key indicators that both samples have. */
const keyIndicators: readonly string[] = [
  'employed',
  'contract_signed',
  'informal_employment',
  'weekly_hours_mean',
  'over_44_hours',
  'monthly_income_mean',
  'medical_insured',
  'pension_insured',
  'work_injury_insured',
  'unemployment_insured',
  'maternity_insured',
  'housing_fund',
  'five_insurances_all',
  'health_record',
  'health_education_any',
  'public_health_services_heard',
  'family_doctor',
  'self_rated_healthy',
  'own_housing',
  'housing_cost_share',
];

const chapters: readonly Indicator[] = [
  ...employmentIndicators,
  ...insuranceIndicators,
  ...servicesIndicators,
];

const controls = ['age', 'sex', 'education', 'province'];

const gaps: readonly IndicatorDraft[] = keyIndicators.flatMap((id): IndicatorDraft[] => {
  const found = chapters.find((indicator) => indicator.id === id);
  if (!found) throw new Error(`keyIndicators: expected an indicator of a chapter; got "${id}"`);
  const { label, universe, universe_label, measure, unit } = found;
  const gap = {
    universe: {
      conditions: universe,
      label: words(
        `${universe_label.zh}与可比的户籍人口`,
        `${universe_label.en}, and local residents of the same kind`,
      ),
    },
    unit,
    instruments: asked.mr,
    standards: [from.project],
    source: 'Project document, output 4.1',
    areas: ['5.1'],
  } as const;
  return [
    {
      id: `gap_${id}`,
      label: words(`与户籍人口的差距：${label.zh}`, `Gap to residents: ${label.en}`),
      definition: words(
        `“${label.zh}”：流动人口的数值减去8城市户籍人口的数值；只在两个样本都有的城市比较`,
        `${label.en}: migrants minus local residents of the eight cities, in the cities that both samples have`,
      ),
      ...gap,
      measure: { kind: 'sample_gap', indicator: id, measure },
    },
    {
      id: `gap_${id}_adjusted`,
      label: words(
        `同等条件下与户籍人口的差距：${label.zh}`,
        `Gap to residents at equal characteristics: ${label.en}`,
      ),
      definition: words(
        `“${label.zh}”：年龄、性别、受教育程度和省份相同时，流动人口与8城市户籍人口的差`,
        `${label.en}: migrants minus local residents of the same age, sex, education and province`,
      ),
      ...gap,
      measure: { kind: 'sample_gap', indicator: id, measure, controls },
    },
  ];
});

const uninsured: readonly IndicatorDraft[] = (
  [
    ['medical', '未参加医疗保险人数', 'Number without medical insurance', people.everyone, '4.3'],
    ['pension', '未参加养老保险人数', 'Number without a pension', people.everyone, '4.4'],
    [
      'work_injury',
      '未参加工伤保险的雇员人数',
      'Employees without work-injury insurance',
      people.employees,
      '4.2',
    ],
    [
      'unemployment',
      '未参加失业保险的雇员人数',
      'Employees without unemployment insurance',
      people.employees,
      '4.1',
    ],
    [
      'maternity',
      '未参加生育保险的雇员人数',
      'Employees without maternity insurance',
      people.employees,
      '4.1',
    ],
  ] as const
).map(
  ([scheme, zh, en, universe, area]): IndicatorDraft => ({
    id: `uninsured_${scheme}_number`,
    label: words(zh, en),
    definition: words(
      `${universe.label.zh}中答“否”者的估计总人数；“不清楚”不计入；只有权重校准到总体总量的各轮才能给出`,
      `Estimated number of ${universe.label.en} who answer no; “not sure” is not counted; only where the weights are calibrated to population totals`,
    ),
    universe,
    measure: { kind: 'total', variable: `${scheme}_insured`, codes: ['no'] },
    direction: 'lower_is_better',
    instruments: asked.m,
    standards: [from.project],
    source: 'Project document, output 3.1.2',
    areas: [area],
  }),
);

/** The programme's own indicators: types of migrant worker, gaps to residents, numbers uninsured. */
export const programmeDrafts: readonly IndicatorDraft[] = [...types, ...gaps, ...uninsured];

/** Indicators of the programme that are read from a published table. */
export const programmePublished: readonly IndicatorDefinition[] = [
  {
    id: 'population_change',
    topic: 'programme',
    status: 'published',
    label: words('分省人口变动', 'Population change by province'),
    definition: words(
      '各省2010年末与2000年末人口之差占2000年末人口的比例，由已发布的人口表重新计算',
      'Population at the end of 2010 minus that of 2000 as a share of that of 2000, by province, computed again from the published table',
    ),
    universe_label: words('各省常住人口', 'population of the provinces'),
    numerator: words('2010年末人口减2000年末人口', 'population of 2010 minus that of 2000'),
    denominator: words('2000年末人口', 'population of 2000'),
    unit: 'share',
    direction: 'neither',
    source: 'Presentation of November 2017, from published data',
    source_standard: [from.presentation],
    directive_areas: [],
    table: 'province-population.csv',
  },
];

const perHead = {
  universe: { conditions: [], label: words('各城市', 'cities') },
  unit: 'yuan',
  direction: 'neither',
  standards: [from.project, from.presentation],
  source: 'Project document, output 4.2',
  areas: ['5.1', '8.5'],
  reason: words(
    '公共服务支出和常住、户籍人口是行政数据，问卷里没有，本项目也没有这样的已发布表',
    'Spending on public services and the numbers registered and resident are administrative data: no questionnaire has them and no published table of them is part of the project',
  ),
  needed: words(
    '各城市公共服务支出、户籍人口和常住人口的已发布表，附来源，放入data/published',
    'A published table of spending, registered and resident population by city, with its source, in data/published',
  ),
} as const;

/** Indicators of the programme that nothing measures. */
export const programmeGaps: readonly GapDraft[] = [
  {
    id: 'migrant_type_score_eight_traits',
    label: words('类型得分（八项）', 'Type score, eight traits'),
    definition: words(
      '表1全部八项特征的平均，含与当地平均相比的收入',
      'Mean of all eight traits of table 1, income compared to the local average included',
    ),
    universe: people.employees,
    numerator: words('偏第二类的特征数', 'traits that are those of Type II'),
    denominator: words('八项特征', 'eight traits'),
    unit: 'index',
    direction: 'neither',
    ...table1,
    reason: words(
      '收入一项要与当地平均比较，而当地平均工资不在任何问卷里',
      'The trait of income compares it to the local average, and the local mean wage is in no questionnaire',
    ),
    needed: words(
      '各城市各年已发布的职工平均工资，附来源，放入data/published',
      'Published mean wages by city and year, with their source, in data/published',
    ),
  },
  {
    id: 'public_services_per_registered_head',
    label: words('按户籍人口人均公共服务支出', 'Public services per registered head'),
    definition: words(
      '城市公共服务支出与户籍人口之比',
      'Spending of a city on public services over its registered population',
    ),
    numerator: words('公共服务支出', 'spending on public services'),
    denominator: words('户籍人口', 'registered population'),
    ...perHead,
  },
  {
    id: 'public_services_per_resident_head',
    label: words('按常住人口人均公共服务支出', 'Public services per resident head'),
    definition: words(
      '城市公共服务支出与常住人口之比',
      'Spending of a city on public services over its resident population',
    ),
    numerator: words('公共服务支出', 'spending on public services'),
    denominator: words('常住人口', 'resident population'),
    ...perHead,
  },
  {
    id: 'cost_of_cover',
    label: words('覆盖未参保者所需费用', 'Cost of cover'),
    definition: words(
      '未参保人数乘以当地缴费基数和费率',
      'Number uninsured times the local contribution base and rate',
    ),
    universe: people.employees,
    numerator: words('未参保人数×缴费基数×费率', 'number uninsured × contribution base × contribution rate'),
    denominator: words('无（总数）', 'none (a total)'),
    unit: 'yuan_per_year',
    direction: 'neither',
    standards: [from.project],
    source: 'Project document, output 3.1.2',
    areas: ['4.1', '8.5'],
    reason: words(
      '未参保人数可以估计，各地各险种的缴费基数和费率不在监测调查里；企业基线只有试点企业自报的费率',
      'The number can be estimated, but contribution bases and rates by place and scheme are not in the monitoring survey; the enterprise baseline has what establishments of the pilot sites report',
    ),
    needed: words(
      '各地各年各险种的缴费基数和费率表，附来源，放入data/published',
      'A table of contribution bases and rates by place, year and scheme, with its source, in data/published',
    ),
  },
];
