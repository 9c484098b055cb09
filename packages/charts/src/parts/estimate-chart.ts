import type { ChartText } from '../chart-text.ts';
import { theme } from '../theme.ts';
import type { ChartSpec, Layer } from '../vega-lite.ts';
import { type ChartWidth, measures } from '../widths.ts';
import { words } from '../words.ts';
import { categoryAxis } from './category-axis.ts';
import type { ChartContract } from './contract.ts';
import { checkDistinct, checkFields, type EstimateFields } from './estimate-fields.ts';
import { frame } from './frame.ts';
import type { KeyItem } from './key.ts';
import { type NumberAxis, numberEncoding } from './number-axis.ts';
import { numberColumns } from './number-columns.ts';
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
  const columns = numberColumns(fields, axis, sizes, language, level);
  const width = sizes.width - 2 * sizes.margin - categories.gutter - columns.width;
  const rowHeight = Math.max(chart.rowHeight, categories.tallest + 7);
  const height = rowHeight * categoryOrder.length;
  const { padding, layers } = frame({
    text,
    sizes,
    gutter: categories.gutter,
    plotWidth: width,
    plotHeight: height,
    axisTitle: axis.title,
    columnHeads: columns.heads(width),
    keyItems: [...chart.keyItems(language.interval(level)), ...referenceKey(reference)],
  });
  const x = numberEncoding(axis, chart.zero, width);
  const row = { left: -categories.gutter, right: width + columns.width };
  const rows: Layer = {
    encoding: {
      y: categories.encoding,
      ...(groups && {
        yOffset: { field: groups.field, type: 'nominal', scale: { domain: [...groups.order] } },
      }),
    },
    layer: [
      ...chart.marks({ x, width, height, row, reference: referenceLayers(reference, x, height) }),
      ...withheldLayers(fields, sizes, width),
      ...columns.layers(width),
    ],
  };
  const contract: ChartContract = {
    kind: chart.kind,
    lang: text.lang,
    fields: { ...fields, ...(groups && { group: groups.field }) },
    categories: [...categoryOrder],
    ...(groups && { groups: [...groups.order] }),
    largest: columns.largest,
    ...(axis.domain && { domain: [axis.domain[0], axis.domain[1]] }),
    ...(reference && { reference: reference.value }),
    ...(chart.published && { published: [...chart.published] }),
    mark_size: sizes.number.size,
    mark_width: columns.markWidth,
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: text.description,
    usermeta: { chart: contract as unknown as Record<string, unknown> },
    width,
    height,
    padding,
    autosize: { type: 'none' },
    config: theme,
    layer: [rows, ...categories.layers, ...layers],
  };
}
