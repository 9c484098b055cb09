import type { ChartText } from './chart-text.ts';
import { defaultLargest } from './number-format.ts';
import { ink } from './palette.ts';
import { chartSpec } from './parts/chart-spec.ts';
import { checkTrend } from './parts/check-trend.ts';
import type { EstimateFields } from './parts/estimate-fields.ts';
import { frame } from './parts/frame.ts';
import { colourAt, type DotGroup, labelOf, shapeAt } from './parts/groups.ts';
import type { KeyItem } from './parts/key.ts';
import { type NumberAxis, numberEncoding } from './parts/number-axis.ts';
import { ruleLayer } from './parts/rule-layer.ts';
import { type TrendBreak, trendBreaks } from './parts/trend-breaks.ts';
import { publishedPoints, type Series, seriesLayers } from './parts/trend-layers.ts';
import type { TrendPlot } from './parts/trend-plot.ts';
import { yearLabels } from './parts/year-labels.ts';
import { yearOf, yearScale } from './parts/year-scale.ts';
import { latinMarks } from './text/latin-marks.ts';
import { textWidth } from './text/text-width.ts';
import { wrapText } from './text/wrap-text.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { type ChartWidth, measures } from './widths.ts';
import { words } from './words.ts';

/** Figures of another source for the same measure. */
export interface PublishedSeries {
  /** Who published them, and for which population. */
  label: string;
  points: readonly { year: number; value: number }[];
}

export interface LineTrendOptions {
  /** `category` is the column of the wave. */
  fields: EstimateFields;
  text: ChartText;
  axis: NumberAxis;
  /** Waves in the order of time; each begins with its year: `2017`, `2009-baseline`. */
  waves: readonly string[];
  /** Labels of the waves that are not named by their year. */
  waveLabels?: Readonly<Record<string, string>>;
  /** One line for each group. */
  group?: DotGroup;
  /** Where the line is interrupted. */
  breaks?: readonly TrendBreak[];
  published?: PublishedSeries;
  /** How intervals are drawn: a whisker through each point, or a band along the line. */
  interval?: 'whisker' | 'ribbon';
  /** Start the axis from zero; by default it spans the data. */
  zero?: boolean;
  width?: ChartWidth;
  /** Level of the intervals, 0.95 by default. */
  level?: number;
}

/**
 * An indicator over the waves of a survey: points with confidence intervals at the true distance of their years,
 * joined by a light line that is interrupted where the question, its codes or its population changed (FT Visual
 * Vocabulary: change over time). Figures of another source stand as hollow grey diamonds and are never joined.
 *
 * Rows come by `attachData`, one for each wave (and group) that has the question; shares as 0 to 1. A row with an
 * estimate and a mark is drawn hollow; a row without an estimate shows its mark under the axis.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = lineTrend({
 *   fields: { category: 'wave', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
 *   text,
 *   axis: { title: '签订劳动合同的比例', format: 'percent' },
 *   waves: ['2011', '2014', '2016', '2017'],
 *   breaks: [{ after: '2014', label: '问题改为三个选项' }],
 * });
 */
export function lineTrend(options: LineTrendOptions): ChartSpec {
  checkTrend(options);
  const { fields, text, axis, waves, group, published, breaks = [] } = options;
  const { lang } = text;
  const sizes = measures[options.width ?? 'full'];
  const half = options.width === 'half';
  const level = words[lang].interval(options.level ?? 0.95);
  const largest = axis.largest ?? defaultLargest[axis.format];
  const series = trendSeries(group, half ? 78 : 140, sizes.small, lang);
  const names = Math.max(
    0,
    ...series.flatMap(({ lines }) => lines.map((line) => textWidth(line, sizes.small))),
  );
  const right = names === 0 ? 8 : Math.ceil(names) + 40;
  const gutter = Math.ceil(textWidth(axis.format === 'percent' ? '−12.5%' : '-99,999', sizes.small)) + 8;
  const width = sizes.width - 2 * sizes.margin - gutter - right;
  const height = half ? 190 : 270;

  const years = waves.map((wave) => yearOf('lineTrend', wave));
  const allYears = [...years, ...(published?.points ?? []).map(({ year }) => year)];
  const spread = Math.min(
    half ? 6 : 9,
    (0.6 * width) / (Math.max(...allYears) - Math.min(...allYears) + 1) / series.length,
  );
  const scale = yearScale(allYears, width, (half ? 20 : 34) + (spread * series.length) / 2);
  const drawn: Series[] = series.map((one, index) => ({
    ...one,
    ...(group && { groupField: group.field }),
    offset: (index - (series.length - 1) / 2) * spread,
    colour: group ? colourAt(index) : ink.barStrong,
    shape: shapeAt(index),
  }));
  const placedBreaks = breaks.map(({ after, label }) => {
    const index = waves.indexOf(after);
    return { label, year: ((years[index] ?? 0) + (years[index + 1] ?? 0)) / 2 };
  });
  const changes = trendBreaks(
    placedBreaks.map(({ label, year }) => ({ label, x: scale.place(year) })),
    { first: -gutter, last: width + right },
    sizes,
    lang,
  );
  const lane = fields.mark === undefined ? 0 : sizes.number.size + 1;
  const labels = yearLabels(tickLabels(options, years, scale.place), lane, sizes);
  const keyItems: KeyItem[] = [
    options.interval === 'ribbon'
      ? {
          symbol: { kind: 'ribbon', colour: group ? ink.quiet : ink.barStrong },
          label: words[lang].ribbon(level),
        }
      : {
          symbol: { kind: 'whisker', colour: group ? ink.quiet : ink.barStrong },
          label: words[lang].estimateAnd(level),
        },
    ...(published
      ? [
          {
            symbol: { kind: 'point' as const, colour: ink.published, shape: 'diamond', hollow: true },
            label: `${words[lang].anotherSource}${published.label}`,
          },
        ]
      : []),
  ];
  const framed = frame({
    text,
    sizes,
    gutter,
    plotWidth: width,
    plotHeight: height,
    columnHeads: [],
    plotTitle: axis.title,
    keyItems,
    abovePlot: Math.max(6, changes.height),
    belowPlot: labels.height,
  });
  const ticks = half ? 4 : 5;
  const x = {
    field: 'trend_year',
    type: 'quantitative' as const,
    scale: { domain: scale.domain, nice: false, zero: false },
    axis: null,
  };
  const number = numberEncoding(axis, lang, options.zero ?? false, width);
  const y = { ...number, axis: { ...number.axis, tickCount: ticks } };
  const segment = placedBreaks.map(({ year }) => `(datum.trend_year > ${year})`).join(' + ') || '0';
  const rows: Layer = {
    transform: [
      { calculate: `toNumber(slice(datum[${JSON.stringify(fields.category)}], 0, 4))`, as: 'trend_year' },
      { calculate: segment, as: 'trend_segment' },
    ],
    layer: seriesLayers(drawn, fields, {
      x,
      y,
      marksAt: height + lane / 2 + 3,
      size: sizes.number.size,
      ribbon: options.interval === 'ribbon',
    }),
  };
  const trend: TrendPlot = {
    size: options.width ?? 'full',
    width,
    height,
    right: width + right,
    zero: options.zero ?? false,
    ticks,
    waves: waves.map((wave, index) => ({ wave, x: scale.place(years[index] ?? 0) })),
    series: drawn.map(({ value, lines, offset }) => ({ value, lines, offset })),
    breaks: placedBreaks.map(({ year }) => scale.place(year)),
    published: (published?.points ?? []).map(({ year, value }) => ({ x: scale.place(year), value })),
  };
  const baseline = { x: 0, x2: width, y: height, y2: height, colour: ink.axis, strokeWidth: 1 };
  return chartSpec(
    text,
    { width, height },
    framed,
    {
      kind: 'line-trend',
      size: options.width ?? 'full',
      fields: { ...fields, ...(group && { group: group.field }) },
      categories: [...waves],
      ...(group && { groups: [...group.order], group_labels: { ...group.labels } }),
      labels: { ...options.waveLabels },
      measure: { ...axis },
      largest,
      ...(axis.domain && { domain: [axis.domain[0], axis.domain[1]] }),
      mark_size: sizes.number.size,
      mark_width: sizes.number.size * 1.05,
      single_sign: true,
      signs: 'point',
      finish: { kind: 'trend', plot: trend },
    },
    [
      ...changes.layers(height),
      ...publishedPoints(published?.points ?? [], { x, y }),
      rows,
      ruleLayer(baseline),
      ...labels.layers(height),
      ...framed.layers,
    ],
  );
}

function trendSeries(
  group: DotGroup | undefined,
  widest: number,
  font: (typeof measures)['full']['small'],
  lang: ChartText['lang'],
): { value: string | null; lines: string[] }[] {
  if (!group) return [{ value: null, lines: [] }];
  return group.order.map((value) => ({
    value,
    lines: wrapText(latinMarks(labelOf(value, group.labels), lang), font, widest, { balance: true }),
  }));
}

function tickLabels(
  { waves, waveLabels, published, text }: LineTrendOptions,
  years: readonly number[],
  place: (year: number) => number,
) {
  const ofWaves = waves.map((wave, index) => ({
    x: place(years[index] ?? 0),
    label: latinMarks(
      waveLabels && Object.hasOwn(waveLabels, wave) ? (waveLabels[wave] ?? '') : `${years[index]}`,
      text.lang,
    ),
  }));
  const others = [...new Set((published?.points ?? []).map(({ year }) => year))]
    .filter((year) => !years.includes(year))
    .map((year) => ({ x: place(year), label: `${year}` }));
  return [...ofWaves, ...others];
}
