import type { EstimateRow, Indicator, Language } from '@wavebook/schema';
import { categoryLabel, levelLabel } from './labels.ts';
import { figureInWords } from './number.ts';

const shown = (rows: readonly EstimateRow[]): EstimateRow[] =>
  rows.filter((r) => !r.suppressed && r.estimate !== null);

/**
 * What the numbers of one breakdown say, as a sentence: the overall figure and the range of the estimates that may be shown. It states
 * estimates and claims no difference; none is claimed without a test.
 */
export function finding(
  indicator: Indicator,
  overall: readonly EstimateRow[],
  rows: readonly EstimateRow[],
  lang: Language,
): string {
  const label = indicator.label[lang];
  const colon = lang === 'zh' ? '：' : ': ';
  const say = (row: EstimateRow): string => figureInWords(row.estimate as number, row.unit, lang);
  if (indicator.measure.kind === 'structure') {
    const parts = shown(overall)
      .sort((a, b) => (b.estimate as number) - (a.estimate as number))
      .map((r) => `${categoryLabel(indicator, r.category, lang)}${lang === 'zh' ? '' : ' '}${say(r)}`);
    return `${label}${colon}${parts.join(lang === 'zh' ? '，' : ', ')}`;
  }
  const whole = shown(overall)[0];
  const levels = shown(rows).sort((a, b) => (a.estimate as number) - (b.estimate as number));
  const low = levels[0];
  const high = levels.at(-1);
  const head = whole ? (lang === 'zh' ? `总体${say(whole)}` : `${say(whole)} overall`) : '';
  if (!low || !high || low === high) return `${label}${colon}${head}`;
  const at = (r: EstimateRow): string => `${levelLabel(r.domain, r.level, lang)}`;
  const range =
    lang === 'zh'
      ? `各组估计值在${say(low)}（${at(low)}）与${say(high)}（${at(high)}）之间`
      : `estimates range from ${say(low)} (${at(low)}) to ${say(high)} (${at(high)})`;
  return `${label}${colon}${[head, range].filter(Boolean).join(lang === 'zh' ? '，' : '; ')}`;
}
