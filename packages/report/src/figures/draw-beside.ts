import { attachData, barDiverging, type ChartRow, heatTable, niceBins, withUsermeta } from '@wavebook/charts';
import type { EstimateRow, Indicator, ManifestWave } from '@wavebook/schema';
import { chartRow } from '../chart-row.ts';
import type { DrawnChart } from '../drawn-chart.ts';
import { categoryLabel, domainLabel, levelLabel, rowsOf } from '../words/labels.ts';
import { notesFor } from '../words/notes.ts';
import { subjectSubtitle } from '../words/subtitle.ts';
import { axisOf, estimateFields, type FigureSource, metaOver, textOver } from './figure-source.ts';

interface Own {
  readonly indicator: Indicator;
  readonly rows: readonly EstimateRow[];
}

/** The indicators of a figure with their rows in one wave; those without are left out. */
function besideRows(
  { plan, indicator, beside = [], estimates }: FigureSource,
  { wave }: ManifestWave,
): Own[] {
  return [indicator, ...beside].flatMap((own) => {
    const rows = rowsOf(estimates, { indicator: own.id, wave, domain: plan.domain });
    return rows.length === 0 ? [] : [{ indicator: own, rows }];
  });
}

const textOf = (source: FigureSource, wave: ManifestWave, n: number) => {
  const { plan, indicator, lang } = source;
  const headline = plan.subject?.[lang] ?? indicator.label[lang];
  const by = plan.domain === 'all' ? undefined : domainLabel(plan.domain, lang);
  const text = textOver(source, [wave], headline, notesFor([], n, wave, lang));
  return { ...text, subtitle: subjectSubtitle(indicator, wave.wave, lang, by) };
};

/** Draws the answers to items of one scale, one bar each; undefined if the wave has no rows for them. */
export function drawItems(source: FigureSource, wave: ManifestWave): DrawnChart | undefined {
  const { indicator, lang } = source;
  const items = besideRows(source, wave);
  const rows = items.flatMap((item) => item.rows);
  if (rows.length === 0) return undefined;
  const data: ChartRow[] = items.flatMap((item) =>
    item.rows.map((row) =>
      chartRow(row, {
        category: item.indicator.label[lang],
        group: categoryLabel(item.indicator, row.category, lang),
      }),
    ),
  );
  const text = textOf(source, wave, rows[0]?.n ?? 0);
  const answers = rowsOf(rows, { indicator: indicator.id, wave: wave.wave, domain: 'all' });
  const spec = barDiverging({
    fields: estimateFields,
    answers: { field: 'group', order: answers.map((row) => categoryLabel(indicator, row.category, lang)) },
    text,
    axis: axisOf(source),
    categoryOrder: items.map((item) => item.indicator.label[lang]),
  });
  return finished(source, spec, { wave, rows, data, headline: text.headline });
}

/** Draws several indicators over the levels of one breakdown as a table in colours; undefined if the wave has no rows for them. */
export function drawProfile(source: FigureSource, wave: ManifestWave): DrawnChart | undefined {
  const { plan, indicator, estimates, lang } = source;
  const columns = besideRows(source, wave);
  const rows = columns.flatMap((column) => column.rows);
  if (rows.length === 0) return undefined;
  const data: ChartRow[] = columns.flatMap((column) =>
    column.rows.map((row) =>
      chartRow(row, {
        category: levelLabel(plan.domain, row.level, lang),
        group: column.indicator.label[lang],
      }),
    ),
  );
  const n = rowsOf(estimates, { indicator: indicator.id, wave: wave.wave, domain: 'all' })[0]?.n ?? 0;
  const text = textOf(source, wave, n);
  const numbers = data.flatMap(({ estimate }) => (typeof estimate === 'number' ? [estimate] : []));
  const spec = heatTable({
    fields: { row: 'category', column: 'group', estimate: 'estimate', mark: 'mark' },
    text,
    measure: axisOf(source),
    bins: niceBins(numbers.length > 0 ? numbers : [0, 1]),
    rowOrder: [...new Set(data.map((d) => String(d.category)))],
    columnOrder: columns.map((column) => column.indicator.label[lang]),
  });
  return finished(source, spec, { wave, rows, data, headline: text.headline });
}

function finished(
  source: FigureSource,
  spec: Parameters<typeof attachData>[0],
  drawn: {
    readonly wave: ManifestWave;
    readonly rows: readonly EstimateRow[];
    readonly data: ChartRow[];
    readonly headline: string;
  },
): DrawnChart {
  const { wave, rows, data, headline } = drawn;
  return { spec: withUsermeta(attachData(spec, data), metaOver(source, [wave], rows)), headline, data };
}
