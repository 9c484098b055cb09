import {
  attachData,
  type ChartRow,
  heatTable,
  niceBins,
  originDestinationMatrix,
  withUsermeta,
} from '@wavebook/charts';
import { type EstimateRow, type ManifestWave, provinceRegions } from '@wavebook/schema';
import { chartRow } from '../chart-row.ts';
import { trendNotes } from '../draw-trend.ts';
import type { DrawnChart } from '../drawn-chart.ts';
import { headlineOf, trendHeadlineOverGroups } from '../words/headline.ts';
import { categoryLabel, levelLabel, rowsOf } from '../words/labels.ts';
import { notesFor } from '../words/notes.ts';
import {
  answerCodes,
  axisOf,
  type FigureSource,
  figureRows,
  metaOver,
  textOver,
  wavesWith,
} from './figure-source.ts';

const notMeasured = { zh: '该轮未测', en: 'Not measured in this wave' };
const noCase = { zh: '样本中没有', en: 'None in the sample' };
const cellFields = { estimate: 'estimate', mark: 'mark' } as const;

/** Levels and their labels in the order of appearance. */
const distinct = (values: readonly string[]): string[] => [...new Set(values)];

function measureOf(source: FigureSource, data: readonly ChartRow[]) {
  const numbers = data.flatMap(({ estimate }) => (typeof estimate === 'number' ? [estimate] : []));
  return { measure: axisOf(source), bins: niceBins(numbers.length > 0 ? numbers : [0, 1]) };
}

/** One breakdown over the waves as a table, by the trend variant. */
function drawOverWaves(source: FigureSource): DrawnChart | undefined {
  const { plan, indicator, estimates, lang } = source;
  const measured = wavesWith(source, 'trend');
  if (measured.length === 0) return undefined;
  const rows = measured.flatMap((wave) => figureRows(source, wave, 'trend'));
  const overall = measured.flatMap((wave) =>
    rowsOf(estimates, { indicator: indicator.id, wave: wave.wave, domain: 'all', variant: 'trend' }),
  );
  const headline = trendHeadlineOverGroups(indicator, overall, lang, source.comparisons);
  const data = rows.map((row) =>
    chartRow(row, { category: levelLabel(plan.domain, row.level, lang), group: row.wave }),
  );
  const spec = heatTable({
    fields: { row: 'category', column: 'group', ...cellFields },
    text: textOver(source, measured, headline, trendNotes(indicator, measured, overall, lang)),
    ...measureOf(source, data),
    rowOrder: distinct(data.map(({ category }) => String(category))),
    columnOrder: measured.map(({ wave }) => wave),
    absent: notMeasured[lang],
  });
  return { spec: withUsermeta(attachData(spec, data), metaOver(source, measured, rows)), headline, data };
}

/** Two breakdowns, or one breakdown and the answers of a structure, in one wave. */
function drawCrossed(source: FigureSource, wave: ManifestWave): DrawnChart | undefined {
  const { indicator, estimates, lang } = source;
  const rows = figureRows(source, wave, 'level');
  if (rows.length === 0) return undefined;
  const overall = rowsOf(estimates, { indicator: indicator.id, wave: wave.wave, domain: 'all' });
  const isStructure = indicator.measure.kind === 'structure';
  const headline = headlineOf(indicator, overall, isStructure ? [] : rows, lang, source.comparisons);
  const data = rows.map((row) => chartRow(row, cellLabels(source, row)));
  const columns = isStructure
    ? answerCodes(indicator).map((code) => categoryLabel(indicator, code, lang))
    : distinct(data.map(({ group }) => String(group)));
  const spec = heatTable({
    fields: { row: 'category', column: 'group', ...cellFields },
    text: textOver(
      source,
      [wave],
      headline,
      notesFor({ n: (overall[0] ?? rows[0])?.n ?? 0, wave, mark: source.plan.mark }, lang),
    ),
    ...measureOf(source, data),
    rowOrder: distinct(data.map(({ category }) => String(category))),
    columnOrder: columns.filter((column) => data.some(({ group }) => group === column)),
    absent: noCase[lang],
  });
  return { spec: withUsermeta(attachData(spec, data), metaOver(source, [wave], rows)), headline, data };

  function cellLabels({ plan: { domain } }: FigureSource, row: EstimateRow) {
    const [outer = '', inner] = domain.split(':');
    if (isStructure)
      return {
        category: levelLabel(domain, row.level, lang),
        group: categoryLabel(indicator, row.category, lang),
      };
    const [first = '', second = ''] = row.level.split(':');
    return { category: levelLabel(inner ?? '', second, lang), group: levelLabel(outer, first, lang) };
  }
}

/** A table of one breakdown over the waves, of two breakdowns, or of a breakdown and answers. */
export function drawHeat(source: FigureSource, wave: ManifestWave): DrawnChart | undefined {
  const isCrossed = source.plan.domain.includes(':') || source.indicator.measure.kind === 'structure';
  return isCrossed ? drawCrossed(source, wave) : drawOverWaves(source);
}

/** Most pairs of places are small, and the diagonal is large. */
const flowBins = [0.02, 0.05, 0.1, 0.25] as const;

/** Where migrants come from, an answer that is a province, against where they live; provinces by region. */
export function drawMatrix(source: FigureSource, wave: ManifestWave): DrawnChart | undefined {
  const { plan, indicator, lang } = source;
  const rows = figureRows(source, wave, 'level');
  if (rows.length === 0) return undefined;
  const destinationOf = (code: string): string => levelLabel(plan.domain, code, lang);
  const originOf = (code: string): string => categoryLabel(indicator, code, lang);
  const headline = headlineOf(
    indicator,
    figureRows({ ...source, plan: { ...plan, domain: 'all' } }, wave, 'level'),
    [],
    lang,
  );
  const data = rows.map((row) =>
    chartRow(row, { category: originOf(row.category), group: destinationOf(row.level) }),
  );
  const origins = distinct(rows.map(({ category }) => category)).sort(byRegion);
  const destinations = distinct(rows.map(({ level }) => level)).sort(byRegion);
  const startsOf = (places: readonly string[]): string[] =>
    places.filter((place, index) => index > 0 && regionOf(places[index - 1] ?? '') !== regionOf(place));
  const n = rows.reduce((sum, row) => sum + (row.category === origins[0] ? row.n : 0), 0);
  const spec = originDestinationMatrix({
    fields: { origin: 'category', destination: 'group', ...cellFields },
    text: textOver(source, [wave], headline, notesFor({ n, wave, mark: plan.mark }, lang)),
    measure: axisOf(source),
    bins: flowBins,
    origins: origins.map(originOf),
    destinations: destinations.map(destinationOf),
    regionStarts: distinct([
      ...startsOf(origins).map(originOf),
      ...startsOf(destinations).map(destinationOf),
    ]),
  });
  return { spec: withUsermeta(attachData(spec, data), metaOver(source, [wave], rows)), headline, data };
}

const regions = ['east', 'central', 'west', 'north_east'];
const regionOf = (province: string): number =>
  regions.indexOf((provinceRegions as Readonly<Record<string, string>>)[province] ?? '');
const byRegion = (a: string, b: string): number => regionOf(a) - regionOf(b) || (a < b ? -1 : 1);
