import { attachData, type ChartRow, smallMultiples, tileMultiples, withUsermeta } from '@wavebook/charts';
import { codeLists } from '@wavebook/schema';
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

/** The XPCC, which is no unit of GB/T 2260 and has no tile. */
const corps = '66';

/** One small trend for each level of a breakdown, for provinces also on the tile grid; undefined if fewer than two waves have it. */
export function drawPanels(source: FigureSource): DrawnChart | undefined {
  const { plan, indicator, estimates, lang } = source;
  const measured = wavesWith(source, 'trend');
  if (measured.length < 2) return undefined;
  const onTiles = plan.mark === 'tile-multiples';
  const rows = measured
    .flatMap((wave) => figureRows(source, wave, 'trend'))
    .filter(({ level }) => !(onTiles && level === corps));
  const overall = measured.flatMap((wave) =>
    rowsOf(estimates, { indicator: indicator.id, wave: wave.wave, domain: 'all', variant: 'trend' }),
  );
  const headline = trendHeadlineOverGroups(indicator, overall, lang, source.comparisons);
  const data: ChartRow[] = rows.map((row) =>
    chartRow(row, { category: levelLabel(plan.domain, row.level, lang), group: row.wave }),
  );
  const options = {
    fields: estimateFields,
    text: textOver(source, measured, headline, trendNotes(indicator, measured, overall, lang)),
    axis: axisOf(source),
    waves: { field: 'wave', order: measured.map(({ wave }) => wave) },
    breaks: breaksOf(indicator, measured, ''),
  };
  const labels = Object.fromEntries(
    (codeLists.province?.codes ?? []).map(({ code, label }) => [code, label[lang]]),
  );
  const shown = new Set(rows.map(({ level }) => level));
  const spec = onTiles
    ? tileMultiples({
        ...options,
        fields: { ...estimateFields, category: 'level' },
        labels,
        uncovered: Object.keys(labels).filter((code) => !shown.has(code) && code !== corps),
      })
    : smallMultiples({ ...options, categoryOrder: [...new Set(data.map((row) => String(row.category)))] });
  return { spec: withUsermeta(attachData(spec, data), metaOver(source, measured, rows)), headline, data };
}
