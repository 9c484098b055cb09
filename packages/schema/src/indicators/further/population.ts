import { borderProvinces } from '../../code-lists/border.ts';
import { schoolingYears } from '../../code-lists/schooling-years.ts';
import type { IndicatorDraft } from '../complete.ts';
import { ages, among, asked, cited, from, is, people, words } from '../define.ts';

const workingAge = among(people.everyone, '15-59岁流动人口', 'migrants aged 15 to 59', ages(15, 59));
const border = among(
  people.everyone,
  '居住在边境省份的流动人口',
  'migrants in provinces with a land border',
  is('province', ...borderProvinces),
);
const interProvincial = among(
  people.everyone,
  '跨省流动人口',
  'migrants between provinces',
  is('migration_range', 'inter_province'),
);

const cohorts = [
  [1980, ['1980s', '1990_on'], '1980年及以后出生', 'Born in 1980 or later'],
  [1990, ['1990_on'], '1990年及以后出生', 'Born in 1990 or later'],
] as const;

const printedOfWorkingAge: Readonly<Record<number, IndicatorDraft['printed']>> = {
  1980: [
    { row: 'white-book-2016-born-1980-on-2013', value: 0.488 },
    { row: 'white-book-2016-born-1980-on-2015', value: 0.511 },
  ],
  1990: [
    { row: 'white-book-2016-born-1990-on-2013', value: 0.112 },
    { row: 'white-book-2016-born-1990-on-2015', value: 0.123 },
  ],
};

/** Age, cohorts, schooling, the elderly. */
export const populationDrafts: readonly IndicatorDraft[] = [
  {
    id: 'age_mean',
    label: words('平均年龄', 'Mean age'),
    universe: people.everyone,
    measure: { kind: 'mean', variable: 'age' },
    unit: 'years',
    instruments: asked.mbr,
    ...cited.book,
    printed: [{ row: 'white-book-2016-age-mean-2013', value: 27.9 }],
  },
  {
    id: 'age_structure',
    label: words('年龄构成', 'Age structure'),
    definition: words(
      '流动人口按年龄组的构成；分性别即为人口金字塔',
      'Shares of migrants by age group; by sex they make the pyramid',
    ),
    universe: people.everyone,
    measure: { kind: 'structure', variable: 'age_group' },
    instruments: asked.mr,
    ...cited.book,
    breakdowns: ['sex'],
  },
  {
    id: 'five_year_age_structure',
    label: words('五岁年龄组构成', 'Age structure in five-year groups'),
    definition: words(
      '流动人口按五岁年龄组的构成，年龄为调查月的周岁；分性别即为人口金字塔，每侧合计为100%',
      'Shares of migrants by five-year age group, completed years at interview; by sex they make the pyramid, each side adding up to 100%',
    ),
    universe: people.everyone,
    measure: { kind: 'structure', variable: 'five_year_age' },
    instruments: asked.m,
    ...cited.book,
    breakdowns: ['sex'],
  },
  ...cohorts.flatMap(([year, codes, zh, en]): IndicatorDraft[] => [
    {
      id: `born_${year}_on`,
      label: words(`${zh}（全部流动人口）`, `${en}, of all migrants`),
      definition: words(
        `全部受访流动人口中${zh}者所占比例；分母与白皮书2016年版（劳动年龄流动人口）不同`,
        `Share of all migrants of the survey population who were ${en.toLowerCase()}; the 2016 white book has another denominator, migrants of working age`,
      ),
      universe: people.everyone,
      measure: { kind: 'share', variable: 'birth_cohort', codes: [...codes] },
      instruments: asked.mr,
      ...cited.book,
      ...(year === 1980 ? { printed: [{ row: 'white-book-2017-born-1980-on-2016', value: 0.647 }] } : {}),
    },
    {
      id: `born_${year}_on_working_age`,
      label: words(`${zh}（劳动年龄流动人口）`, `${en}, of working age`),
      definition: words(
        `15-59岁流动人口中${zh}者所占比例（白皮书2016年版的分母）`,
        `Share of migrants aged 15 to 59 who were ${en.toLowerCase()} (the denominator of the 2016 white book)`,
      ),
      universe: workingAge,
      measure: { kind: 'share', variable: 'birth_cohort', codes: [...codes] },
      instruments: asked.m,
      ...cited.book,
      printed: printedOfWorkingAge[year] ?? [],
    },
  ]),
  {
    id: 'schooling_years_mean',
    label: words('平均受教育年限', 'Mean years of schooling'),
    definition: words(
      '按各级学历折算的受教育年限的平均值（小学6、初中9、高中12、大专15、本科16、研究生18）',
      'Mean of the years of schooling that go with each level (primary 6, lower secondary 9, upper secondary 12, junior college 15, bachelor 16, postgraduate 18)',
    ),
    universe: people.everyone,
    measure: {
      kind: 'score_mean',
      items: [{ variable: 'education', scores: { ...schoolingYears } }],
      combine: 'mean',
    },
    unit: 'years',
    direction: 'higher_is_better',
    instruments: asked.mbr,
    ...cited.book,
    printed: [
      { row: 'white-book-2016-schooling-2013', value: 9.2 },
      { row: 'white-book-2016-schooling-2015', value: 9.3 },
    ],
  },
  {
    id: 'elderly_share',
    label: words('60岁及以上比例', 'Elderly migrants'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'age_group', codes: ['60+'] },
    instruments: asked.m,
    ...cited.book,
    printed: [{ row: 'elderly-2015-share', value: 0.072 }],
  },
  {
    id: 'elderly_reason_structure',
    label: words('老年人流动原因', 'Reason for moving, elderly'),
    universe: people.elderly,
    measure: { kind: 'structure', variable: 'migration_reason' },
    instruments: asked.m,
    ...cited.book,
  },
  {
    id: 'elderly_sought_care',
    label: words('老年人患病后就诊', 'Elderly who sought care when ill'),
    universe: among(
      people.elderly,
      '过去一年患过病的60岁及以上流动人口',
      'migrants aged 60 and over who were ill in the last year',
      is('illness', 'two_weeks', 'year'),
    ),
    measure: {
      kind: 'share',
      variable: 'care_place',
      codes: ['community_health', 'private_clinic', 'hospital', 'pharmacy', 'hukou_place', 'elsewhere'],
    },
    direction: 'higher_is_better',
    instruments: asked.m,
    ...cited.book,
    areas: ['5.3'],
  },
];

/** Origin and destination, regions, border provinces. */
export const placeDrafts: readonly IndicatorDraft[] = [
  {
    id: 'origin_destination_matrix',
    label: words('流出省与流入省矩阵', 'Origin by destination'),
    definition: words(
      '各流入省流动人口按户籍省份的构成',
      'Shares of the migrants of each province of residence by province of hukou',
    ),
    universe: people.everyone,
    measure: { kind: 'structure', variable: 'hukou_province' },
    instruments: asked.m,
    ...cited.book,
    breakdowns: ['province'],
  },
  {
    id: 'inter_provincial_share',
    label: words('跨省流动比例', 'Inter-provincial share'),
    definition: words(
      '流动人口中跨省流动者所占比例，分地区即各地区流动人口中的跨省比例。白皮书所印“东部88.2%、87.7%”的分母转述不一，另见“跨省流动人口的地区构成”',
      'Share of migrants who moved between provinces; by region, of the migrants of each region. What the white book prints for the east (88.2%, 87.7%) is quoted with two denominators: see the regions of inter-provincial migrants',
    ),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'migration_range', codes: ['inter_province'] },
    instruments: asked.mb,
    ...cited.book,
    breakdowns: ['region_three'],
    printed: [
      { row: 'white-book-2016-inter-province-east-2013', value: 0.882 },
      { row: 'white-book-2016-inter-province-east-2015', value: 0.877 },
    ],
  },
  {
    id: 'inter_provincial_region_structure',
    label: words('跨省流动人口的地区构成', 'Regions of inter-provincial migrants'),
    universe: interProvincial,
    measure: { kind: 'structure', variable: 'region_three' },
    instruments: asked.m,
    ...cited.book,
    printed: [
      { row: 'white-book-2016-inter-province-east-2013', value: 0.882 },
      { row: 'white-book-2016-inter-province-east-2015', value: 0.877 },
    ],
  },
  {
    id: 'region_structure',
    label: words('四大地区构成', 'Share of each region'),
    universe: people.everyone,
    measure: { kind: 'structure', variable: 'region' },
    instruments: asked.m,
    ...cited.book,
  },
  {
    id: 'region_three_structure',
    label: words('东中西部构成', 'Share of east, centre and west'),
    universe: people.everyone,
    measure: { kind: 'structure', variable: 'region_three' },
    instruments: asked.m,
    ...cited.book,
    printed: [
      { row: 'white-book-2016-region-east-2015', value: 0.747 },
      { row: 'white-book-2016-region-west-2015', value: 0.166 },
    ],
  },
  {
    id: 'border_province',
    label: words('在边境省份居住', 'In a province with a land border'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'province', codes: [...borderProvinces] },
    instruments: asked.m,
    standards: [from.presentation],
    source: 'Presentation of November 2017: migration in border areas',
  },
  {
    id: 'border_province_range_structure',
    label: words('边境省份流动人口的流动范围', 'Migration range in border provinces'),
    universe: border,
    measure: { kind: 'structure', variable: 'migration_range' },
    instruments: asked.m,
    standards: [from.presentation],
    source: 'Presentation of November 2017: migration in border areas',
  },
  {
    id: 'border_province_reason_structure',
    label: words('边境省份流动人口的流动原因', 'Reason for moving in border provinces'),
    universe: border,
    measure: { kind: 'structure', variable: 'migration_reason' },
    instruments: asked.m,
    standards: [from.presentation],
    source: 'Presentation of November 2017: migration in border areas',
  },
];
