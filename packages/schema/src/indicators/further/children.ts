import type { Condition } from '../../condition.ts';
import type { IndicatorDraft } from '../complete.ts';
import { ages, among, asked, cited, from, is, people, words } from '../define.ts';

const child: Condition = is('relation', 'child');
const childrenOf = (zh: string, en: string) => ({
  conditions: [],
  label: { zh: `流动人口的${zh}子女`, en: `migrants’ children ${en}` },
});

/** Children of the roster of the monitoring survey, each with the household weight. */
export const rosterChildren: readonly IndicatorDraft[] = [
  ...(
    [
      [
        'child_health_record',
        '有儿童保健手册',
        'Child health record',
        '有儿童保健手册',
        'a child health record',
      ],
      [
        'vaccination_complete',
        '按计划接种',
        'Vaccinations complete',
        '按国家免疫规划完成接种',
        'all vaccinations of the schedule',
      ],
      [
        'child_check_up',
        '接受免费健康检查',
        'Child check-up',
        '接受过免费健康检查',
        'a free health check-up',
      ],
    ] as const
  ).map(
    ([variable, zh, en, hasZh, hasEn]): IndicatorDraft => ({
      id: variable,
      label: words(`0-6岁子女${zh}`, `${en}, children 0-6`),
      definition: words(
        `流动人口的0-6岁子女中${hasZh}者所占比例，每个子女计一次；“不清楚”计入分母`,
        `Share of migrants’ children aged 0 to 6 with ${hasEn}, each child counted once; “not sure” stays in the denominator`,
      ),
      universe: childrenOf('0-6岁', 'aged 0 to 6'),
      measure: {
        kind: 'member_share',
        where: [child, { variable: 'age', max: 6 }],
        variable,
        codes: ['yes'],
      },
      direction: 'higher_is_better',
      instruments: asked.m,
      ...cited.presentation,
      areas: ['5.3'],
    }),
  ),
  {
    id: 'children_in_public_school',
    label: words('6-15岁子女就读公办学校', 'Children 6-15 in public school'),
    definition: words(
      '流动人口6-15岁在校子女中就读公办学校者所占比例，每个子女计一次',
      'Share of migrants’ children aged 6 to 15 in school who go to a public one, each child counted once',
    ),
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
export const workersChildren: readonly IndicatorDraft[] = [
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
