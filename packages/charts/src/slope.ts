import type { ChartText } from './chart-text.ts';
import { defaultLargest } from './number-format.ts';
import { ink } from './palette.ts';
import { chartSpec } from './parts/chart-spec.ts';
import { checkDistinct, checkFields, type EstimateFields } from './parts/estimate-fields.ts';
import { frame } from './parts/frame.ts';
import { labelOf } from './parts/groups.ts';
import type { KeyItem } from './parts/key.ts';
import { type NumberAxis, numberEncoding } from './parts/number-axis.ts';
import { widestNumber } from './parts/number-columns.ts';
import { groupKey, hasEstimate, hasInterval, hasMark, isOneOf } from './parts/predicates.ts';
import { ruleLayer } from './parts/rule-layer.ts';
import { textLayer } from './parts/text-layer.ts';
import { latinMarks } from './text/latin-marks.ts';
import { textWidth } from './text/text-width.ts';
import { wrapText } from './text/wrap-text.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { type ChartWidth, measures } from './widths.ts';
import { words } from './words.ts';

export interface SlopeOptions {
  fields: EstimateFields;
  text: ChartText;
  axis: NumberAxis;
  /** The column of the wave, and the two waves, the earlier first. */
  waves: { field: string; order: readonly [string, string]; labels?: Readonly<Record<string, string>> };
  /** Every line. */
  categoryOrder: readonly string[];
  categoryLabels?: Readonly<Record<string, string>>;
  /** Lines to stand out. */
  emphasis?: readonly string[];
  /** What changed between the waves, if they do not compare: the lines are then left out. */
  break?: string;
  zero?: boolean;
  width?: ChartWidth;
  /** Level of the intervals, 0.95 by default. */
  level?: number;
}

/**
 * Two waves side by side and a line between them for each category, with its numbers at both ends. For showing which
 * categories rose and which fell (FT Visual Vocabulary: change over time).
 *
 * Rows come by `attachData`, one for each category and wave; shares as 0 to 1. A row with an estimate and a mark is
 * drawn hollow; a row without an estimate shows its mark under the others, and no line is drawn.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = slope({
 *   fields: { category: 'region', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
 *   waves: { field: 'wave', order: ['2011', '2017'] },
 *   text,
 *   axis: { title: '签订劳动合同的比例', format: 'percent' },
 *   categoryOrder: ['东部', '中部', '西部', '东北'],
 *   emphasis: ['东部'],
 * });
 */
export function slope(options: SlopeOptions): ChartSpec {
  const { fields, text, axis, waves, categoryOrder, emphasis = [] } = options;
  checkFields('slope', { ...fields, wave: waves.field });
  checkDistinct('slope', 'categoryOrder', categoryOrder);
  checkDistinct('slope', 'waves.order', waves.order);
  const half = options.width === 'half';
  const sizes = measures[options.width ?? 'full'];
  const small = sizes.small;
  const bold = { ...small, weight: 700 as const };
  const number = textWidth(`${widestNumber(axis, text.lang)}†`, bold);
  const names = categoryOrder.map((value) =>
    wrapText(latinMarks(labelOf(value, options.categoryLabels), text.lang), bold, half ? 96 : 230, {
      balance: true,
    }),
  );
  const nameWidth = Math.max(...names.flat().map((line) => textWidth(line, bold)));
  const gutter = Math.ceil(number) + 26;
  const right = Math.ceil(number + nameWidth) + 36;
  const content = sizes.width - 2 * sizes.margin;
  const width = Math.min(content - gutter - right, half ? 260 : 420);
  const height = Math.max(half ? 200 : 280, names.flat().length * small.size * 1.3);
  const waveNames = waves.order.map((wave) => latinMarks(labelOf(wave, waves.labels), text.lang));
  const interval = words[text.lang].interval(options.level ?? 0.95);
  const keyItems: KeyItem[] = [
    { symbol: { kind: 'whisker', colour: ink.bar }, label: words[text.lang].estimateAnd(interval) },
  ];
  const breakLines =
    options.break === undefined
      ? []
      : wrapText(latinMarks(options.break, text.lang), small, width - 24, { balance: true });
  const framed = frame({
    text,
    sizes,
    gutter,
    plotWidth: width,
    plotHeight: height,
    columnHeads: [],
    plotTitle: axis.title,
    keyItems,
    keyWidth: content,
    abovePlot: small.lineHeight + 6,
    belowPlot: 12,
  });
  const y = { ...numberEncoding(axis, text.lang, options.zero ?? false, width), axis: null };
  const at = waves.order.map((wave, index) => ({ wave, x: index * width }));
  return chartSpec(
    text,
    { width, height },
    framed,
    {
      kind: 'slope',
      size: options.width ?? 'full',
      fields: { ...fields, group: waves.field },
      categories: [...categoryOrder],
      groups: [...waves.order],
      labels: { ...options.categoryLabels },
      group_labels: { ...waves.labels },
      measure: { ...axis },
      largest: axis.largest ?? defaultLargest[axis.format],
      ...(axis.domain && { domain: [axis.domain[0], axis.domain[1]] }),
      mark_size: sizes.number.size,
      mark_width: sizes.number.size * 1.05,
      single_sign: true,
      signs: 'point',
      finish: {
        kind: 'slope',
        plot: {
          width,
          height,
          zero: options.zero ?? false,
          waves: [waves.order[0], waves.order[1]],
          lines: categoryOrder.map((value, index) => ({
            value,
            label: names[index] ?? [],
            strong: emphasis.includes(value),
          })),
        },
      },
    },
    [
      ...at.map(({ x }) => ruleLayer({ x, x2: x, y: 0, y2: height, colour: ink.rule, strokeWidth: 1 })),
      ...(options.break === undefined
        ? lines(options, at, y)
        : [
            ruleLayer({
              x: width / 2,
              x2: width / 2,
              y: 0,
              y2: height,
              colour: ink.quiet,
              strokeWidth: 1,
              strokeDash: [3, 3],
            }),
            textLayer({
              lines: breakLines,
              x: width / 2,
              top: -4 - breakLines.length * small.lineHeight,
              font: small,
              align: 'center',
              colour: ink.quiet,
            }),
          ]),
      ...at.flatMap(({ wave, x }) => points(options, wave, x, y)),
      ...at.map(({ x }, index) =>
        textLayer({
          lines: [waveNames[index] ?? ''],
          x,
          top: -small.lineHeight - 6,
          font: { ...sizes.label, weight: 700 },
          align: 'center',
        }),
      ),
      ...framed.layers,
    ],
  );
}

type YEncoding = Omit<ReturnType<typeof numberEncoding>, 'axis'> & { axis: null };

/** A line for each category whose estimate is shown in both waves, the strong ones on top. */
function lines(
  { fields, waves, emphasis = [] }: SlopeOptions,
  at: readonly { wave: string; x: number }[],
  y: YEncoding,
): Layer[] {
  const estimate = `datum[${JSON.stringify(fields.estimate)}]`;
  const ofWave = (wave: string) =>
    `${isOneOf(waves.field, [wave])} && isValid(${estimate}) ? ${estimate} : null`;
  const [before, after] = at;
  const draw = (strong: boolean): Layer => ({
    transform: [
      groupKey(fields.category),
      { calculate: ofWave(before?.wave ?? ''), as: 'slope_before' },
      { calculate: ofWave(after?.wave ?? ''), as: 'slope_after' },
      {
        aggregate: [
          { op: 'max', field: 'slope_before', as: 'slope_from' },
          { op: 'max', field: 'slope_after', as: 'slope_to' },
        ],
        groupby: [fields.category, 'group_key'],
      },
      {
        filter: {
          and: [
            { field: 'slope_from', valid: true },
            { field: 'slope_to', valid: true },
            strong ? isOneOf(fields.category, emphasis) : { not: isOneOf(fields.category, emphasis) },
          ],
        },
      },
    ],
    mark: {
      type: 'rule',
      color: strong ? ink.barStrong : ink.bar,
      strokeWidth: strong ? 2.25 : 1.25,
    },
    encoding: {
      x: { value: before?.x ?? 0 },
      x2: { value: after?.x ?? 0 },
      y: { field: 'slope_from', ...y },
      y2: { field: 'slope_to' },
    },
  });
  return emphasis.length === 0 ? [draw(false)] : [draw(false), draw(true)];
}

function points(
  { fields, waves, emphasis = [] }: SlopeOptions,
  wave: string,
  x: number,
  y: YEncoding,
): Layer[] {
  const own = { filter: isOneOf(waves.field, [wave]) };
  const colour = {
    condition: { test: isOneOf(fields.category, emphasis), value: ink.barStrong },
    value: ink.bar,
  };
  const point = { type: 'point', shape: 'circle', size: 46, opacity: 1, x } as const;
  const layers: Layer[] = [
    {
      transform: [own, { filter: { and: [hasEstimate(fields), hasInterval(fields)] } }],
      mark: { type: 'rule', strokeWidth: 1.5, x },
      encoding: { y: { field: fields.low, ...y }, y2: { field: fields.high }, stroke: colour },
    },
    {
      transform: [own, { filter: hasEstimate(fields) }],
      mark: { ...point, strokeWidth: 1 },
      encoding: { y: { field: fields.estimate, ...y }, fill: colour, stroke: colour },
    },
  ];
  if (fields.mark === undefined) return layers;
  return [
    ...layers,
    {
      transform: [own, { filter: { and: [hasEstimate(fields), hasMark(fields.mark)] } }],
      mark: { ...point, strokeWidth: 1.5, fill: ink.paper },
      encoding: { y: { field: fields.estimate, ...y }, stroke: colour },
    },
  ];
}
