import { designLabels, type Language, type ManifestWave } from '@wavebook/schema';
import type { ChartMark } from '../chart-plan.ts';
import { countInWords } from './number.ts';

/** The one sentence that everything made from synthetic waves carries. */
export const syntheticNotice: Record<Language, string> = {
  zh: '合成数据：仅用于演示，不反映任何真实人群。',
  en: 'Synthetic data: for demonstration only, they describe no real population.',
};

/** What the marks beside numbers mean. */
export const markMeanings: Record<string, Record<Language, string>> = {
  '†': {
    zh: '† 精度有限，慎用。',
    en: '† limited precision, use with caution.',
  },
  '‡': {
    zh: '‡ 需统计人员复核（自由度不足8，或为0%、100%）。',
    en: '‡ for review by a statistician (fewer than 8 degrees of freedom, or 0 or 100%).',
  },
  '×': {
    zh: '× 不予公布（精度不足，或该组及其补集少于10人）。',
    en: '× not shown (too imprecise, or fewer than 10 respondents in the cell or its complement).',
  },
};

/** What the notes under a chart of one wave rest on. */
export interface NoteBasis {
  /** Respondents behind the chart, the least and the most of them where its indicators differ. */
  readonly n: number | readonly [least: number, most: number];
  readonly wave: ManifestWave;
  readonly mark: ChartMark;
}

/** Marks that draw no interval: they stand in the numbers of the figure. */
const withoutIntervals: ReadonlySet<ChartMark> = new Set([
  'tiles',
  'heat',
  'matrix',
  'stacked',
  'diverging',
  'items',
  'profile',
]);

/** Notes under a chart: sample size, intervals and their design, and whether the data are synthetic. */
export function notesFor({ n, wave, mark }: NoteBasis, lang: Language): string[] {
  const zh = lang === 'zh';
  const design = designLabels[wave.design]?.[lang] ?? wave.design;
  const [least, most] = (typeof n === 'number' ? [n, n] : n).map(countInWords);
  const size = least === most ? most : zh ? `${least}～${most}` : `${least} to ${most}`;
  const beside = withoutIntervals.has(mark);
  const intervals = zh
    ? beside
      ? '图中不画区间，95%置信区间见数据表'
      : '区间为95%置信区间'
    : beside
      ? 'Intervals are not drawn: the 95% confidence intervals stand in the numbers of the figure'
      : 'Intervals are 95% confidence intervals';
  return [
    zh
      ? `加权估计；未加权样本量 n = ${size}。${intervals}，误差依据${design}${wave.controls ? '，并计入权重校准' : ''}。`
      : `Weighted estimates; unweighted n = ${size}. ${intervals}; errors rest on ${design}${wave.controls ? ' and allow for the calibration of weights' : ''}.`,
    ...(wave.synthetic ? [syntheticNotice[lang]] : []),
  ];
}
