import type { IndicatorDraft } from '../complete.ts';
import { ages, among, asked, cited, from, is, people, words } from '../define.ts';

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

/** Illness and care, chronic disease, mothers, screening, knowledge, elderly, distance. */
export const healthDrafts: readonly IndicatorDraft[] = [
  {
    id: 'ill_in_year',
    label: words('过去一年患过病', 'Ill in the year'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'illness', codes: ['two_weeks', 'year'] },
    direction: 'lower_is_better',
    instruments: asked.mbr,
    ...cited.survey,
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
    ...cited.survey,
    areas: ['5.3'],
  },
  {
    id: 'care_place_structure',
    label: words('就诊地点', 'Where care was sought'),
    definition: words(
      '过去一年患过病者最近一次患病时的就诊地点构成',
      'Where those ill in the last year sought care for their latest illness, as shares',
    ),
    universe: ill,
    measure: { kind: 'structure', variable: 'care_place' },
    instruments: asked.mbr,
    ...cited.survey,
    areas: ['5.3'],
  },
  {
    id: 'reason_no_care_structure',
    label: words('未就诊原因', 'Why no care was sought'),
    universe: among(
      ill,
      '患病而未就诊者',
      'migrants who were ill and sought no care',
      is('care_place', 'none'),
    ),
    measure: { kind: 'structure', variable: 'reason_no_care' },
    instruments: asked.mbr,
    ...cited.survey,
    areas: ['5.3'],
  },
  {
    id: 'hypertension_diagnosed',
    label: words('确诊高血压', 'Hypertension diagnosed'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'chronic_disease', codes: ['hypertension', 'both'] },
    instruments: asked.mr,
    ...cited.presentation,
    areas: ['5.3'],
  },
  {
    id: 'diabetes_diagnosed',
    label: words('确诊糖尿病', 'Diabetes diagnosed'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'chronic_disease', codes: ['diabetes', 'both'] },
    instruments: asked.mr,
    ...cited.presentation,
    areas: ['5.3'],
  },
  {
    id: 'chronic_followed_up',
    label: words('慢性病随访', 'Chronic disease followed up'),
    definition: words(
      '确诊高血压或糖尿病者中接受过随访者所占比例',
      'Share of those with hypertension or diabetes whom the community follows up',
    ),
    universe: chronic,
    measure: { kind: 'share', variable: 'chronic_followed_up', codes: ['yes'] },
    direction: 'higher_is_better',
    instruments: asked.mr,
    ...cited.presentation,
    areas: ['5.3'],
  },
  ...(
    [
      [
        'first_trimester_check',
        '孕12周内产检',
        'Check in the first trimester',
        'mb',
        '孕12周内接受过产检',
        'who had a check within 12 weeks of pregnancy',
      ],
      ['hospital_birth', '在医院分娩', 'Birth in hospital', 'mb', '在医院分娩', 'who gave birth in hospital'],
      [
        'postnatal_visit',
        '产后访视',
        'Postnatal visit',
        'mb',
        '产后接受过访视',
        'who were visited after the birth',
      ],
      [
        'maternal_record',
        '孕产妇健康档案',
        'Maternal health record',
        'm',
        '建立了孕产妇健康档案',
        'with a maternal health record',
      ],
    ] as const
  ).map(
    ([variable, zh, en, instruments, whoZh, whoEn]): IndicatorDraft => ({
      id: variable,
      label: words(zh, en),
      definition: words(
        `近期有生育的女性中${whoZh}者所占比例`,
        `Share of women with a recent birth ${whoEn}`,
      ),
      universe: people.mothers,
      measure: { kind: 'share', variable, codes: ['yes'] },
      direction: 'higher_is_better',
      instruments: asked[instruments],
      ...cited.presentation,
      areas: ['5.4'],
    }),
  ),
  {
    id: 'antenatal_visits_five',
    label: words('产前检查五次及以上', 'Five or more antenatal visits'),
    definition: words(
      '近期有生育的女性中产前检查五次及以上者所占比例',
      'Share of women with a recent birth who made five antenatal visits or more',
    ),
    universe: people.mothers,
    measure: { kind: 'share_above', variable: 'antenatal_visits', above: 4 },
    direction: 'higher_is_better',
    instruments: asked.mb,
    ...cited.presentation,
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
      ...cited.presentation,
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
    ...cited.presentation,
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
      ...cited.presentation,
      areas: ['5.3'],
    }),
  ),
  {
    id: 'nearest_facility_structure',
    label: words('到最近医疗机构时间', 'Time to the nearest health facility'),
    universe: people.everyone,
    measure: { kind: 'structure', variable: 'nearest_facility' },
    instruments: asked.mr,
    ...cited.survey,
    areas: ['5.1'],
  },
  {
    id: 'nearest_facility_under_15',
    label: words('15分钟内可到医疗机构', 'Health facility within 15 minutes'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'nearest_facility', codes: ['under_15'] },
    direction: 'higher_is_better',
    instruments: asked.mr,
    ...cited.survey,
    areas: ['5.1'],
  },
];

const feelings = ['nervous', 'hopeless', 'restless', 'depressed', 'effort', 'worthless'].map((feeling) => ({
  variable: `felt_${feeling}`,
  scores: { never: 0, seldom: 1, sometimes: 2, often: 3, always: 4 },
}));

/** The short scale of mental stress. */
export const stressDrafts: readonly IndicatorDraft[] = [
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
