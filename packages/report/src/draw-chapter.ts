import { type Indicator, languages, type Topic } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import type { Chapter, ChapterFile } from './chapter.ts';
import type { ChartEvidence } from './chart-evidence.ts';
import { type ChartPlan, chartName } from './chart-plan.ts';
import { drawFigure, latestWave } from './figures/draw-figure.ts';
import { type FormatRows, figureFiles } from './figures/figure-files.ts';

/** Takes a file of the chapter: its path in the topic's folder, and its content. */
export type WriteFile = (path: string, content: string | Uint8Array) => Promise<void>;

const overWaves: readonly ChartPlan['mark'][] = [
  'trend',
  'ribbon',
  'dumbbell',
  'slope',
  'multiples',
  'tile-multiples',
];

/** Breakdowns first, then trends, then other sources. */
const place = ({ mark }: ChartPlan): number => (overWaves.includes(mark) ? 1 : mark === 'comparator' ? 2 : 0);

/**
 * Draws every chart of a chapter in both languages, breakdowns for the latest wave that measured the indicator: the files of `figureFiles`
 * for each chart, and `chapter.json`. Gives the number of charts.
 */
export async function drawChapter(
  chapter: Chapter,
  { rows, comparisons, waves, published }: ChartEvidence,
  write: WriteFile,
  formatRows: FormatRows,
): Promise<number> {
  const charts: ChapterFile['charts'] = [];
  const own = waves
    .filter((w) => w.instrument === chapter.instrument)
    .sort((a, b) => (a.wave < b.wave ? -1 : 1));
  const inBookOrder = [...chapter.charts].sort((a, b) => place(a) - place(b));
  for (const plan of inBookOrder) {
    const [indicator, ...beside] = [plan.indicator, ...(plan.beside ?? [])].map((id) =>
      indicatorOf(chapter.topic, id),
    ) as [Indicator, ...Indicator[]];
    const ids = new Set([indicator, ...beside].map(({ id }) => id));
    const estimates = rows.filter((row) => ids.has(row.indicator));
    const source = { plan, indicator, beside, estimates, comparisons, waves: own, published };
    const drawn = languages.flatMap((lang) => {
      const chart = drawFigure({ ...source, lang });
      return chart ? [[lang, chart] as const] : [];
    });
    if (drawn.length === 0) continue;
    const name = chartName(plan);
    const { headline, description, files } = await figureFiles(name, drawn, formatRows);
    for (const [path, content] of files) await write(path, content);
    charts.push({
      name,
      indicator: indicator.id,
      domain: plan.domain,
      mark: plan.mark,
      ...(plan.beside ? { beside: [...plan.beside] } : {}),
      wave: latestWave({ ...source, lang: 'zh' })?.wave ?? '',
      headline,
      description,
    });
  }
  const { topic, instrument, title, introduction, findings } = chapter;
  const file: ChapterFile = { topic, instrument, title, introduction, findings: [...findings], charts };
  await write('chapter.json', `${JSON.stringify(file, null, 1)}\n`);
  return charts.length;
}

function indicatorOf(topic: Topic, id: string): Indicator {
  const indicator = indicatorsByTopic[topic].find((i) => i.id === id);
  if (!indicator) throw new Error(`drawChapter: topic ${topic} has no indicator "${id}"`);
  return indicator;
}
