import { publicHealthService } from '../../code-lists/public-health-service.ts';
import type { IndicatorDraft } from '../complete.ts';
import { asked, from, type GapDraft, people, words } from '../define.ts';
import { rosterChildren, workersChildren } from './children.ts';
import { healthDrafts, stressDrafts } from './health.ts';

const living: readonly IndicatorDraft[] = [
  ...(
    [
      ['public_rental', '住公租房', 'In public rental housing', ['public_rental'], 'higher_is_better'],
      ['private_rent', '租住私房', 'Rents privately', ['private_rent'], 'neither'],
      ['employer', '住单位宿舍或住房', 'In a dormitory or employer’s housing', ['employer'], 'neither'],
      ['workplace', '住在就业场所', 'Lives at the place of work', ['workplace'], 'lower_is_better'],
    ] as const
  ).map(
    ([id, zh, en, codes, direction]): IndicatorDraft => ({
      id: `housing_${id}`,
      label: words(zh, en),
      universe: people.everyone,
      measure: { kind: 'share', variable: 'housing', codes: [...codes] },
      direction,
      instruments: asked.mbr,
      standards: [from.project],
      source: 'Project document, outcome 4',
      areas: ['5.5'],
    }),
  ),
  {
    id: 'floor_area_mean',
    label: words('人均住房面积', 'Floor area a person'),
    universe: people.workers,
    measure: { kind: 'mean', variable: 'housing_area' },
    unit: 'square_metres',
    direction: 'higher_is_better',
    instruments: asked.b,
    standards: [from.project, from.nbs],
    source: 'Project document, outcome 4; NBS living space a person',
    areas: ['5.5'],
  },
  {
    id: 'housing_cost_share_own_income',
    label: words('住房支出占个人收入比重', 'Housing cost share of own income'),
    definition: words(
      '农民工月住房支出总额与其个人月收入总额之比；与监测调查的家庭口径不同',
      'Total monthly housing cost of workers over their total own monthly income; the monitoring survey has that of households',
    ),
    universe: people.working,
    measure: { kind: 'ratio', variable: 'housing_cost', denominator: 'monthly_income' },
    unit: 'share',
    direction: 'lower_is_better',
    instruments: asked.b,
    standards: [from.project],
    source: 'Project document, outcome 4',
    areas: ['5.5'],
  },
];

const services = publicHealthService.codes.map(({ code }) => `service_${code}`);
const reached = {
  universe: people.workers,
  instruments: asked.b,
  standards: [from.presentation, from.project],
  source: 'Project document, output 4.1; presentation of November 2017',
  areas: ['5.1'],
} as const;
const used = { ...reached, source: 'Project document, output 4.3', standards: [from.project] } as const;

const publicServices: readonly IndicatorDraft[] = [
  {
    id: 'public_health_services_reached_mean',
    label: words('获得的基本公共卫生服务项数', 'Basic public health services received'),
    ...reached,
    measure: { kind: 'count_mean', variables: services, codes: ['received'] },
    unit: 'services',
    direction: 'higher_is_better',
  },
  ...publicHealthService.codes.map(
    ({ code, label }): IndicatorDraft => ({
      id: `service_${code}_received`,
      label: words(`获得服务：${label.zh}`, `Received: ${label.en}`),
      ...reached,
      measure: { kind: 'share', variable: `service_${code}`, codes: ['received'] },
      direction: 'higher_is_better',
    }),
  ),
  {
    id: 'services_not_reached_any',
    label: words('有需要而未获得的服务', 'Some service wanted and not received'),
    ...reached,
    measure: { kind: 'count_above', variables: services, codes: ['not_received'], above: 0 },
    direction: 'lower_is_better',
  },
  {
    id: 'services_not_reached_mean',
    label: words('需要而未获得的服务项数', 'Services wanted and not received'),
    ...reached,
    measure: { kind: 'count_mean', variables: services, codes: ['not_received'] },
    unit: 'services',
    direction: 'lower_is_better',
  },
  ...publicHealthService.codes.map(
    ({ code, label }): IndicatorDraft => ({
      id: `service_${code}_not_reached`,
      label: words(`需要而未获得：${label.zh}`, `Wanted and not received: ${label.en}`),
      ...reached,
      universe: {
        conditions: [],
        label: words(`需要“${label.zh}”的农民工`, `workers who wanted it (${label.en})`),
      },
      measure: {
        kind: 'share',
        variable: `service_${code}`,
        codes: ['not_received'],
        excluded: ['not_wanted', 'not_heard'],
      },
      direction: 'lower_is_better',
    }),
  ),
  {
    id: 'service_why_not_structure',
    label: words('未获得服务的原因', 'Why services were not reached'),
    ...reached,
    measure: { kind: 'structure', variable: 'service_why_not' },
  },
  ...(
    [
      ['community_centre', '使用过社区服务中心', 'Used the community centre', ['8.4']],
      ['legal_aid', '使用过法律援助', 'Used legal aid', ['6.5']],
      ['library', '使用过图书馆', 'Used the public library', ['5.1']],
      ['hotline', '使用过热线', 'Used the hotline for public and labour affairs', ['6.5']],
    ] as const
  ).map(
    ([service, zh, en, areas]): IndicatorDraft => ({
      id: `${service}_used`,
      label: words(zh, en),
      ...used,
      measure: { kind: 'share', variable: `used_${service}`, codes: ['received'] },
      direction: 'higher_is_better',
      areas,
    }),
  ),
];

/** Public-service indicators beside those of the chapter. */
export const furtherServices: readonly IndicatorDraft[] = [
  ...healthDrafts,
  ...stressDrafts,
  ...rosterChildren,
  ...workersChildren,
  ...living,
  ...publicServices,
];

const noTest = {
  reason: words(
    '没有一种问卷问是否做过检查或治疗；监测调查只知道2017年问过是否听说过肺结核，基线问卷只有知识题',
    'No questionnaire asks about a test or treatment: the monitoring survey asks whether tuberculosis was heard of, the baseline survey has statements of knowledge alone',
  ),
  needed: words(
    '在基线问卷中加入检查和治疗题目，或取得传染病报告系统的登记数',
    'Questions on test and treatment in the baseline survey, or the counts of the infectious-disease register',
  ),
  standards: [from.presentation, from.yem],
  source: 'Presentation of November 2017; YEM programme',
  areas: ['5.3'],
  unit: 'share',
  direction: 'higher_is_better',
} as const;

/** Public-service indicators that no instrument measures. */
export const servicesGaps: readonly GapDraft[] = [
  {
    id: 'hiv_tested',
    label: words('做过艾滋病检测', 'Tested for HIV'),
    definition: words('做过艾滋病检测者所占比例', 'Share who had a test for HIV'),
    universe: people.workers,
    numerator: words('做过艾滋病检测', 'had a test for HIV'),
    denominator: words('全部受访农民工', 'all migrant workers interviewed'),
    ...noTest,
  },
  {
    id: 'tuberculosis_tested',
    label: words('做过肺结核检查', 'Tested for tuberculosis'),
    definition: words(
      '有可疑症状者中做过肺结核检查者所占比例',
      'Share of those with suspect symptoms who were tested for tuberculosis',
    ),
    universe: people.workers,
    numerator: words('做过肺结核检查', 'was tested for tuberculosis'),
    denominator: words('有可疑症状的农民工', 'workers with suspect symptoms'),
    ...noTest,
  },
  {
    id: 'tuberculosis_treated',
    label: words('肺结核得到治疗', 'Treated for tuberculosis'),
    definition: words(
      '确诊肺结核者中得到治疗者所占比例',
      'Share of those with tuberculosis diagnosed who are treated',
    ),
    universe: people.workers,
    numerator: words('得到治疗', 'is treated'),
    denominator: words('确诊肺结核的农民工', 'workers with tuberculosis diagnosed'),
    ...noTest,
  },
  {
    id: 'public_health_services_reached_monitoring',
    label: words('十二项基本公共卫生服务（监测调查）', 'The twelve services, monitoring survey'),
    definition: words(
      '监测调查的流动人口平均获得十二项基本公共卫生服务中的几项',
      'Mean number of the twelve basic public health services that the migrants of the monitoring survey received',
    ),
    universe: people.everyone,
    numerator: words('获得的服务项数', 'services received'),
    denominator: words('全部受访流动人口', 'all migrants of the survey population'),
    unit: 'services',
    direction: 'higher_is_better',
    standards: [from.presentation, from.project],
    source: 'Presentation of November 2017; project document, output 4.1',
    areas: ['5.1'],
    reason: words(
      '监测调查分别问其中几项（档案、健康教育、孕产妇、儿童、慢性病、老年人），其余各项没有题目，也不知道是否需要，因此凑不成十二项的计数',
      'The monitoring survey asks about some of them one by one (record, education, maternal, child, chronic disease, elderly) and about the others not at all, nor whether they were wanted: no count of twelve can be made',
    ),
    needed: words(
      '在监测调查中加入基线问卷的十二项服务题组；在此之前分项使用已有指标',
      'The battery of twelve of the baseline survey in the monitoring survey; until then its single items',
    ),
  },
];
