import { designLabels, type EstimateRow, type Language, type ManifestWave } from '@wavebook/schema';
import { countInWords, markOf } from './number.ts';

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

/** Notes under a chart or table: sample size, intervals and their design, marks, and whether the data are synthetic. */
export function notesFor(
  rows: readonly EstimateRow[],
  n: number | readonly [least: number, most: number],
  wave: ManifestWave,
  lang: Language,
): string[] {
  const design = designLabels[wave.design]?.[lang] ?? wave.design;
  const marks = [...new Set(rows.map(markOf))].sort().flatMap((m) => markMeanings[m]?.[lang] ?? []);
  const [least, most] = (typeof n === 'number' ? [n, n] : n).map(countInWords);
  const size = least === most ? most : lang === 'zh' ? `${least}～${most}` : `${least} to ${most}`;
  const basis =
    lang === 'zh'
      ? `加权估计；未加权样本量 n = ${size}。区间为95%置信区间，误差依据${design}${wave.controls ? '，并计入权重校准' : ''}。`
      : `Weighted estimates; unweighted n = ${size}. Intervals are 95% confidence intervals; errors rest on ${design}${wave.controls ? ' and allow for the calibration of weights' : ''}.`;
  return [
    basis,
    ...(marks.length > 0 ? [marks.join(lang === 'zh' ? '' : ' ')] : []),
    ...(wave.synthetic ? [syntheticNotice[lang]] : []),
  ];
}
