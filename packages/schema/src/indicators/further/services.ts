import { publicHealthService } from '../../code-lists/public-health-service.ts';
import type { Condition } from '../../condition.ts';
import type { IndicatorDraft } from '../complete.ts';
import { among, asked, from, type GapDraft, is, people, words } from '../define.ts';

const survey = { standards: [from.survey], source: 'Monitoring survey' } as const;
const presentation = {
  standards: [from.presentation],
  source: 'Presentation of November 2017',
} as const;
const ill = among(
  people.everyone,
  '过去一年患过病者',
  'migrants who were ill in the last year',
  is('illness', 'two_weeks', 'year'),
);
const chronic = among(
  people.everyone,
  '患高血压或糖尿病者',
  'migrants with hypertension or diabetes',
  is('chronic_disease', 'hypertension', 'diabetes', 'both'),
);
const child: Condition = is('relation', 'child');
const ages = (min: number, max: number): Condition => ({ variable: 'age', min, max });
const childrenOf = (zh: string, en: string) => ({
  conditions: [],
  label: { zh: `流动人口的${zh}子女`, en: `migrants’ children ${en}` },
});

const health: readonly IndicatorDraft[] = [
  {
    id: 'ill_in_year',
    label: words('过去一年患过病', 'Ill in the year'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'illness', codes: ['two_weeks', 'year'] },
    direction: 'lower_is_better',
    instruments: asked.mbr,
    ...survey,
    areas: ['5.3'],
  },
  {
    id: 'sought_care',
    label: words('患病后就诊', 'Sought care when ill'),
    universe: ill,
    measure: {
      kind: 'share',
      variable: 'care_place',
      codes: ['community_health', 'private_clinic', 'hospital', 'pharmacy', 'hukou_place', 'elsewhere'],
    },
    direction: 'higher_is_better',
    instruments: asked.mbr,
    ...survey,
    areas: ['5.3'],
  },
  {
    id: 'care_place_structure',
    label: words('就诊地点', 'Where care was sought'),
    universe: ill,
    measure: { kind: 'structure', variable: 'care_place' },
    instruments: asked.mbr,
    ...survey,
    areas: ['5.3'],
  },
  {
    id: 'reason_no_care_structure',
    label: words('未就诊原因', 'Why no care was sought'),
    universe: among(ill, '患病而未就诊者', 'migrants who were ill and sought no care', is('care_place', 'none')),
    measure: { kind: 'structure', variable: 'reason_no_care' },
    instruments: asked.mbr,
    ...survey,
    areas: ['5.3'],
  },
  {
    id: 'hypertension_diagnosed',
    label: words('确诊高血压', 'Hypertension diagnosed'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'chronic_disease', codes: ['hypertension', 'both'] },
    instruments: asked.mr,
    ...presentation,
    areas: ['5.3'],
  },
  {
    id: 'diabetes_diagnosed',
    label: words('确诊糖尿病', 'Diabetes diagnosed'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'chronic_disease', codes: ['diabetes', 'both'] },
    instruments: asked.mr,
    ...presentation,
    areas: ['5.3'],
  },
  {
    id: 'chronic_followed_up',
    label: words('慢性病随访', 'Chronic disease followed up'),
    universe: chronic,
    measure: { kind: 'share', variable: 'chronic_followed_up', codes: ['yes'] },
    direction: 'higher_is_better',
    instruments: asked.mr,
    ...presentation,
    areas: ['5.3'],
  },
  ...(
    [
      ['first_trimester_check', '孕12周内产检', 'Check in the first trimester', 'mb'],
      ['hospital_birth', '在医院分娩', 'Birth in hospital', 'mb'],
      ['postnatal_visit', '产后访视', 'Postnatal visit', 'mb'],
      ['maternal_record', '孕产妇健康档案', 'Maternal health record', 'm'],
    ] as const
  ).map(
    ([variable, zh, en, instruments]): IndicatorDraft => ({
      id: variable,
      label: words(zh, en),
      universe: people.mothers,
      measure: { kind: 'share', variable, codes: ['yes'] },
      direction: 'higher_is_better',
      instruments: asked[instruments],
      ...presentation,
      areas: ['5.4'],
    }),
  ),
  {
    id: 'antenatal_visits_five',
    label: words('产前检查五次及以上', 'Five or more antenatal visits'),
    universe: people.mothers,
    measure: { kind: 'share_above', variable: 'antenatal_visits', above: 4 },
    direction: 'higher_is_better',
    instruments: asked.mb,
    ...presentation,
    areas: ['5.4'],
  },
  {
    id: 'contraception_service_here',
    label: words('在本地获得避孕服务', 'Contraception service at destination'),
    universe: among(
      people.everyone,
      '15-49岁有过婚姻或同居的女性',
      'women aged 15 to 49 who are or were married or cohabiting',
      is('sex', 'female'),
      ages(15, 49),
    ),
    measure: { kind: 'share', variable: 'contraception_service_here', codes: ['yes'] },
    direction: 'higher_is_better',
    instruments: asked.m,
    standards: [from.directives],
    source: 'Directives of 2006',
    areas: ['5.4'],
  },
  ...(
    [
      ['cervical_screening', '宫颈癌筛查', 'Cervical screening'],
      ['breast_screening', '乳腺癌筛查', 'Breast screening'],
    ] as const
  ).map(
    ([variable, zh, en]): IndicatorDraft => ({
      id: variable,
      label: words(zh, en),
      universe: among(
        people.everyone,
        '35-64岁女性',
        'women aged 35 to 64',
        is('sex', 'female'),
        ages(35, 64),
      ),
      measure: { kind: 'share', variable, codes: ['yes'] },
      direction: 'higher_is_better',
      instruments: asked.m,
      ...presentation,
      areas: ['2.3', '5.3'],
    }),
  ),
  {
    id: 'tuberculosis_heard',
    label: words('听说过肺结核', 'Heard of tuberculosis'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'tuberculosis_heard', codes: ['yes'] },
    direction: 'higher_is_better',
    instruments: asked.m,
    ...presentation,
    areas: ['5.3'],
  },
  {
    id: 'hiv_knowledge',
    label: words('艾滋病知识全对', 'Knows about HIV'),
    definition: words(
      '三道艾滋病知识题全部答对者所占比例；“不知道”视为答错',
      'Share with the right answer to all three statements on HIV; “do not know” counts as wrong',
    ),
    universe: people.workers,
    measure: {
      kind: 'condition_share',
      conditions: [
        is('health_fact_hiv_condom', 'true'),
        is('health_fact_hiv_meal', 'false'),
        is('health_fact_hiv_looks_healthy', 'true'),
      ],
    },
    direction: 'higher_is_better',
    instruments: asked.b,
    standards: [from.presentation, from.yem],
    source: 'YEM programme',
    areas: ['5.3'],
  },
  {
    id: 'tuberculosis_knowledge',
    label: words('肺结核知识全对', 'Knows about tuberculosis'),
    definition: words(
      '两道肺结核知识题全部答对者所占比例；“不知道”视为答错',
      'Share with the right answer to both statements on tuberculosis; “do not know” counts as wrong',
    ),
    universe: people.workers,
    measure: {
      kind: 'condition_share',
      conditions: [is('health_fact_tb_cough', 'true'), is('health_fact_tb_free', 'true')],
    },
    direction: 'higher_is_better',
    instruments: asked.b,
    standards: [from.presentation, from.yem],
    source: 'YEM programme',
    areas: ['5.3'],
  },
  ...([60, 65] as const).map(
    (min): IndicatorDraft => ({
      id: `elderly_check_up_${min}`,
      label: words(`${min}岁及以上免费体检`, `Free check-up, ${min} and over`),
      universe: among(people.everyone, `${min}岁及以上流动人口`, `migrants aged ${min} and over`, {
        variable: 'age',
        min,
      }),
      measure: { kind: 'share', variable: 'elderly_check_up', codes: ['yes'] },
      direction: 'higher_is_better',
      instruments: asked.mr,
      ...presentation,
      areas: ['5.3'],
    }),
  ),
  {
    id: 'nearest_facility_structure',
    label: words('到最近医疗机构时间', 'Time to the nearest health facility'),
    universe: people.everyone,
    measure: { kind: 'structure', variable: 'nearest_facility' },
    instruments: asked.mr,
    ...survey,
    areas: ['5.1'],
  },
  {
    id: 'nearest_facility_under_15',
    label: words('15分钟内可到医疗机构', 'Health facility within 15 minutes'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'nearest_facility', codes: ['under_15'] },
    direction: 'higher_is_better',
    instruments: asked.mr,
    ...survey,
    areas: ['5.1'],
  },
];

const feelings = ['nervous', 'hopeless', 'restless', 'depressed', 'effort', 'worthless'].map((feeling) => ({
  variable: `felt_${feeling}`,
  scores: { never: 0, seldom: 1, sometimes: 2, often: 3, always: 4 },
}));

const stress: readonly IndicatorDraft[] = [
  {
    id: 'mental_stress_mean',
    label: words('心理压力量表均分', 'Mental stress, mean score'),
    definition: words(
      '过去30天六种感受得分（0-4）之和的平均值，0为最低，24为最高',
      'Mean of the sum of six feelings in the last 30 days, 0 to 4 each: from 0 to 24',
    ),
    universe: people.workers,
    measure: { kind: 'score_mean', items: feelings, combine: 'sum' },
    direction: 'lower_is_better',
    instruments: asked.b,
    standards: [from.yem],
    source: 'YEM improvement plan; six-item scale (Kessler)',
    areas: ['5.3'],
  },
  {
    id: 'mental_stress_high',
    label: words('心理压力高', 'High mental stress'),
    definition: words(
      '六种感受得分之和为13及以上者所占比例',
      'Share whose sum of the six feelings is 13 or more',
    ),
    universe: people.workers,
    measure: { kind: 'score_above', items: feelings, combine: 'sum', above: 12 },
    direction: 'lower_is_better',
    instruments: asked.b,
    standards: [from.yem],
    source: 'YEM improvement plan; six-item scale (Kessler)',
    areas: ['5.3'],
  },
];

/** Children of the roster of the monitoring survey, each with the household weight. */
const roster: readonly IndicatorDraft[] = [
  ...(
    [
      ['child_health_record', '有儿童保健手册', 'Child health record'],
      ['vaccination_complete', '按计划接种', 'Vaccinations complete'],
      ['child_check_up', '接受免费健康检查', 'Child check-up'],
    ] as const
  ).map(
    ([variable, zh, en]): IndicatorDraft => ({
      id: variable,
      label: words(`0-6岁子女${zh}`, `${en}, children 0-6`),
      universe: childrenOf('0-6岁', 'aged 0 to 6'),
      measure: {
        kind: 'member_share',
        where: [child, { variable: 'age', max: 6 }],
        variable,
        codes: ['yes'],
      },
      direction: 'higher_is_better',
      instruments: asked.m,
      ...presentation,
      areas: ['5.3'],
    }),
  ),
  {
    id: 'children_in_public_school',
    label: words('6-15岁子女就读公办学校', 'Children 6-15 in public school'),
    universe: childrenOf('6-15岁在校', 'aged 6 to 15 in school'),
    measure: {
      kind: 'member_share',
      where: [child, ages(6, 15), is('attends_school', 'yes')],
      variable: 'school_kind',
      codes: ['public'],
    },
    direction: 'higher_is_better',
    instruments: asked.m,
    standards: [from.directives],
    source: 'Directives of 2006',
    areas: ['5.2'],
  },
  {
    id: 'school_fees_mean',
    label: words('6-15岁子女上年教育支出', 'Cost of schooling, children 6-15'),
    universe: childrenOf('6-15岁在校', 'aged 6 to 15 in school'),
    measure: {
      kind: 'member_mean',
      where: [child, ages(6, 15), is('attends_school', 'yes')],
      variable: 'school_fees',
    },
    unit: 'yuan_per_year',
    direction: 'lower_is_better',
    instruments: asked.m,
    standards: [from.directives],
    source: 'Directives of 2006',
    areas: ['5.2'],
  },
  {
    id: 'children_registered',
    label: words('16岁以下子女在本地登记', 'Children under 16 registered at destination'),
    universe: childrenOf('在本地的16岁以下', 'under 16 at destination'),
    measure: {
      kind: 'member_share',
      where: [child, { variable: 'age', max: 15 }, is('residence', 'here')],
      variable: 'registered_here',
      codes: ['yes'],
    },
    direction: 'higher_is_better',
    instruments: asked.m,
    standards: [from.yem],
    source: 'YEM programme: registration of children under 16',
    areas: ['5.1', '8.5'],
  },
];

const kids = (zh: string, en: string, ...conditions: Condition[]) =>
  among(people.children, `被访农民工的${zh}子女`, `workers’ children ${en}`, ...conditions);
const ofChildren = { record: 'child', instruments: asked.b } as const;

/** Children listed by the workers of the baseline survey: those under 16, wherever they live, each counted with the worker's weight. */
const workersChildren: readonly IndicatorDraft[] = [
  ...(
    [
      ['kindergarten', 3, 5, '入园', 'in kindergarten'],
      ['school', 6, 15, '在校', 'in school'],
    ] as const
  ).map(
    ([place, min, max, zh, en]): IndicatorDraft => ({
      id: `workers_children_in_${place}`,
      label: words(`农民工${min}-${max}岁子女${zh}`, `Workers’ children ${min}-${max} ${en}`),
      ...ofChildren,
      universe: kids(`${min}-${max}岁`, `aged ${min} to ${max}`, ages(min, max)),
      measure: { kind: 'share', variable: 'attends_school', codes: ['yes'] },
      direction: 'higher_is_better',
      standards: [from.directives],
      source: 'Directives of 2006',
      areas: ['5.2'],
    }),
  ),
  {
    id: 'workers_children_in_public_school',
    label: words('农民工6-15岁子女就读公办学校', 'Workers’ children 6-15 in public school'),
    ...ofChildren,
    universe: kids('6-15岁在校', 'aged 6 to 15 in school', ages(6, 15), is('attends_school', 'yes')),
    measure: { kind: 'share', variable: 'school_kind', codes: ['public'] },
    direction: 'higher_is_better',
    standards: [from.directives],
    source: 'Directives of 2006',
    areas: ['5.2'],
  },
  {
    id: 'workers_children_school_fees_mean',
    label: words('农民工6-15岁子女教育支出', 'Cost of schooling, workers’ children 6-15'),
    ...ofChildren,
    universe: kids('6-15岁在校', 'aged 6 to 15 in school', ages(6, 15), is('attends_school', 'yes')),
    measure: { kind: 'mean', variable: 'school_fees' },
    unit: 'yuan_per_year',
    direction: 'lower_is_better',
    standards: [from.directives],
    source: 'Directives of 2006',
    areas: ['5.2'],
  },
  {
    id: 'workers_children_extra_fee',
    label: words('因非本地户口多收费', 'Extra fee for want of local hukou'),
    ...ofChildren,
    universe: kids(
      '在本地上学的',
      'in school at destination',
      is('residence', 'here'),
      is('attends_school', 'yes'),
    ),
    measure: { kind: 'share', variable: 'extra_fee', codes: ['yes'] },
    direction: 'lower_is_better',
    standards: [from.directives],
    source: 'Directives of 2006',
    areas: ['5.2'],
  },
  {
    id: 'workers_children_registered',
    label: words('农民工16岁以下子女在本地登记', 'Workers’ children under 16 registered'),
    ...ofChildren,
    universe: kids('在本地的16岁以下', 'under 16 at destination', is('residence', 'here')),
    measure: { kind: 'share', variable: 'registered', codes: ['yes'] },
    direction: 'higher_is_better',
    standards: [from.yem],
    source: 'YEM programme: registration of children under 16',
    areas: ['5.1', '8.5'],
  },
  {
    id: 'workers_children_vaccinated',
    label: words('农民工0-6岁子女按计划接种', 'Workers’ children 0-6, vaccinations complete'),
    ...ofChildren,
    universe: kids('0-6岁', 'aged 0 to 6', { variable: 'age', max: 6 }),
    measure: { kind: 'share', variable: 'vaccination_complete', codes: ['yes'] },
    direction: 'higher_is_better',
    standards: [from.directives],
    source: 'Directives of 2006',
    areas: ['5.3'],
  },
  {
    id: 'workers_children_left_behind',
    label: words('农民工留守子女', 'Workers’ children left behind'),
    ...ofChildren,
    universe: people.children,
    measure: { kind: 'share', variable: 'residence', codes: ['hukou_place'] },
    direction: 'lower_is_better',
    standards: [from.whiteBook],
    source: 'White book',
    areas: ['5.2'],
  },
];

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
  ...health,
  ...stress,
  ...roster,
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
