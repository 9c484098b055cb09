import type { Lang, Language } from './chart-text.ts';

/** The words that the frame itself prints. */
interface Words {
  notes: string;
  source: string;
  /** Respondents behind the chart. */
  base: (n: string) => string;
  /** The mark of made-up data. */
  synthetic: string;
  estimate: string;
  interval: (level: number) => string;
  /** Between the bounds of an interval; not a dash, for bounds may be negative. */
  to: string;
  /** Before the name of a source that is not ours. */
  anotherSource: string;
  estimateAnd: (interval: string) => string;
  ownEstimate: (interval: string) => string;
  publishedFigure: string;
  otherPopulations: string;
  /** Between the population of a source and its year. */
  comma: string;
  /** Between those and the source's definition. */
  semicolon: string;
  schematic: string;
  noData: string;
  rowsAndColumns: string;
  changeBetween: string;
  lowSetting: string;
  highSetting: string;
  atLowSetting: string;
  atHighSetting: string;
  /** The scale that all panels share. */
  panelScale: (values: [string, string], waves: [string, string]) => string;
  ribbon: (interval: string) => string;
  lastWave: (wave: string) => string;
  equality: string;
  clustersWithin: string;
  clustersBeyond: string;
  funnelLimits: string;
  allClusters: string;
  noFlow: string;
  withheld: string;
  /** Why an estimate is withheld. */
  withheldWhy: string;
  caution: string;
  review: string;
  /** Lowest, middle and highest class of a value, by bounds as printed. */
  below: (bound: string) => string;
  fromTo: (from: string, to: string) => string;
  orMore: (bound: string) => string;
  /** A unit without a tile and its value. */
  beside: (name: string, value: string) => string;
}

const percent = (level: number) => `${Math.round(level * 1000) / 10}`;

const inOne: Record<Language, Words> = {
  zh: {
    notes: '注：',
    source: '资料来源：',
    base: (n) => `未加权样本量 n = ${n}。`,
    synthetic: '合成数据',
    estimate: '估计值',
    interval: (level) => `${percent(level)}%置信区间`,
    to: '～',
    anotherSource: '另一来源：',
    estimateAnd: (interval) => `估计值与${interval}`,
    ownEstimate: (interval) => `本调查估计值与${interval}`,
    publishedFigure: '其他来源公布的数字',
    otherPopulations: '其他来源的调查对象、年份和口径与本调查不同，仅供参照，不宜直接比较。',
    comma: '，',
    semicolon: '；',
    schematic: '示意图，不表示行政区域界线。',
    noData: '无数据',
    changeBetween: '两期之间的变化',
    lowSetting: '取低值',
    highSetting: '取高值',
    atLowSetting: '该假设取低值时的结果',
    atHighSetting: '该假设取高值时的结果',
    panelScale: ([low, high], [first, last]) =>
      `每格横轴为${first}—${last}年，纵轴均为${low}～${high}；数字为最近一轮。`,
    ribbon: (interval) => `估计值与${interval}（色带）`,
    lastWave: (wave) => `数字为${wave}年`,
    equality: '完全平等线',
    clustersWithin: '界限之内的群（面积：群数）',
    clustersBeyond: '界限之外的群',
    funnelLimits: '漏斗界限',
    allClusters: '全部群',
    rowsAndColumns: '行：户籍地；列：现居住地；描边格：户籍地与现居住地相同',
    noFlow: '样本中无此流向',
    withheld: '不发布',
    withheldWhy: '不发布（精度不足，或该组及其补集少于10人）',
    caution: '谨慎使用',
    review: '待复核',
    below: (bound) => `低于${bound}`,
    fromTo: (from, to) => `${from}～${to}`,
    orMore: (bound) => `${bound}及以上`,
    beside: (name, value) => `${name}（不单设方格）：${value}`,
  },
  en: {
    notes: 'Notes: ',
    source: 'Source: ',
    base: (n) => `Unweighted n = ${n}.`,
    synthetic: 'Synthetic data',
    estimate: 'Estimate',
    interval: (level) => `${percent(level)}% CI`,
    to: ' to ',
    anotherSource: 'Another source: ',
    estimateAnd: (interval) => `Estimate and ${interval}`,
    ownEstimate: (interval) => `Our estimate and ${interval}`,
    publishedFigure: 'Figure published by another source',
    otherPopulations:
      'Other sources cover other populations, years and definitions; they are shown for orientation and do not compare directly.',
    comma: ', ',
    semicolon: '; ',
    schematic: 'Schematic, not a map of boundaries.',
    noData: 'No data',
    changeBetween: 'Change between the waves',
    lowSetting: 'Low',
    highSetting: 'High',
    atLowSetting: 'Result at the low setting',
    atHighSetting: 'Result at the high setting',
    panelScale: ([low, high], [first, last]) =>
      `Each square runs from ${first} to ${last} and from ${low} to ${high}; the number is that of the latest wave.`,
    ribbon: (interval) => `Estimate and ${interval} (band)`,
    lastWave: (wave) => `Numbers are those of ${wave}`,
    equality: 'Line of equality',
    clustersWithin: 'Clusters within the limits (area: how many)',
    clustersBeyond: 'Clusters beyond them',
    funnelLimits: 'Limits of the funnel',
    allClusters: 'All clusters',
    rowsAndColumns: 'Rows: origin; columns: destination; outlined: within one place',
    noFlow: 'No such flow in the sample',
    withheld: 'Not published',
    withheldWhy: 'Not published (too imprecise, or fewer than 10 respondents in the cell or its complement)',
    caution: 'Use with caution',
    review: 'For review',
    below: (bound) => `Below ${bound}`,
    fromTo: (from, to) => `${from} to ${to}`,
    orMore: (bound) => `${bound} or more`,
    beside: (name, value) => `${name} (no tile): ${value}`,
  },
};

type Phrase = (...parts: never[]) => string;

/** The same words in Chinese and then in English, on one line, or one under the other where they are sentences. */
function inBoth({ zh, en }: Record<Language, Words>): Words {
  const join = (a: string, b: string) => (a === b ? a : `${a.trimEnd()}${a.endsWith('。') ? '' : ' '}${b}`);
  const merged = Object.entries(zh).map(([name, phrase]: [string, string | Phrase]) => {
    const other = en[name as keyof Words] as string | Phrase;
    if (typeof phrase === 'string') return [name, join(phrase, other as string)];
    return [name, (...parts: never[]) => join(phrase(...parts), (other as Phrase)(...parts))];
  });
  const both = Object.fromEntries(merged) as Words;
  return {
    ...both,
    notes: '注 ',
    source: '来源 Source: ',
    to: zh.to,
    fromTo: zh.fromTo,
    comma: en.comma,
    semicolon: en.semicolon,
  };
}

/** @internal */
export const words: Record<Lang, Words> = { ...inOne, both: inBoth(inOne) };
