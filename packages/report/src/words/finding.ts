import type { ComparisonRow, EstimateRow, Indicator, Language } from '@wavebook/schema';
import { categoryLabel, domainLabel, levelLabel } from './labels.ts';
import { figureInWords, plainFigure } from './number.ts';

const shown = (rows: readonly EstimateRow[]): EstimateRow[] =>
  rows.filter((r) => !r.suppressed && r.estimate !== null);

const say = (row: EstimateRow, lang: Language): string =>
  figureInWords(row.estimate as number, row.unit, lang);

/** The lowest and the highest estimate that may be shown. */
const extremes = (rows: readonly EstimateRow[]): [EstimateRow, EstimateRow] | undefined => {
  const sorted = shown(rows).sort((a, b) => (a.estimate as number) - (b.estimate as number));
  const low = sorted[0];
  const high = sorted.at(-1);
  return low && high && low !== high ? [low, high] : undefined;
};

/** The largest classes that a sentence and a headline name; the figure has the others. */
const namedClasses = { sentence: 6, headline: 3 };

const parts = (
  indicator: Indicator,
  overall: readonly EstimateRow[],
  lang: Language,
  place: keyof typeof namedClasses,
): string =>
  shown(overall)
    .sort((a, b) => (b.estimate as number) - (a.estimate as number))
    .slice(0, namedClasses[place])
    .map((r) => `${categoryLabel(indicator, r.category, lang)}${lang === 'zh' ? '' : ' '}${say(r, lang)}`)
    .join(lang === 'zh' ? '，' : ', ');

/**
 * The headline of a chart: the overall figure and the range of the estimates that may be shown. It states estimates and claims no
 * difference.
 */
export function headlineOf(
  indicator: Indicator,
  overall: readonly EstimateRow[],
  rows: readonly EstimateRow[],
  lang: Language,
): string {
  const colon = lang === 'zh' ? '：' : ': ';
  const label = indicator.label[lang];
  if (indicator.measure.kind === 'structure')
    return `${label}${colon}${parts(indicator, overall, lang, 'headline')}`;
  const whole = shown(overall)[0];
  const head = whole ? (lang === 'zh' ? `总体${say(whole, lang)}` : `${say(whole, lang)} overall`) : '';
  const range = extremes(rows);
  if (!range) return `${label}${colon}${head}`;
  const [low, high] = range;
  const at = (r: EstimateRow): string => levelLabel(r.domain, r.level, lang);
  const words =
    lang === 'zh'
      ? `各组估计值在${say(low, lang)}（${at(low)}）与${say(high, lang)}（${at(high)}）之间`
      : `estimates range from ${say(low, lang)} (${at(low)}) to ${say(high, lang)} (${at(high)})`;
  return `${label}${colon}${[head, words].filter(Boolean).join(lang === 'zh' ? '，' : '; ')}`;
}

/** What the level of an indicator is, with its interval: the first sentence of a finding. */
export function levelSentence(
  indicator: Indicator,
  overall: readonly EstimateRow[],
  lang: Language,
): string | undefined {
  const stop = lang === 'zh' ? '。' : '.';
  if (indicator.measure.kind === 'structure') return `${parts(indicator, overall, lang, 'sentence')}${stop}`;
  const whole = shown(overall)[0];
  if (!whole) return undefined;
  if (whole.ci_low === null || whole.ci_high === null) return `${say(whole, lang)}${stop}`;
  const low = plainFigure(whole.ci_low, whole.unit);
  const high = plainFigure(whole.ci_high, whole.unit);
  return lang === 'zh'
    ? `${say(whole, lang)}（95%置信区间${low}～${high}）。`
    : `${say(whole, lang)} (95% interval ${low} to ${high}).`;
}

/** Over which range the estimates of a breakdown lie, as a clause. */
export function rangeClause(rows: readonly EstimateRow[], lang: Language): string | undefined {
  const range = extremes(rows);
  if (!range) return undefined;
  const [low, high] = range;
  const at = (r: EstimateRow): string =>
    `${say(r, lang)}${lang === 'zh' ? `（${levelLabel(r.domain, r.level, lang)}）` : ` (${levelLabel(r.domain, r.level, lang)})`}`;
  return lang === 'zh'
    ? `按${domainLabel(low.domain, lang)}分，估计值由${at(low)}至${at(high)}`
    : `by ${domainLabel(low.domain, lang)}, estimates run from ${at(low)} to ${at(high)}`;
}

const gapInWords = (difference: number, unit: string, lang: Language): string => {
  const size = Math.abs(difference);
  if (unit === 'share')
    return lang === 'zh'
      ? `${plainFigure(size, unit)}个百分点`
      : `${plainFigure(size, unit)} percentage points`;
  return figureInWords(size, unit, lang);
};

/** How women and men differ: a difference is claimed only where Holm's p-value is below 5 %. */
export function sexSentence(comparison: ComparisonRow | undefined, lang: Language): string | undefined {
  if (!comparison || comparison.confidential) return undefined;
  if (comparison.p_holm >= 0.05)
    return lang === 'zh'
      ? '男女之间的差异未超出抽样误差。'
      : 'The difference between women and men is within sampling error.';
  const gap = gapInWords(comparison.difference, comparison.unit, lang);
  if (lang === 'zh') return `女性比男性${comparison.difference > 0 ? '高' : '低'}${gap}。`;
  return `Women are ${gap} ${comparison.difference > 0 ? 'above' : 'below'} men.`;
}

/** How an indicator changed between two waves, on the trend variant: “rose” or “fell” only where Holm's p-value is below 5 %. */
export function changeSentence(comparison: ComparisonRow | undefined, lang: Language): string | undefined {
  if (!comparison || comparison.confidential) return undefined;
  const { from, to, difference, unit } = comparison;
  if (comparison.p_holm >= 0.05)
    return lang === 'zh'
      ? `${from}年至${to}年（15-59岁同口径）的变化未超出抽样误差。`
      : `Between ${from} and ${to} (ages 15-59, same question) the change is within sampling error.`;
  const gap = gapInWords(difference, unit, lang);
  if (lang === 'zh') return `${from}年至${to}年（15-59岁同口径）${difference > 0 ? '上升' : '下降'}${gap}。`;
  return `Between ${from} and ${to} (ages 15-59, same question) it ${difference > 0 ? 'rose' : 'fell'} by ${gap}.`;
}
