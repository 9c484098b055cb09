import type { ChartText } from '../chart-text.ts';
import { defaultLargest } from '../number-format.ts';
import type { ChartSpec, Layer } from '../vega-lite.ts';
import { type ChartWidth, type Measures, measures, slide } from '../widths.ts';
import { words } from '../words.ts';
import { categoryAxis } from './category-axis.ts';
import { chartSpec } from './chart-spec.ts';
import type { ChartContract } from './contract.ts';
import { checkDistinct, checkFields, type EstimateFields } from './estimate-fields.ts';
import { frame } from './frame.ts';
import type { KeyItem } from './key.ts';
import { type NumberAxis, numberEncoding } from './number-axis.ts';
import { type NumberColumns, numberColumns } from './number-columns.ts';
import { type Reference, referenceKey, referenceLayers } from './reference.ts';
import { withheldLayers } from './withheld-layer.ts';

/** What all charts of estimates by category are told. */
export interface EstimateChartOptions {
  fields: EstimateFields;
  text: ChartText;
  axis: NumberAxis;
  /** Every category, from top to bottom. */
  categoryOrder: readonly string[];
  /** Labels of the categories whose label is not the value in the rows. */
  categoryLabels?: Readonly<Record<string, string>>;
  /** Categories to stand out, such as the national total. */
  emphasis?: readonly string[];
  reference?: Reference;
  width?: ChartWidth;
  /** Level of the intervals, 0.95 by default. */
  level?: number;
}

interface GroupRows {
  field: string;
  order: readonly string[];
  labels?: Readonly<Record<string, string>>;
}

export type XEncoding = ReturnType<typeof numberEncoding>;

/** What the marks of a chart are drawn on. */
interface Plot {
  x: XEncoding;
  width: number;
  height: number;
  /** Both ends of a row, with its label and its numbers. */
  row: { left: number; right: number };
  /** The reference line, to be drawn at the depth that suits the chart. */
  reference: Layer[];
}

interface EstimateChartKind {
  kind: ChartContract['kind'];
  caller: string;
  /** Whether the axis starts from zero. */
  zero: boolean;
  /** Share of a row that stays empty. */
  rowPadding: number;
  rowHeight: number;
  groups?: GroupRows;
  /** Groups share the middle of a row instead of having rows of their own. */
  overlaid?: boolean;
  /** The axis spans as much on one side of zero as on the other, and shows no sign. */
  symmetric?: boolean;
  /** Columns of numbers in place of the estimate and its interval; null for none. */
  columns?: ((sizes: Measures) => NumberColumns) | null;
  signs?: ChartContract['signs'];
  /** What is added once the numbers are known. */
  finish?: (plot: { x: XEncoding; width: number }) => NonNullable<ChartContract['finish']>;
  /** Room above the plot for what the marks write there. */
  abovePlot?: number;
  /** Smaller second lines under the labels of the categories. */
  details?: Readonly<Record<string, string>>;
  /** Categories whose figures were published elsewhere and carry no interval. */
  published?: readonly string[];
  keyItems: (intervalLabel: string) => KeyItem[];
  marks: (plot: Plot) => Layer[];
}

/** A frame, a category axis, columns of numbers, and between them the marks of the kind of chart. */
export function estimateChart(options: EstimateChartOptions, chart: EstimateChartKind): ChartSpec {
  const { fields, text, axis, categoryOrder, reference } = options;
  const { groups, caller } = chart;
  checkFields(caller, { ...fields, group: groups?.field });
  checkDistinct(caller, 'categoryOrder', categoryOrder);
  const [first, last] = axis.domain ?? [-Infinity, Infinity];
  if (reference && (reference.value < first || reference.value > last)) {
    throw new Error(
      `${caller}: reference.value is ${reference.value}, outside axis.domain ${first} to ${last}; widen the domain`,
    );
  }
  const sizes = measures[options.width ?? 'full'];
  const level = options.level ?? 0.95;
  const language = words[text.lang];
  const categories = categoryAxis({
    field: fields.category,
    order: categoryOrder,
    labels: options.categoryLabels ?? {},
    details: chart.details ?? {},
    emphasis: options.emphasis ?? [],
    sizes,
    lang: text.lang,
    padding: chart.rowPadding,
  });
  const columns = chart.columns?.(sizes) ?? numberColumns(fields, axis, sizes, text.lang, level);
  const columnsWidth = chart.columns === null ? 14 : columns.width;
  const width = sizes.width - 2 * sizes.margin - categories.gutter - columnsWidth;
  const rows = categoryOrder.length;
  const framed = (height: number) =>
    frame({
      text,
      sizes,
      gutter: categories.gutter,
      plotWidth: width,
      plotHeight: height,
      axisTitle: axis.title,
      columnHeads: chart.columns === null ? [] : columns.heads(width),
      keyItems: [...chart.keyItems(language.interval(level)), ...referenceKey(reference)],
      ...(chart.abovePlot !== undefined && { abovePlot: chart.abovePlot }),
    });
  const rowHeight = Math.max(chart.rowHeight, categories.tallest + 7);
  const height = rows * (options.width === 'slide' ? onSlide(rowHeight, rows, framed(0)) : rowHeight);
  const { padding, layers } = framed(height);
  const x = numberEncoding(axis, text.lang, chart.zero, width, chart.symmetric);
  const row = { left: -categories.gutter, right: width + columnsWidth };
  const marks: Layer = {
    encoding: {
      y: categories.encoding,
      ...(groups &&
        !chart.overlaid && {
          yOffset: { field: groups.field, type: 'nominal', scale: { domain: [...groups.order] } },
        }),
    },
    layer: [
      ...chart.marks({ x, width, height, row, reference: referenceLayers(reference, x, height) }),
      ...(chart.columns === undefined ? withheldLayers(fields, sizes, width) : []),
      ...(chart.columns === null ? [] : columns.layers(width)),
    ],
  };
  return chartSpec(
    text,
    { width, height },
    { padding, layers },
    {
      kind: chart.kind,
      size: options.width ?? 'full',
      fields: { ...fields, ...(groups && { group: groups.field }) },
      categories: [...categoryOrder],
      labels: { ...options.categoryLabels },
      ...(groups && { groups: [...groups.order], group_labels: { ...groups.labels } }),
      measure: { ...axis },
      largest: axis.largest ?? defaultLargest[axis.format],
      ...(axis.domain && { domain: [axis.domain[0], axis.domain[1]] }),
      ...(reference && { reference: reference.value }),
      ...(chart.published && { published: [...chart.published] }),
      ...(chart.symmetric && { symmetric: true }),
      mark_size: sizes.number.size,
      mark_width: columns.markWidth,
      ...(chart.signs && { signs: chart.signs }),
      ...(chart.finish && { finish: chart.finish({ x, width }) }),
    },
    [marks, ...categories.layers, ...layers],
  );
}

/** Rows so high that they fill a slide, within reason. */
function onSlide(rowHeight: number, rows: number, { padding }: { padding: { top: number; bottom: number } }) {
  const room = slide.height - padding.top - padding.bottom - measures.slide.small.lineHeight - 6;
  return Math.max(rowHeight, Math.min(rowHeight * 1.8, Math.floor(room / rows)));
}
