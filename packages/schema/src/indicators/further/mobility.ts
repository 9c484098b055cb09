import type { Condition } from '../../condition.ts';
import type { IndicatorDraft } from '../complete.ts';
import { among, asked, cited, from, type GapDraft, is, people, words } from '../define.ts';
import { placeDrafts, populationDrafts } from './population.ts';

const firstDeparture = { year: 'first_departure_year', month: 'first_departure_month' } as const;
const birth = { year: 'birth_year', month: 'birth_month' } as const;
const spouse: Condition = is('relation', 'spouse');
const child: Condition = is('relation', 'child');

const movesAndStay: readonly IndicatorDraft[] = [
  {
    id: 'migration_reason_structure',
    label: words('流动原因构成', 'Reason for moving'),
    universe: people.everyone,
    measure: { kind: 'structure', variable: 'migration_reason' },
    instruments: asked.m,
    ...cited.book,
  },
  {
    id: 'migration_reason_work_or_business',
    label: words('因务工经商流动', 'Moved for work or business'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'migration_reason', codes: ['work', 'business'] },
    instruments: asked.m,
    ...cited.book,
  },
  {
    id: 'years_since_first_leaving_mean',
    label: words('首次外出至今平均年数', 'Years since first leaving, mean'),
    definition: words(
      '从首次离开户籍地到调查时的平均年数，中间返乡的时间也计入；与“本次流动时长”“在本地居住时间”不是同一口径。白皮书2016年版所印的“流动（外出）时间”可能是这一口径，其定义未见',
      'Mean years from first leaving the hukou place to the interview, time back home included: neither the length of this stay nor the time lived at this place. The “time away” of the 2016 white book may be this; its definition was not seen',
    ),
    universe: people.everyone,
    measure: { kind: 'years_between', from: firstDeparture, to: 'interview', statistic: 'mean' },
    instruments: asked.m,
    ...cited.book,
    printed: [
      { row: 'white-book-2016-time-away-2013', value: 4.36 },
      { row: 'white-book-2016-time-away-2015', value: 4.4 },
    ],
  },
  {
    id: 'years_since_first_leaving_median',
    label: words('首次外出至今年数中位数', 'Years since first leaving, median'),
    universe: people.everyone,
    measure: { kind: 'years_between', from: firstDeparture, to: 'interview', statistic: 'median' },
    instruments: asked.m,
    ...cited.book,
  },
  {
    id: 'years_away_mean',
    label: words('累计流动时间', 'Years away in all, mean'),
    definition: words(
      '各次流动时间相加的平均年数（2016年题目），返乡的时间不计',
      'Mean years of all moves added up (item of 2016), time back home left out',
    ),
    universe: people.everyone,
    measure: { kind: 'mean', variable: 'years_away' },
    unit: 'years',
    instruments: asked.m,
    ...cited.survey,
  },
  {
    id: 'moves_mean',
    label: words('平均流动次数', 'Number of moves'),
    universe: people.everyone,
    measure: { kind: 'mean', variable: 'moves' },
    unit: 'moves',
    instruments: asked.mb,
    ...cited.survey,
  },
  {
    id: 'cities_lived_in_mean',
    label: words('平均流动过的城市数', 'Cities lived in'),
    universe: people.everyone,
    measure: { kind: 'mean', variable: 'cities_lived_in' },
    unit: 'cities',
    instruments: asked.m,
    ...cited.survey,
  },
  {
    id: 'age_at_first_departure_mean',
    label: words('首次外出平均年龄', 'Age at first departure'),
    universe: people.everyone,
    measure: { kind: 'years_between', from: birth, to: firstDeparture, statistic: 'mean' },
    instruments: asked.m,
    ...cited.survey,
  },
];

const family: readonly IndicatorDraft[] = [
  {
    id: 'core_family_here',
    label: words('核心家庭全部在本地', 'Whole core family here'),
    definition: words(
      '有配偶或子女的流动人口中，配偶和全部子女都在本地者所占比例',
      'Share of migrants with a spouse or child in the family whose spouse and children all live here',
    ),
    universe: {
      conditions: [],
      label: words('有配偶或子女的流动人口', 'migrants with a spouse or child in the family'),
    },
    measure: {
      kind: 'household_share',
      members: [is('relation', 'spouse', 'child')],
      conditions: [is('residence', 'here')],
      quantifier: 'all',
    },
    instruments: asked.m,
    ...cited.book,
  },
  {
    id: 'household_size_here_mean',
    label: words('在本地家庭规模', 'Household size here'),
    universe: people.everyone,
    measure: { kind: 'mean', variable: 'household_size_here' },
    unit: 'persons',
    instruments: asked.mb,
    ...cited.book,
  },
  {
    id: 'spouse_here',
    label: words('配偶在本地', 'Spouse here'),
    universe: { conditions: [], label: words('流动人口的配偶', 'migrants’ spouses') },
    measure: { kind: 'member_share', where: [spouse], variable: 'residence', codes: ['here'] },
    instruments: asked.m,
    ...cited.survey,
  },
  {
    id: 'spouse_here_reported',
    label: words('配偶在本地（基线）', 'Spouse here, as reported'),
    universe: among(
      people.workers,
      '有配偶的农民工',
      'workers with a spouse or partner',
      is('marital_status', 'first_marriage', 'remarried', 'cohabiting'),
    ),
    measure: { kind: 'share', variable: 'spouse_here', codes: ['yes'] },
    instruments: asked.b,
    standards: [from.project],
    source: 'Project document, table 1',
  },
  ...(
    [
      ['here', 'here', '子女在本地', 'Children here'],
      ['at_home', 'hukou_place', '子女在户籍地', 'Children at home'],
    ] as const
  ).map(
    ([id, residence, zh, en]): IndicatorDraft => ({
      id: `children_${id}`,
      label: words(zh, en),
      universe: { conditions: [], label: words('流动人口的子女', 'migrants’ children') },
      measure: { kind: 'member_share', where: [child], variable: 'residence', codes: [residence] },
      instruments: asked.m,
      ...cited.survey,
      areas: ['5.2'],
    }),
  ),
];

const intentions: readonly IndicatorDraft[] = [
  {
    id: 'stay_undecided',
    label: words('没想好是否留在本地', 'Undecided whether to stay'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'stay_intention', codes: ['undecided'] },
    instruments: asked.mb,
    ...cited.book,
  },
  {
    id: 'intends_to_settle',
    label: words('打算定居', 'Intends to settle'),
    definition: words(
      '打算继续留在本地、且预计定居者所占比例',
      'Share who intend to stay and to settle for good',
    ),
    universe: people.everyone,
    measure: {
      kind: 'condition_share',
      conditions: [is('stay_intention', 'yes'), is('intended_stay', 'settle')],
    },
    instruments: asked.m,
    ...cited.book,
  },
  {
    id: 'intends_to_return',
    label: words('打算返乡', 'Intends to return home'),
    universe: people.everyone,
    measure: {
      kind: 'condition_share',
      conditions: [is('stay_intention', 'no'), is('leave_destination', 'return')],
    },
    instruments: asked.m,
    ...cited.book,
  },
  {
    id: 'intends_long_term_stay',
    label: words('打算长期居住（五年以上）', 'Intends to live here for five years or more'),
    definition: words(
      '打算在本地长期居住（5年以上）者所占比例；“没想好”计入分母。2015年题目，与“今后一段时间继续留在本地”不是同一口径',
      'Share who intend to live here for five years or more; “undecided” stays in the denominator. The item of 2015, not that of staying for some time',
    ),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'long_term_stay', codes: ['yes'] },
    instruments: asked.m,
    ...cited.survey,
    printed: [{ row: 'cmds-intends-to-stay-2015', value: 0.5734 }],
  },
  {
    id: 'would_move_hukou',
    label: words('愿意迁入户口', 'Would move hukou here'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'hukou_transfer', codes: ['yes'] },
    instruments: asked.m,
    ...cited.survey,
    areas: ['6.2'],
  },
  {
    id: 'remittance_mean',
    label: words('上年寄回老家钱物', 'Sent home last year'),
    universe: people.everyone,
    measure: { kind: 'mean', variable: 'remittance' },
    unit: 'yuan_per_year',
    instruments: asked.mb,
    ...cited.survey,
  },
  {
    id: 'remits',
    label: words('上年寄过钱物回老家', 'Sent something home last year'),
    universe: people.everyone,
    measure: { kind: 'share_above', variable: 'remittance', above: 0 },
    instruments: asked.mb,
    ...cited.survey,
  },
  {
    id: 'farm_land_kept',
    label: words('老家有承包地', 'Keeps contracted farm land'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'farm_land', codes: ['yes'] },
    instruments: asked.m,
    ...cited.survey,
    areas: ['6.3'],
  },
];

/** Indicators of mobility and family beside those of the chapter. */
export const furtherMobility: readonly IndicatorDraft[] = [
  ...movesAndStay,
  ...family,
  ...populationDrafts,
  ...placeDrafts,
  ...intentions,
];

const atThisPlace = {
  universe: people.everyone,
  numerator: words(
    '从住进现居住地到调查时的年数',
    'years from moving into the present place to the interview',
  ),
  denominator: words('全部受访流动人口', 'all migrants of the survey population'),
  unit: 'years',
  direction: 'neither',
  standards: [from.presentation],
  source: 'Presentation of November 2017: living time at the place of residence',
  reason: words(
    '各轮只问本次流动和首次外出的时间，没有问从何时起住在现居住地；在同一城市换过住处或地区的人，这两个时间都不是居住时间',
    'The waves ask when this move and when the first departure was, not since when people have lived at the present place; for those who moved on within a city neither is the time at the place',
  ),
  needed: words(
    '问卷中加入“从何时起住在本地（村/居）”，或说明演示所印6.1年和4.3年所用的定义',
    'A question on since when people have lived at this place, or the definition behind the 6.1 and 4.3 years that the presentation prints',
  ),
} as const;

/** Indicators of mobility that no instrument measures. */
export const mobilityGaps: readonly GapDraft[] = [
  {
    id: 'stay_at_place_mean',
    label: words('在现居住地平均居住年数', 'Years lived at this place, mean'),
    definition: words(
      '从住进现居住地到调查时的平均年数；与“本次流动时长”“首次外出至今年数”不是同一口径',
      'Mean years from moving into the present place to the interview: neither the length of this stay nor the years since first leaving',
    ),
    ...atThisPlace,
    printed: [{ row: 'presentation-2017-stay-mean', value: 6.1 }],
  },
  {
    id: 'stay_at_place_median',
    label: words('在现居住地居住年数中位数', 'Years lived at this place, median'),
    definition: words(
      '从住进现居住地到调查时的年数的中位数',
      'Median years from moving into the present place to the interview',
    ),
    ...atThisPlace,
    printed: [{ row: 'presentation-2017-stay-median', value: 4.3 }],
  },
  {
    id: 'city_cluster_structure',
    label: words('城市群构成', 'Share of each city cluster'),
    definition: words('流动人口按所在城市群的构成', 'Shares of migrants by the city cluster they live in'),
    universe: people.everyone,
    numerator: words('居住在该城市群', 'lives in the cluster'),
    denominator: words('全部受访流动人口', 'all migrants of the survey population'),
    unit: 'share',
    direction: 'neither',
    standards: [from.whiteBook],
    source: 'White book 2018',
    reason: words(
      '白皮书点名五个城市群，但没有来源给出各群包括哪些城市，因此无法把任何一条记录归入城市群',
      'The white book names five clusters, but no source says which cities belong to them: no record can be placed in one',
    ),
    needed: words(
      '各城市群的城市名单及其来源',
      'A list of the member cities of each cluster, with its source',
    ),
  },
  {
    id: 'border_county',
    label: words('在边境县居住', 'In a border county'),
    definition: words(
      '居住在陆地边境县（市、旗）的流动人口所占比例',
      'Share of migrants who live in a county at the land border',
    ),
    universe: people.everyone,
    numerator: words('居住在边境县', 'lives in a border county'),
    denominator: words('全部受访流动人口', 'all migrants of the survey population'),
    unit: 'share',
    direction: 'neither',
    standards: [from.presentation],
    source: 'Presentation of November 2017: migration in border areas',
    reason: words(
      '2015-2018年有县的列，但没有来源给出边境县名单；只能确知不在边境省份的县不是边境县',
      'The waves 2015 to 2018 have a column of counties, but no source gives the list of border counties; only those of provinces without a border are known not to be one',
    ),
    needed: words(
      '边境县六位代码名单及其来源，传给isBorderCounty',
      'The six-digit codes of all border counties, with their source, for isBorderCounty',
    ),
  },
];
