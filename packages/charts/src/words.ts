import type { Lang } from './chart-text.ts';

/** The words that the frame itself prints. */
interface Words {
  notes: string;
  source: string;
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
  schematic: string;
  noData: string;
  withheld: string;
  caution: string;
  /** Lowest, middle and highest class of a value, by bounds as printed. */
  below: (bound: string) => string;
  fromTo: (from: string, to: string) => string;
  orMore: (bound: string) => string;
  /** A unit without a tile and its value. */
  beside: (name: string, value: string) => string;
}

const percent = (level: number) => `${Math.round(level * 1000) / 10}`;

/** @internal */
export const words: Record<Lang, Words> = {
  zh: {
    notes: '注：',
    source: '资料来源：',
    estimate: '估计值',
    interval: (level) => `${percent(level)}%置信区间`,
    to: '～',
    anotherSource: '另一来源：',
    estimateAnd: (interval) => `估计值与${interval}`,
    ownEstimate: (interval) => `本调查估计值与${interval}`,
    publishedFigure: '其他来源公布的数字',
    otherPopulations: '其他来源的调查对象、年份和口径与本调查不同，仅供参照，不宜直接比较。',
    comma: '，',
    schematic: '示意图，不表示行政区域界线。',
    noData: '无数据',
    withheld: '不发布',
    caution: '谨慎使用',
    below: (bound) => `低于${bound}`,
    fromTo: (from, to) => `${from}～${to}`,
    orMore: (bound) => `${bound}及以上`,
    beside: (name, value) => `${name}（不单设方格）：${value}`,
  },
  en: {
    notes: 'Notes: ',
    source: 'Source: ',
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
    schematic: 'Schematic, not a map of boundaries.',
    noData: 'No data',
    withheld: 'Not published',
    caution: 'Use with caution',
    below: (bound) => `Below ${bound}`,
    fromTo: (from, to) => `${from} to ${to}`,
    orMore: (bound) => `${bound} or more`,
    beside: (name, value) => `${name} (no tile): ${value}`,
  },
};
