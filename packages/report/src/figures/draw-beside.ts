import {
  attachData,
  barDiverging,
  barWithIntervals,
  type ChartRow,
  type ChartSpec,
  heatTable,
  niceBins,
  withUsermeta,
} from '@wavebook/charts';
import type { EstimateRow, Indicator, Language, ManifestWave } from '@wavebook/schema';
import { chartRow } from '../chart-row.ts';
import type { DrawnChart } from '../drawn-chart.ts';
import { inSentence, levelInSentence } from '../words/findings/in-sentence.ts';
import { categoryLabel, domainLabel, levelLabel, rowsOf } from '../words/labels.ts';
import { notesFor } from '../words/notes.ts';
import { rangeHeadline } from '../words/range-headline.ts';
import { subjectSubtitle } from '../words/subtitle.ts';
import { axisOf, estimateFields, type FigureSource, metaOver, textOver } from './figure-source.ts';

interface Own {
  readonly indicator: Indicator;
  readonly rows: readonly EstimateRow[];
  /** Respondents behind the indicator, all groups together. */
  readonly n: number;
}

/** The indicators of a figure with their rows in one wave; those without are left out. */
function besideRows(
  { plan, indicator, beside = [], estimates }: FigureSource,
  { wave }: ManifestWave,
): Own[] {
  return [indicator, ...beside].flatMap((own) => {
    const rows = rowsOf(estimates, { indicator: own.id, wave, domain: plan.domain });
    const all = rowsOf(estimates, { indicator: own.id, wave, domain: 'all' })[0];
    return rows.length === 0 ? [] : [{ indicator: own, rows, n: (all ?? rows[0])?.n ?? 0 }];
  });
}

/** Indicators that a headline without a subject names. */
const NAMED = 3;

const named = (own: readonly Own[], lang: Language): string => {
  const names = own.slice(0, NAMED).map(({ indicator }) => indicator.label[lang]);
  if (lang === 'zh') return `${names.join('、')}${own.length > NAMED ? '等' : ''}`;
  return `${names.join('; ')}${own.length > NAMED ? ' and others' : ''}`;
};

interface Drawing {
  readonly source: FigureSource;
  readonly wave: ManifestWave;
  readonly own: readonly Own[];
  readonly data: readonly ChartRow[];
  /** What the headline adds to the subject. */
  readonly told: string;
}

/** A figure of several indicators, from what its kind builds with the words around it. */
function finished(
  { source, wave, own, data, told }: Drawing,
  build: (text: ReturnType<typeof textOver>) => ChartSpec,
): DrawnChart {
  const { plan, lang } = source;
  const subject = plan.subject?.[lang] ?? named(own, lang);
  const headline = told === '' ? subject : `${subject}${lang === 'zh' ? '：' : ': '}${told}`;
  const by = plan.domain === 'all' ? undefined : domainLabel(plan.domain, lang);
  const sizes = own.map(({ n }) => n);
  const notes = notesFor({ n: [Math.min(...sizes), Math.max(...sizes)], wave, mark: plan.mark }, lang);
  const indicators = own.map((one) => one.indicator) as [Indicator, ...Indicator[]];
  const text = {
    ...textOver(source, [wave], headline, notes),
    subtitle: subjectSubtitle(indicators, wave.wave, lang, by),
  };
  const rows = own.flatMap((one) => one.rows);
  const meta = metaOver(source, [wave], rows);
  return { spec: withUsermeta(attachData(build(text), data), meta), headline, data: [...data] };
}

/** Draws several indicators for everybody, a bar each, largest first; undefined if the wave has no rows for them. */
export function drawIndicators(source: FigureSource, wave: ManifestWave): DrawnChart | undefined {
  const { lang } = source;
  const size = ({ rows: [row] }: Own): number =>
    row && !row.suppressed && row.estimate !== null ? row.estimate : Number.NEGATIVE_INFINITY;
  const own = besideRows(source, wave).sort((a, b) => size(b) - size(a));
  if (own.length === 0) return undefined;
  const data = own.flatMap((one) =>
    one.rows.map((row) => chartRow(row, { category: one.indicator.label[lang], group: null })),
  );
  const told = rangeHeadline(
    own.flatMap((one) =>
      one.rows.map((row) => [row, [inSentence(one.indicator.label[lang], lang)]] as const),
    ),
    lang,
  );
  return finished({ source, wave, own, data, told }, (text) =>
    barWithIntervals({
      fields: estimateFields,
      text,
      axis: axisOf(source),
      categoryOrder: own.map((one) => one.indicator.label[lang]),
    }),
  );
}

/** Draws the answers to items of one scale, one bar each; undefined if the wave has no rows for them. */
export function drawItems(source: FigureSource, wave: ManifestWave): DrawnChart | undefined {
  const { indicator, lang } = source;
  const own = besideRows(source, wave);
  const [first] = own;
  if (!first) return undefined;
  const answers = first.rows.map(({ category }) => category);
  const data = own.flatMap((item) =>
    item.rows.map((row) =>
      chartRow(row, {
        category: item.indicator.label[lang],
        group: categoryLabel(item.indicator, row.category, lang),
      }),
    ),
  );
  const most = answers.at(-1) as string;
  const ends = own.flatMap((item) =>
    item.rows
      .filter(({ category }) => category === most)
      .map((row) => [row, [inSentence(item.indicator.label[lang], lang)]] as const),
  );
  const range = rangeHeadline(ends, lang);
  const told =
    range === '' ? '' : `${categoryLabel(indicator, most, lang)}${lang === 'zh' ? '' : ', '}${range}`;
  return finished({ source, wave, own, data, told }, (text) =>
    barDiverging({
      fields: estimateFields,
      answers: { field: 'group', order: answers.map((answer) => categoryLabel(indicator, answer, lang)) },
      text,
      axis: axisOf(source),
      categoryOrder: own.map((item) => item.indicator.label[lang]),
    }),
  );
}

/** Draws several indicators over the levels of one breakdown as a table in colours; undefined if the wave has no rows for them. */
export function drawProfile(source: FigureSource, wave: ManifestWave): DrawnChart | undefined {
  const { plan, lang } = source;
  const own = besideRows(source, wave);
  if (own.length === 0) return undefined;
  const nameOf = (row: EstimateRow): string => levelLabel(plan.domain, row.level, lang);
  const spoken = (row: EstimateRow): string => levelInSentence(plan.domain, nameOf(row), lang);
  const data = own.flatMap((column) =>
    column.rows.map((row) => chartRow(row, { category: nameOf(row), group: column.indicator.label[lang] })),
  );
  const told = rangeHeadline(
    own.flatMap((column) =>
      column.rows.map((row) => [row, [inSentence(column.indicator.label[lang], lang), spoken(row)]] as const),
    ),
    lang,
  );
  const numbers = data.flatMap(({ estimate }) => (typeof estimate === 'number' ? [estimate] : []));
  return finished({ source, wave, own, data, told }, (text) =>
    heatTable({
      fields: { row: 'category', column: 'group', estimate: 'estimate', mark: 'mark' },
      text,
      measure: axisOf(source),
      bins: niceBins(numbers.length > 0 ? numbers : [0, 1]),
      rowOrder: [...new Set(data.map((d) => String(d.category)))],
      columnOrder: own.map((column) => column.indicator.label[lang]),
    }),
  );
}
