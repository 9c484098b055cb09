import { chartFiles } from '@wavebook/charts';
import {
  chartDataColumns,
  type EstimateRow,
  type Indicator,
  type Label,
  type Language,
  languages,
  type ManifestWave,
  type PublishedValue,
} from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import type { Chapter, ChapterFile } from './chapter.ts';
import { type ChartPlan, chartName } from './chart-plan.ts';
import { drawBreakdown } from './draw-breakdown.ts';
import { drawComparator } from './draw-comparator.ts';
import { drawTrend } from './draw-trend.ts';
import type { DrawnChart } from './drawn-chart.ts';

/** Takes a file of the chapter: its path in the topic's folder, and its content. */
export type WriteFile = (path: string, content: string | Uint8Array) => Promise<void>;

/** Turns chart rows into CSV text. */
export type FormatRows = (
  columns: readonly string[],
  rows: readonly Record<string, string | number | null>[],
) => string;

/** Breakdowns first, then trends, then other sources. */
const place = ({ mark }: ChartPlan): number => (mark === 'trend' ? 1 : mark === 'comparator' ? 2 : 0);

const latestWith = (
  indicator: Indicator,
  rows: readonly EstimateRow[],
  waves: readonly ManifestWave[],
): ManifestWave | undefined =>
  [...waves]
    .sort((a, b) => (a.wave < b.wave ? 1 : -1))
    .find((w) => rows.some((r) => r.indicator === indicator.id && r.wave === w.wave));

/**
 * Draws every chart of a chapter in both languages, breakdowns for the latest wave that measured the indicator: `<chart>.<lang>.vl.json`, `.svg`,
 * `.png`,
 * `.pdf`, `.alt.txt`, the numbers in `<chart>.csv`, and `chapter.json`. Gives the number of charts.
 */
export async function drawChapter(
  chapter: Chapter,
  rows: readonly EstimateRow[],
  waves: readonly ManifestWave[],
  published: readonly PublishedValue[],
  write: WriteFile,
  formatRows: FormatRows,
): Promise<number> {
  const charts: ChapterFile['charts'] = [];
  const own = waves.filter((w) => w.instrument === chapter.instrument);
  const draw = (plan: ChartPlan, indicator: Indicator, lang: Language): DrawnChart | undefined => {
    const wave = latestWith(indicator, rows, own);
    if (!wave) return undefined;
    if (plan.mark === 'trend') return drawTrend(plan, indicator, rows, own, published, lang);
    if (plan.mark === 'comparator') return drawComparator(indicator, rows, wave, published, lang);
    return drawBreakdown(plan, indicator, rows, wave, lang);
  };
  const inBookOrder = [...chapter.charts].sort((a, b) => place(a) - place(b));
  for (const plan of inBookOrder) {
    const indicator = indicatorsByTopic[chapter.topic].find(({ id }) => id === plan.indicator);
    if (!indicator)
      throw new Error(`drawChapter: topic ${chapter.topic} has no indicator "${plan.indicator}"`);
    const wave = latestWith(indicator, rows, own);
    if (!wave) continue;
    const name = chartName(plan);
    const headline: Label = { zh: '', en: '' };
    const description: Label = { zh: '', en: '' };
    const data: Record<string, string | number | null>[] = [];
    for (const lang of languages) {
      const drawn = draw(plan, indicator, lang);
      if (!drawn) continue;
      headline[lang] = drawn.headline;
      description[lang] = drawn.spec.description ?? '';
      for (const [ending, content] of Object.entries(await chartFiles(drawn.spec)))
        await write(`${name}.${lang}.${ending}`, content);
      drawn.data.forEach((row, i) => {
        const { category, group, ...rest } = row as Record<string, string | number | null>;
        const label = [group, category].filter((part) => part !== null).join(lang === 'zh' ? '，' : ', ');
        data[i] = { ...rest, ...data[i], [`label_${lang}`]: label };
      });
    }
    if (data.length === 0) continue;
    await write(`${name}.csv`, formatRows(chartDataColumns, data));
    charts.push({
      name,
      indicator: indicator.id,
      domain: plan.domain,
      mark: plan.mark,
      wave: wave.wave,
      headline,
      description,
    });
  }
  const { topic, instrument, title, introduction } = chapter;
  const file: ChapterFile = { topic, instrument, title, introduction, charts };
  await write('chapter.json', `${JSON.stringify(file, null, 1)}\n`);
  return charts.length;
}
