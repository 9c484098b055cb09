import { reversedIntegrationItems } from '../../variables/monitoring/integration.ts';
import type { IndicatorDraft } from '../complete.ts';
import { among, asked, from, type GapDraft, is, people, words } from '../define.ts';
import { variablesOf } from '../words.ts';

const presentation = {
  standards: [from.presentation],
  source: 'Presentation of November 2017: social integration',
} as const;

const points = { strongly_disagree: 1, disagree: 2, agree: 3, strongly_agree: 4 } as const;
const reversedPoints = { strongly_disagree: 4, disagree: 3, agree: 2, strongly_agree: 1 } as const;

/** Points from 0 to 1 of an agreement. */
const unit = (scores: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(scores).map(([code, score]) => [code, Number(((score - 1) / 3).toFixed(4))]),
  );

const isReversed = (variable: string): boolean => reversedIntegrationItems.includes(variable);
const scored = (variable: string) => ({
  variable,
  scores: { ...(isReversed(variable) ? reversedPoints : points) },
});
const unitScored = (variable: string) => ({
  variable,
  scores: unit(isReversed(variable) ? reversedPoints : points),
});

const items = [
  'likes_city',
  'follows_changes',
  'wants_to_belong',
  'feels_accepted',
  'feels_looked_down_on',
  'keeps_customs',
  'habits_differ',
  'feels_local',
].map((item) => `integration_${item}`);

const printed: Readonly<Record<string, IndicatorDraft['printed']>> = {
  integration_likes_city: [{ row: 'cmds-integration-likes-city', value: 3.39 }],
  integration_follows_changes: [{ row: 'cmds-integration-cares-about-changes', value: 3.35 }],
  integration_wants_to_belong: [{ row: 'cmds-integration-willing-to-join', value: 3.33 }],
  integration_feels_accepted: [{ row: 'cmds-integration-feels-accepted', value: 3.27 }],
  integration_feels_looked_down_on: [{ row: 'cmds-integration-not-looked-down-on', value: 3.08 }],
  integration_habits_differ: [{ row: 'cmds-integration-habits', value: 3.05 }],
};

const find = variablesOf('monitoring');

const ofItems: readonly IndicatorDraft[] = items.flatMap((variable): IndicatorDraft[] => {
  const label = find('respondent', variable)?.label ?? words(variable, variable);
  const [zh, en] = [label.zh.split('：').at(-1) ?? '', label.en.split(': ').at(-1) ?? ''];
  const reversed = isReversed(variable);
  const note = reversed ? words('（反向计分）', ', reversed') : words('', '');
  return [
    {
      id: `${variable}_mean`,
      label: words(`${zh}：均分${note.zh}`, `${en}: mean score${note.en}`),
      definition: words(
        `对“${zh}”同意程度的平均分，1-4分${reversed ? '，越不同意分越高' : '，越同意分越高'}`,
        `Mean agreement with “${en}”, 1 to 4 points, ${reversed ? 'more for those who disagree' : 'more for those who agree'}`,
      ),
      universe: people.everyone,
      measure: { kind: 'score_mean', items: [scored(variable)], combine: 'mean' },
      direction: 'higher_is_better',
      instruments: asked.mb,
      ...presentation,
      areas: ['8.6'],
      ...(printed[variable] ? { printed: printed[variable] } : {}),
    },
    {
      id: `${variable}_top`,
      label: words(
        `${zh}：完全${reversed ? '不' : ''}同意`,
        `${en}: completely ${reversed ? 'disagrees' : 'agrees'}`,
      ),
      definition: words(
        `完全${reversed ? '不' : ''}同意“${zh}”者所占比例`,
        `Share who completely ${reversed ? 'disagree' : 'agree'} with “${en}”`,
      ),
      universe: people.everyone,
      measure: {
        kind: 'share',
        variable,
        codes: [reversed ? 'strongly_disagree' : 'strongly_agree'],
      },
      direction: 'higher_is_better',
      instruments: asked.mb,
      ...presentation,
      areas: ['8.6'],
    },
    {
      id: `${variable}_structure`,
      label: words(zh, en),
      definition: words(`对“${zh}”同意程度的构成`, `Shares by agreement with “${en}”`),
      universe: people.everyone,
      measure: { kind: 'structure', variable },
      instruments: asked.mb,
      ...presentation,
      areas: ['8.6'],
    },
  ];
});

const ownLike = ['public_rental', 'bought_market', 'bought_subsidised', 'bought_minor', 'self_built'];
const notOwnLike = ['employer', 'private_rent', 'borrowed', 'workplace', 'other'];

const parts = [
  {
    name: 'economic',
    label: words('经济', 'economic'),
    weight: 0.25,
    items: [
      { variable: 'household_income', rank: true as const },
      {
        variable: 'housing',
        scores: Object.fromEntries([
          ...ownLike.map((code): [string, number] => [code, 1]),
          ...notOwnLike.map((code): [string, number] => [code, 0]),
        ]),
      },
    ],
  },
  {
    name: 'cultural',
    label: words('文化', 'cultural'),
    weight: 0.25,
    items: ['integration_keeps_customs', 'integration_habits_differ'].map(unitScored),
  },
  {
    name: 'acceptance',
    label: words('接纳', 'acceptance'),
    weight: 0.25,
    items: ['integration_feels_accepted', 'integration_feels_looked_down_on'].map(unitScored),
  },
  {
    name: 'identity',
    label: words('认同', 'identity'),
    weight: 0.25,
    items: ['integration_feels_local', 'integration_wants_to_belong'].map(unitScored),
  },
];

const made: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  economic: [
    '家庭月收入在本轮中的位次（0-1）与住房（自有或公租房为1，其余为0）的均值',
    'Mean of the rank of household income in the wave (0 to 1) and of housing (own or public rental 1, other 0)',
  ],
  cultural: [
    '风俗习惯、卫生习惯两题反向计分后折为0-1的均值',
    'Mean of two reversed items from 0 to 1: customs of the home place, hygiene habits',
  ],
  acceptance: [
    '感到被接纳、感到被看不起（反向）两题折为0-1的均值',
    'Mean of two items from 0 to 1: feels accepted, feels looked down on (reversed)',
  ],
  identity: [
    '觉得自己是本地人、愿意融入两题折为0-1的均值',
    'Mean of two items from 0 to 1: feels local, wants to belong',
  ],
};

const indices: readonly IndicatorDraft[] = [
  ...parts.map(({ name, label, items: own }): IndicatorDraft => {
    const [zh, en] = made[name] ?? ['', ''];
    return {
      id: `integration_${name}_index`,
      label: words(`${label.zh}融合指数`, `Integration index, ${label.en}`),
      definition: words(zh, en),
      universe: people.everyone,
      measure: { kind: 'composite', parts: [{ name, label, weight: 1, items: own }] },
      direction: 'higher_is_better',
      instruments: asked.m,
      ...presentation,
      areas: ['8.6'],
    };
  }),
  {
    id: 'integration_index',
    label: words('社会融合指数', 'Integration index'),
    definition: words(
      '经济、文化、接纳、认同四部分的加权和，各占0.25，取值0-1；权重为本项目拟定',
      'Weighted sum of the economic, cultural, acceptance and identity parts, 0.25 each, from 0 to 1; the weights are this project’s own',
    ),
    universe: people.everyone,
    measure: { kind: 'composite', parts },
    direction: 'higher_is_better',
    instruments: asked.m,
    ...presentation,
    areas: ['8.6'],
  },
  {
    id: 'integration_items_alpha',
    label: words('社会融合量表信度', 'Reliability of the integration items'),
    definition: words(
      '八道融合题（三题反向计分）的克龙巴赫α系数',
      'Cronbach’s alpha of the eight items, three of them reversed',
    ),
    universe: people.everyone,
    measure: { kind: 'reliability', items: items.map(scored) },
    instruments: asked.mb,
    ...presentation,
  },
];

const groups = [
  ['union', '工会', 'a trade union', ['6.6']],
  ['volunteers', '志愿者协会', 'volunteers', ['8.4']],
  ['schoolmates', '同学会', 'old schoolmates', ['8.4']],
  ['home_place', '老乡会', 'people of the home place', ['8.4']],
  ['chamber', '家乡商会', 'a chamber of the home place', ['8.4']],
] as const;

const output = { standards: [from.project], source: 'Project document, output 4.4' } as const;

const participation: readonly IndicatorDraft[] = [
  ...groups.map(
    ([group, zh, en, areas]): IndicatorDraft => ({
      id: `takes_part_in_${group}`,
      label: words(`参加${zh}活动`, `Takes part in ${en}`),
      universe: people.everyone,
      measure: { kind: 'share', variable: `takes_part_in_${group}`, codes: ['yes'] },
      direction: 'higher_is_better',
      instruments: asked.m,
      ...output,
      areas,
    }),
  ),
  {
    id: 'takes_part_in_any',
    label: words('参加过任一组织的活动', 'Takes part in any group'),
    definition: words(
      '参加过工会、志愿者协会、同学会、老乡会、商会五类活动中至少一类者所占比例',
      'Share who took part in at least one of five: trade union, volunteering, groups of schoolmates, of the home place, of business',
    ),
    universe: people.everyone,
    measure: {
      kind: 'count_above',
      variables: groups.map(([group]) => `takes_part_in_${group}`),
      codes: ['yes'],
      above: 0,
    },
    direction: 'higher_is_better',
    instruments: asked.m,
    ...output,
    areas: ['8.4'],
  },
  {
    id: 'takes_part_in_community',
    label: words('参加社区活动', 'Takes part in the community'),
    universe: people.workers,
    measure: { kind: 'share', variable: 'takes_part', codes: ['yes'] },
    direction: 'higher_is_better',
    instruments: asked.b,
    ...output,
    areas: ['8.4'],
  },
  {
    id: 'friends_locals',
    label: words('与本地人来往最多', 'Free time mostly with locals'),
    definition: words(
      '业余时间与本地人来往最多者所占比例',
      'Share who spend their free time mostly with locals',
    ),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'friends', codes: ['locals'] },
    direction: 'higher_is_better',
    instruments: asked.m,
    ...presentation,
    areas: ['8.6'],
  },
  {
    id: 'discriminated',
    label: words('感到受歧视', 'Felt discrimination'),
    universe: people.workers,
    measure: { kind: 'share', variable: 'discriminated', codes: ['yes'] },
    direction: 'lower_is_better',
    instruments: asked.b,
    ...output,
    areas: ['8.6'],
  },
  {
    id: 'discrimination_place_structure',
    label: words('受歧视的场合', 'Where discrimination was felt'),
    universe: among(
      people.workers,
      '感到受歧视的农民工',
      'workers who felt discrimination',
      is('discriminated', 'yes'),
    ),
    measure: { kind: 'structure', variable: 'discrimination_place' },
    instruments: asked.b,
    ...output,
    areas: ['8.6'],
  },
  ...(
    [
      ['colleague', '愿意与外地人共事', 'Would work with migrants'],
      ['neighbour', '愿意与外地人做邻居', 'Would have migrants for neighbours'],
      ['friend', '愿意与外地人交朋友', 'Would have migrants for friends'],
      ['school', '愿意子女与外地子女同校', 'Would have migrants’ children in the school'],
      ['family', '愿意与外地人通婚', 'Would have a migrant in the family'],
    ] as const
  ).map(
    ([role, zh, en]): IndicatorDraft => ({
      id: `residents_accept_${role}`,
      label: words(zh, en),
      universe: people.residents,
      measure: { kind: 'share', variable: `accepts_migrant_as_${role}`, codes: ['rather', 'fully'] },
      direction: 'higher_is_better',
      instruments: asked.r,
      ...output,
      areas: ['8.6'],
    }),
  ),
];

/** Social integration: the eight items, four indices, participation, company, discrimination, and how residents see it. */
export const integrationDrafts: readonly IndicatorDraft[] = [...ofItems, ...indices, ...participation];

/** Indicators of integration that no instrument measures. */
export const integrationGaps: readonly GapDraft[] = [
  {
    id: 'takes_part_in_school_meetings',
    label: words('参加家长会等学校活动', 'Takes part in school meetings'),
    definition: words(
      '有子女在本地上学的流动人口中参加过家长会等学校活动者所占比例',
      'Share of migrants with a child in school here who took part in school meetings',
    ),
    universe: people.everyone,
    numerator: words('参加过学校活动', 'took part in school meetings'),
    denominator: words('有子女在本地上学的流动人口', 'migrants with a child in school here'),
    unit: 'share',
    direction: 'higher_is_better',
    ...output,
    areas: ['8.4', '5.2'],
    reason: words(
      '监测调查的参加活动题组有工会、志愿者协会、同学会、老乡会、商会，没有学校活动；基线问卷只有一道社区活动题',
      'The battery of the monitoring survey has union, volunteers, schoolmates, home-place groups and chambers, but no school meetings; the baseline survey has one question on the community',
    ),
    needed: words('在任一问卷中加入学校活动一项', 'An item on school meetings in either questionnaire'),
  },
];
