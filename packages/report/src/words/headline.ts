import type { ComparisonRow, EstimateRow, Indicator, Language } from '@wavebook/schema';
import { SIGNIFICANT } from './findings/change-sentence.ts';
import { isShown } from './findings/evidence.ts';
import { type Extremes, extremesOf } from './findings/extremes-sentence.ts';
import { groupName, groupPlace } from './findings/group-name.ts';
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
  return `${opened(indicator.label[lang], lang)}${parts.join(lang === 'zh' ? '，' : ', ')}`;
}

/** A label that holds a colon already is followed by a comma. */
const opened = (label: string, lang: Language): string => {
  if (lang === 'zh') return `${label}${label.includes('：') ? '，' : '：'}`;
  return `${label}${label.includes(': ') ? ', ' : ': '}`;
};

/** Which of two groups stands higher, or which of several highest and lowest, where a test says that they differ. */
function extremesInWords(
  { low, high, beyond }: Extremes,
  groups: number,
  say: (row: Shown) => string,
  lang: Language,
): string {
  const zh = lang === 'zh';
  const name = ({ domain, level }: Shown): string => groupName(domain, level, lang);
  if (groups === 2)
    return zh
      ? `${name(high)}（${say(high)}）高于${name(low)}（${say(low)}）`
      : `higher for ${name(high)} (${say(high)}) than for ${name(low)} (${say(low)})`;
  const at = ({ domain, level }: Shown): string => groupPlace(domain, level);
  const among = beyond ? { zh: '可靠估计值中', en: 'among reliable estimates ' }[lang] : '';
  return zh
    ? `${among}${levelLabel(high.domain, high.level, lang)}最高（${say(high)}），${levelLabel(low.domain, low.level, lang)}最低（${say(low)}）`
    : `${among}highest ${at(high)} (${say(high)}), lowest ${at(low)} (${say(low)})`;
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
  const saying = (row: Shown): string => say(row, lang);
  const overall = isShown(whole) ? (zh ? `总体${saying(whole)}` : `${saying(whole)} overall`) : undefined;
  const at = (r: Shown): string => levelInSentence(r.domain, levelLabel(r.domain, r.level, lang), lang);
  const told = (parts: readonly (string | undefined)[]): string =>
    `${opened(indicator.label[lang], lang)}${parts.filter((part) => part !== undefined).join(zh ? '，' : ', ')}`;
  const tested = extremesOf(rows, comparisons);
  if (tested?.differ) return told([extremesInWords(tested, rows.length, saying, lang), overall]);
  if (tested) return told([overall, zh ? '各组无显著差异' : 'no significant differences between groups']);
  const reliable = rows.filter(isShown).filter(({ quality }) => quality === 'reliable');
  reliable.sort((a, b) => a.estimate - b.estimate);
  const [low, high] = [reliable[0], reliable.at(-1)];
  if (!low || !high || low === high) return told([overall]);
  return told([
    overall,
    zh
      ? `各组估计值在${saying(low)}（${at(low)}）与${saying(high)}（${at(high)}）之间`
      : `estimates from ${saying(low)} (${at(low)}) to ${saying(high)} (${at(high)})`,
  ]);
}

/** The headline of a trend: that a figure rose or fell only where Holm's p-value over the chapter's sentences says so. */
export function trendHeadline(
  indicator: Pick<Indicator, 'id' | 'label'>,
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
    return `${opened(label, lang)}${said.join(zh ? '，' : ', ')}`;
  }
  if (change.p_holm >= SIGNIFICANT)
    return zh
      ? `${opened(label, lang)}${from.wave}年${say(from, lang)}，${to.wave}年${say(to, lang)}，无显著变化`
      : `${opened(label, lang)}${say(from, lang)} in ${from.wave}, ${say(to, lang)} in ${to.wave}, no significant change`;
  const rose = change.difference > 0;
  return zh
    ? `${label}由${from.wave}年的${say(from, lang)}${rose ? '升至' : '降至'}${to.wave}年的${say(to, lang)}`
    : `${opened(label, lang)}${rose ? 'up' : 'down'} from ${say(from, lang)} in ${from.wave} to ${say(to, lang)} in ${to.wave}`;
}

/** The headline over groups in several waves: the trend of everybody, named as that. */
export const trendHeadlineOverGroups = (
  { id, label }: Indicator,
  rows: readonly EstimateRow[],
  lang: Language,
  comparisons: readonly ComparisonRow[] = [],
): string =>
  trendHeadline(
    { id, label: { zh: `${label.zh}（总体）`, en: `${label.en}, overall` } },
    rows,
    lang,
    comparisons,
  );
