import { attachData, type ChartRow, dumbbell, slope, withUsermeta } from '@wavebook/charts';
import type { EstimateRow, ManifestWave } from '@wavebook/schema';
import { chartRow } from '../chart-row.ts';
import { breaksOf, trendNotes } from '../draw-trend.ts';
import type { DrawnChart } from '../drawn-chart.ts';
import { trendHeadlineOverGroups } from '../words/headline.ts';
import { levelLabel, rowsOf } from '../words/labels.ts';
import {
  axisOf,
  estimateFields,
  type FigureSource,
  figureRows,
  metaOver,
  textOver,
  wavesWith,
} from './figure-source.ts';

const changed = {
  zh: '两轮之间题目或选项改变，不可比',
  en: 'Question or answers changed between the waves; not comparable',
};

/** Levels in the order of their latest estimate, those without one last. */
function byLatest(rows: readonly EstimateRow[], latest: string): string[] {
  const size = (level: string): number => {
    const row = rows.find((one) => one.level === level && one.wave === latest);
    return row && !row.suppressed && row.estimate !== null ? row.estimate : Number.NEGATIVE_INFINITY;
  };
  const levels = [...new Set(rows.map(({ level }) => level))];
  return levels.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
}

/** From the first wave that the chapter compares with the latest, where it compares any. */
function comparable({ indicator, comparisons = [] }: FigureSource, measured: ManifestWave[]): ManifestWave[] {
  const change = comparisons.find((c) => c.indicator === indicator.id && c.domain === 'wave');
  return change ? measured.filter(({ wave }) => wave >= change.from && wave <= change.to) : measured;
}

/** An indicator's trend variant in two waves for each level of a breakdown; undefined if fewer than two waves have it. */
export function drawTwoWaves(source: FigureSource): DrawnChart | undefined {
  const { plan, indicator, estimates, lang } = source;
  const measured = comparable(source, wavesWith(source, 'trend'));
  const [first, last] = [measured[0], measured.at(-1)];
  if (!first || !last || first === last) return undefined;
  const two = [first, last];
  const rows = two.flatMap((wave) => figureRows(source, wave, 'trend'));
  const overall = two.flatMap((wave) =>
    rowsOf(estimates, { indicator: indicator.id, wave: wave.wave, domain: 'all', variant: 'trend' }),
  );
  const data: ChartRow[] = rows.map((row) => ({
    ...chartRow(row, { category: levelLabel(plan.domain, row.level, lang), group: row.wave }),
  }));
  const headline = trendHeadlineOverGroups(indicator, overall, lang, source.comparisons);
  const isBroken = breaksOf(indicator, measured, '').length > 0;
  const notes = trendNotes(indicator, two, overall, lang);
  const options = {
    fields: estimateFields,
    waves: { field: 'group', order: [first.wave, last.wave] as const },
    text: textOver(
      source,
      two,
      headline,
      isBroken && plan.mark === 'dumbbell'
        ? [`${changed[lang]}${lang === 'zh' ? '。' : '.'}`, ...notes]
        : notes,
    ),
    axis: axisOf(source),
    categoryOrder: byLatest(rows, last.wave).map((level) => levelLabel(plan.domain, level, lang)),
  };
  const spec =
    plan.mark === 'dumbbell'
      ? dumbbell(options)
      : slope({ ...options, ...(isBroken && { break: changed[lang] }) });
  return { spec: withUsermeta(attachData(spec, data), metaOver(source, two, rows)), headline, data };
}
