import type { EstimateRow, Language } from '@wavebook/schema';
import { figureInWords, plainFigure } from '../number.ts';

/** Respondents below which a sentence says how few they are. */
const FEW = 100;

const qualityWords = {
  use_with_caution: { zh: '精度有限，慎用', en: 'of limited precision, use with caution' },
  unreliable: { zh: '精度有限，慎用', en: 'of limited precision, use with caution' },
  review: { zh: '待统计人员复核', en: 'for review by a statistician' },
} as const;

type Judged = Pick<EstimateRow, 'n' | 'quality'>;

/** What a reader must know of an estimate that is not simply reliable: that its sample is small, that its precision is limited. */
function reservations({ n, quality }: Judged, lang: Language): string[] {
  const few = n < FEW ? [lang === 'zh' ? `样本量较小，n = ${n}` : `a small sample, n = ${n}`] : [];
  return quality === 'reliable' ? few : [...few, qualityWords[quality][lang]];
}

const inBrackets = (parts: readonly string[], lang: Language): string => {
  if (parts.length === 0) return '';
  return lang === 'zh' ? `（${parts.join('；')}）` : ` (${parts.join('; ')})`;
};

function interval({ ci_low, ci_high, unit }: EstimateRow, lang: Language): string[] {
  if (ci_low === null || ci_high === null) return [];
  const zh = lang === 'zh';
  const [low, high] = [plainFigure(ci_low, unit), plainFigure(ci_high, unit)];
  if (low === high) return [zh ? '95%置信区间窄于末位数字' : '95% interval narrower than the last digit'];
  const upper = figureInWords(ci_high, unit, lang);
  if (!zh) return [`95% interval ${low} to ${upper}`];
  return [`95%置信区间${unit === 'share' ? `${low}%` : low}～${upper}`];
}

/** The interval of a figure in brackets, with what a reader must know of its precision. */
export const precision = (row: EstimateRow, lang: Language): string =>
  inBrackets([...interval(row, lang), ...reservations(row, lang)], lang);

/** What a reader must know of estimates that are set side by side, each by its name; empty where all are reliable. */
export function caveats(rows: readonly (readonly [name: string, row: Judged])[], lang: Language): string {
  const zh = lang === 'zh';
  const named = new Map<string, string[]>();
  for (const [name, row] of rows) {
    const told = reservations(row, lang).join(zh ? '，' : ', ');
    if (told !== '') named.set(told, [...(named.get(told) ?? []), name]);
  }
  return inBrackets(
    [...named].map(([told, names]) => (zh ? `${names.join('、')}：${told}` : `${names.join(', ')}: ${told}`)),
    lang,
  );
}
