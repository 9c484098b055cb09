import type { ComparisonRow, EstimateRow, Indicator, Language } from '@wavebook/schema';
import { SIGNIFICANT } from './findings/change-sentence.ts';
import { isShown } from './findings/evidence.ts';
import { extremesOf } from './findings/extremes-sentence.ts';
import { levelInSentence } from './findings/in-sentence.ts';
import { categoryLabel, levelLabel } from './labels.ts';
import { figureInWords } from './number.ts';

type Shown = EstimateRow & { estimate: number };

const say = ({ estimate, unit }: Shown, lang: Language): string => figureInWords(estimate, unit, lang);

/** The largest classes that a headline names; the figure has the others. */
const CLASSES = 3;

/** The headline of a figure of one wave: of a structure its largest classes, else what `breakdownHeadline` says. */
export const headlineOf = (
  indicator: Indicator,
  overall: readonly EstimateRow[],
  rows: readonly EstimateRow[],
  lang: Language,
  comparisons: readonly ComparisonRow[] = [],
): string =>
  indicator.measure.kind === 'structure'
    ? structureHeadline(indicator, overall, lang)
    : breakdownHeadline(indicator, overall[0], rows, comparisons, lang);

/** The headline of a structure: its largest classes. */
function structureHeadline(indicator: Indicator, rows: readonly EstimateRow[], lang: Language): string {
  const parts = rows
    .filter(isShown)
    .sort((a, b) => b.estimate - a.estimate)
    .slice(0, CLASSES)
    .map((r) => `${categoryLabel(indicator, r.category, lang)}${lang === 'zh' ? '' : ' '}${say(r, lang)}`);
  return `${indicator.label[lang]}${lang === 'zh' ? '：' : ': '}${parts.join(lang === 'zh' ? '，' : ', ')}`;
}

/**
 * The headline of a breakdown. Where the lowest and the highest reliable estimate were tested it says whether they differ; else it states the
 * figure for everybody and the range of the reliable estimates, which claims nothing.
 */
function breakdownHeadline(
  indicator: Indicator,
  whole: EstimateRow | undefined,
  rows: readonly EstimateRow[],
  comparisons: readonly ComparisonRow[],
  lang: Language,
): string {
  const zh = lang === 'zh';
  const label = indicator.label[lang];
  const overall = isShown(whole)
    ? zh
      ? `总体${say(whole, lang)}`
      : `${say(whole, lang)} overall`
    : undefined;
  const at = (r: Shown): string => levelInSentence(r.domain, levelLabel(r.domain, r.level, lang), lang);
  const told = (parts: readonly (string | undefined)[]): string =>
    `${label}${zh ? '：' : ': '}${parts.filter((part) => part !== undefined).join(zh ? '，' : ', ')}`;
  const tested = extremesOf(rows, comparisons);
  if (tested?.differ) {
    const { low, high } = tested;
    return told([
      zh
        ? `${at(high)}最高（${say(high, lang)}），${at(low)}最低（${say(low, lang)}）`
        : `highest for ${at(high)} (${say(high, lang)}), lowest for ${at(low)} (${say(low, lang)})`,
      overall,
    ]);
  }
  if (tested) return told([overall, zh ? '各组无显著差异' : 'no significant differences between groups']);
  const reliable = rows.filter(isShown).filter(({ quality }) => quality === 'reliable');
  reliable.sort((a, b) => a.estimate - b.estimate);
  const [low, high] = [reliable[0], reliable.at(-1)];
  if (!low || !high || low === high) return told([overall]);
  return told([
    overall,
    zh
      ? `各组估计值在${say(low, lang)}（${at(low)}）与${say(high, lang)}（${at(high)}）之间`
      : `estimates from ${say(low, lang)} (${at(low)}) to ${say(high, lang)} (${at(high)})`,
  ]);
}

/** The headline of a trend: that a figure rose or fell only where Holm's p-value over the chapter's sentences says so. */
export function trendHeadline(
  indicator: Indicator,
  rows: readonly EstimateRow[],
  lang: Language,
  comparisons: readonly ComparisonRow[] = [],
): string {
  const zh = lang === 'zh';
  const label = indicator.label[lang];
  const shown = rows.filter(isShown);
  const change = comparisons.find((c) => c.indicator === indicator.id && c.domain === 'wave');
  const [from, to] = [change?.from, change?.to].map((wave) => shown.find((r) => r.wave === wave));
  if (!change || change.confidential || !from || !to) {
    const said = shown.map((r) => (zh ? `${r.wave}年${say(r, lang)}` : `${say(r, lang)} in ${r.wave}`));
    return `${label}${zh ? '：' : ': '}${said.join(zh ? '，' : ', ')}`;
  }
  if (change.p_holm >= SIGNIFICANT)
    return zh
      ? `${label}：${from.wave}年${say(from, lang)}，${to.wave}年${say(to, lang)}，无显著变化`
      : `${label}: ${say(from, lang)} in ${from.wave}, ${say(to, lang)} in ${to.wave}, no significant change`;
  const rose = change.difference > 0;
  return zh
    ? `${label}由${from.wave}年的${say(from, lang)}${rose ? '升至' : '降至'}${to.wave}年的${say(to, lang)}`
    : `${label}: ${rose ? 'up' : 'down'} from ${say(from, lang)} in ${from.wave} to ${say(to, lang)} in ${to.wave}`;
}
