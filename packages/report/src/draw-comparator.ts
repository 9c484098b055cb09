import { attachData, type ChartRow, type ComparatorSource, comparator, withUsermeta } from '@wavebook/charts';
import {
  type Indicator,
  type Language,
  type ManifestWave,
  type PublishedValue,
  unitLabels,
} from '@wavebook/schema';
import type { ChartEvidence } from './chart-evidence.ts';
import { chartRow } from './chart-row.ts';
import type { DrawnChart } from './drawn-chart.ts';
import { formats } from './formats.ts';
import { isForEverybody } from './published-series.ts';
import { headlineOf } from './words/headline.ts';
import { rowsOf } from './words/labels.ts';
import { notesFor } from './words/notes.ts';
import { subtitleOf } from './words/subtitle.ts';
import { waveSource } from './words/wave-source.ts';

/** Other sources drawn at most; the book's table has them all. */
const mostSources = 8;

const yearOf = ({ year }: PublishedValue, lang: Language): string => {
  if (year === '') return lang === 'zh' ? '年份未说明' : 'year not stated';
  return lang === 'zh' ? `${year}年` : year;
};

const sourceOf = (value: PublishedValue, lang: Language): ComparatorSource => ({
  id: value.id,
  name: lang === 'zh' ? value.source_zh : value.source_en,
  population: lang === 'zh' ? value.population_zh : value.population_en,
  year: yearOf(value, lang),
  definition: lang === 'zh' ? value.definition_zh : value.definition_en,
});

/**
 * Draws an indicator's level beside the figures of other sources for the whole of their own populations, latest first and those of no stated year last; undefined if there is
 * none.
 */
export function drawComparator(
  indicator: Indicator,
  { rows: estimates, published }: Pick<ChartEvidence, 'rows' | 'published'>,
  wave: ManifestWave,
  lang: Language,
): DrawnChart | undefined {
  const overall = rowsOf(estimates, { indicator: indicator.id, wave: wave.wave, domain: 'all' });
  const ours = overall[0];
  const others = published
    .filter((value) => isForEverybody(value, indicator) && value.relation === 'equal')
    .sort((a, b) => (a.year < b.year ? 1 : a.year > b.year ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, mostSources);
  if (!ours || others.length === 0) return undefined;
  const headline = headlineOf(indicator, [ours], [], lang);
  const data: ChartRow[] = [
    chartRow(ours, { category: 'ours', group: null }),
    ...others.map((value) => ({
      id: value.id,
      wave: value.year,
      level: 'all',
      category: value.id,
      group: null,
      estimate: value.value,
      ci_low: null,
      ci_high: null,
      n: null,
      mark: null,
      reason: null,
    })),
  ];
  const spec = comparator({
    fields: { category: 'category', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
    text: {
      headline,
      subtitle: subtitleOf(indicator, 'all', wave.wave, lang),
      notes: notesFor({ n: ours.n, wave, mark: 'comparator' }, lang),
      synthetic: wave.synthetic,
      source: waveSource([wave], lang),
      lang,
    },
    axis: { title: unitLabels[indicator.unit][lang], ...formats[indicator.unit] },
    ours: [
      {
        id: 'ours',
        name: lang === 'zh' ? '本书估计' : 'This book',
        population: indicator.universe_label[lang],
        year: lang === 'zh' ? `${wave.wave}年` : wave.wave,
      },
    ],
    others: others.map((value) => sourceOf(value, lang)),
  });
  const meta = {
    indicator: indicator.id,
    instrument: wave.instrument,
    wave: wave.wave,
    design: wave.design,
    synthetic: wave.synthetic,
    estimates: [ours.id],
    published: others.map((value) => value.id),
  };
  return { spec: withUsermeta(attachData(spec, data), meta), headline, data };
}
