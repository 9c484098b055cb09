import type { ChartText } from './chart-text.ts';
import { defaultLargest } from './number-format.ts';
import { ink } from './palette.ts';
import { chartSpec } from './parts/chart-spec.ts';
import { checkWaves } from './parts/check-waves.ts';
import { checkDistinct, checkFields, type EstimateFields } from './parts/estimate-fields.ts';
import { tickWidth } from './parts/finish-panels.ts';
import { frame } from './parts/frame.ts';
import { labelOf } from './parts/groups.ts';
import type { NumberAxis } from './parts/number-axis.ts';
import { widestNumber } from './parts/number-columns.ts';
import { ruleLayer } from './parts/rule-layer.ts';
import { textLayer } from './parts/text-layer.ts';
import type { TrendBreak } from './parts/trend-breaks.ts';
import { yearOf, yearScale } from './parts/year-scale.ts';
import { latinMarks } from './text/latin-marks.ts';
import { textWidth } from './text/text-width.ts';
import { wrapText } from './text/wrap-text.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { type ChartWidth, measures } from './widths.ts';
import { words } from './words.ts';

export interface SmallMultiplesOptions {
  /** `category` is the column of the panel. */
  fields: EstimateFields;
  text: ChartText;
  axis: NumberAxis;
  /** The column of the wave, and the waves in the order of time. */
  waves: { field: string; order: readonly string[] };
  /** Every panel, in reading order. */
  categoryOrder: readonly string[];
  categoryLabels?: Readonly<Record<string, string>>;
  breaks?: readonly Pick<TrendBreak, 'after'>[];
  zero?: boolean;
  width?: ChartWidth;
  /** Level of the intervals, 0.95 by default. */
  level?: number;
}

/**
 * The same small trend for each region, all on one scale, with intervals as bands. For comparing courses without
 * tangling their lines (FT Visual Vocabulary: change over time).
 *
 * Rows come by `attachData`, one for each category and wave; shares as 0 to 1. A row with an estimate and a mark is
 * drawn hollow; a row without an estimate shows its mark at the foot of its panel and interrupts the line.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = smallMultiples({
 *   fields: { category: 'region', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
 *   text,
 *   axis: { title: '签订劳动合同的比例', format: 'percent' },
 *   waves: { field: 'wave', order: ['2011', '2014', '2017'] },
 *   categoryOrder: ['东部', '中部', '西部', '东北'],
 * });
 */
export function smallMultiples(options: SmallMultiplesOptions): ChartSpec {
  const { fields, text, axis, waves, categoryOrder, breaks = [] } = options;
  checkFields('smallMultiples', { ...fields, wave: waves.field });
  checkDistinct('smallMultiples', 'categoryOrder', categoryOrder);
  const years = checkWaves('smallMultiples', waves.order, breaks);
  const half = options.width === 'half';
  const sizes = measures[options.width ?? 'full'];
  const small = { ...sizes.small, lineHeight: sizes.small.size * 1.25 };
  const content = sizes.width - 2 * sizes.margin;
  const gutter = tickWidth(widestNumber(axis, text.lang), small);
  const perRow = Math.min(categoryOrder.length, half ? 2 : categoryOrder.length > 6 ? 5 : 3);
  const gap = 14;
  const value = Math.ceil(textWidth(`${widestNumber(axis, text.lang)}†`, { ...small, weight: 700 })) + 4;
  const width = Math.min(half ? 200 : 300, (content - gutter) / perRow - gap);
  const height = half ? 64 : categoryOrder.length > 6 ? 72 : 96;
  const titles = categoryOrder.map((category) =>
    wrapText(latinMarks(labelOf(category, options.categoryLabels), text.lang), small, width, {
      balance: true,
    }),
  );
  const titleHeight = Math.max(...titles.map((lines) => lines.length)) * small.lineHeight + 6;
  const scale = yearScale(years, width - value, 5);
  const step = { x: width + gap, y: titleHeight + height + small.lineHeight + 12 };
  const panels = categoryOrder.map((category, index) => ({
    value: category,
    x: (index % perRow) * step.x,
    y: titleHeight + Math.floor(index / perRow) * step.y,
  }));
  const rows = Math.ceil(categoryOrder.length / perRow);
  const plot = { width: perRow * step.x - gap, height: rows * step.y - 12 };
  const language = words[text.lang];
  const framed = frame({
    text,
    sizes,
    gutter,
    plotWidth: plot.width,
    plotHeight: plot.height,
    columnHeads: [],
    plotTitle: axis.title,
    keyItems: [
      {
        symbol: { kind: 'ribbon', colour: ink.barStrong },
        label: language.ribbon(language.interval(options.level ?? 0.95)),
      },
      { symbol: { kind: 'none' }, label: language.lastWave(waves.order.at(-1) ?? '') },
    ],
    keyWidth: content,
    belowPlot: 4,
  });
  const ends = [years[0] ?? 0, years.at(-1) ?? 0];
  return chartSpec(
    text,
    plot,
    framed,
    {
      kind: 'small-multiples',
      size: options.width ?? 'full',
      fields: { ...fields, group: waves.field },
      categories: [...categoryOrder],
      groups: [...waves.order],
      labels: { ...options.categoryLabels },
      measure: { ...axis },
      largest: axis.largest ?? defaultLargest[axis.format],
      ...(axis.domain && { domain: [axis.domain[0], axis.domain[1]] }),
      mark_size: sizes.number.size,
      mark_width: sizes.number.size * 1.05,
      single_sign: true,
      signs: 'point',
      finish: {
        kind: 'panels',
        plot: {
          panels,
          width,
          height,
          zero: options.zero ?? false,
          waves: waves.order.map((wave, index) => ({ wave, x: scale.place(years[index] ?? 0) })),
          breaks: breakPlaces(waves.order, breaks).map(scale.place),
          last: { x: width, y: 7, align: 'right', size: small.size },
          scale: { kind: 'axis' },
        },
      },
    },
    [
      ...panels.flatMap(({ x, y }, index): Layer[] => [
        textLayer({
          lines: titles[index] ?? [],
          x,
          top: y - titleHeight + (titleHeight - 6 - (titles[index]?.length ?? 0) * small.lineHeight),
          font: { ...small, weight: 700 },
        }),
        ruleLayer({ x, x2: x + width, y: y + height, y2: y + height, colour: ink.axis, strokeWidth: 1 }),
        ...ends.map((year, end) =>
          textLayer({
            lines: [`${year}`],
            x: x + scale.place(year) + (end === 0 ? -5 : 5),
            top: y + height + 3,
            font: small,
            align: end === 0 ? 'left' : 'right',
            colour: ink.quiet,
          }),
        ),
        ...breakPlaces(waves.order, breaks).map((year) =>
          ruleLayer({
            x: x + scale.place(year),
            x2: x + scale.place(year),
            y,
            y2: y + height,
            colour: ink.quiet,
            strokeWidth: 1,
            strokeDash: [3, 3],
          }),
        ),
      ]),
      ...framed.layers,
    ],
  );
}

/** Years halfway between the waves on both sides of each break. */
export function breakPlaces(
  waves: readonly string[],
  breaks: readonly Pick<TrendBreak, 'after'>[],
): number[] {
  return breaks.map(({ after }) => {
    const index = waves.indexOf(after);
    const year = (at: number) => yearOf('breaks', waves[at] ?? '');
    return (year(index) + year(index + 1)) / 2;
  });
}
