import type { ChartText } from './chart-text.ts';
import { defaultLargest, type NumberFormat } from './number-format.ts';
import { ink } from './palette.ts';
import type { Bins } from './parts/bins.ts';
import { categoryAxis } from './parts/category-axis.ts';
import { cellLayers } from './parts/cell-layers.ts';
import { chartSpec } from './parts/chart-spec.ts';
import { checkBins, classKey } from './parts/class-key.ts';
import { columnHeads } from './parts/column-heads.ts';
import { checkDistinct, checkFields } from './parts/estimate-fields.ts';
import { frame } from './parts/frame.ts';
import { labelOf } from './parts/groups.ts';
import { widestNumber } from './parts/number-columns.ts';
import { textWidth } from './text/text-width.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { type ChartWidth, measures } from './widths.ts';
import { words } from './words.ts';

export interface HeatTableOptions {
  fields: { row: string; column: string; estimate: string; mark?: string };
  text: ChartText;
  /** What the numbers are, before the key, and how they are printed. */
  measure: { title: string; format: NumberFormat; decimals?: number; largest?: number };
  /** Lower bounds of the second to the fifth class, such as those of `niceBins`. */
  bins: Bins;
  /** Every row, from top to bottom. */
  rowOrder: readonly string[];
  rowLabels?: Readonly<Record<string, string>>;
  /** Every column, from left to right. */
  columnOrder: readonly string[];
  columnLabels?: Readonly<Record<string, string>>;
  /** Rows to stand out, such as the total. */
  emphasis?: readonly string[];
  /** What a cell without a row means, such as `not asked in this wave`; by default `no data`. */
  absent?: string;
  width?: ChartWidth;
}

const widestCell = 110;

/**
 * A table of numbers whose cells are coloured by class. For reading one measure over two breakdowns at once, such as
 * missing answers by variable and wave (FT Visual Vocabulary: correlation, magnitude).
 *
 * Rows come by `attachData`, one for each cell; a cell without a row stays blank and the legend says what that means.
 * A cell with a mark shows it beside its number; a cell without an estimate is hatched and shows its mark alone.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = heatTable({
 *   fields: { row: 'variable', column: 'wave', estimate: 'missing_share' },
 *   text,
 *   measure: { title: '缺失比例', format: 'percent' },
 *   bins: [0.01, 0.02, 0.05, 0.1],
 *   rowOrder: ['sex', 'monthly_income'],
 *   columnOrder: ['2011', '2017'],
 *   absent: '该轮未询问',
 * });
 */
export function heatTable(options: HeatTableOptions): ChartSpec {
  const { text, measure, bins, rowOrder, columnOrder } = options;
  const { row, column, ...own } = options.fields;
  const fields = { ...own, category: row, group: column, low: own.estimate, high: own.estimate };
  checkFields('heatTable', options.fields);
  checkDistinct('heatTable', 'rowOrder', rowOrder);
  checkDistinct('heatTable', 'columnOrder', columnOrder);
  checkBins('heatTable', bins);
  const sizes = measures[options.width ?? 'full'];
  const style = { ...measure, lang: text.lang };
  const rows = categoryAxis({
    field: row,
    order: rowOrder,
    labels: options.rowLabels ?? {},
    details: {},
    emphasis: options.emphasis ?? [],
    sizes,
    lang: text.lang,
    padding: 0,
  });
  const content = sizes.width - 2 * sizes.margin - rows.gutter;
  const cell = {
    width: Math.min(widestCell, content / columnOrder.length),
    height: Math.max(rowOrder.length > 14 ? 21 : 26, rows.tallest + 6),
  };
  const plot = { width: cell.width * columnOrder.length, height: cell.height * rowOrder.length };
  const heads = columnHeads(
    columnOrder.map((value) => labelOf(value, options.columnLabels)),
    cell.width,
    sizes,
    text.lang,
  );
  const framed = frame({
    text,
    sizes,
    gutter: rows.gutter,
    plotWidth: plot.width,
    plotHeight: plot.height,
    columnHeads: [],
    keyItems: classKey(measure.title, bins, style, text.lang),
    abovePlot: heads.height + 9,
    belowPlot: 4,
    keyWidth: content + rows.gutter,
  });
  const widest = `${widestNumber(measure.format === 'percent' ? { ...measure, largest: 0.999 } : measure, text.lang)}${fields.mark === undefined ? '' : '†'}`;
  const valueSize = [sizes.number.size, 10.5, 9.5].find(
    (size) => textWidth(widest, { size, weight: 400 }) <= cell.width - 3,
  );
  const paper: Layer = {
    data: { values: [{}] },
    encoding: {},
    mark: {
      type: 'rect',
      x: plot.width / 2,
      y: plot.height / 2,
      width: plot.width,
      height: plot.height,
      fill: ink.empty,
    },
  };
  return chartSpec(
    text,
    plot,
    framed,
    {
      kind: 'heat-table',
      size: options.width ?? 'full',
      fields,
      categories: [...rowOrder],
      groups: [...columnOrder],
      labels: { ...options.rowLabels },
      group_labels: { ...options.columnLabels },
      measure: { ...measure },
      largest: measure.largest ?? defaultLargest[measure.format],
      mark_size: sizes.number.size,
      mark_width: sizes.number.size * 1.05,
      sparse: true,
      single_sign: true,
      signs: 'cell',
      absent: options.absent ?? words[text.lang].noData,
    },
    [
      paper,
      ...cellLayers({ fields, rows: rowOrder, columns: columnOrder, cell, bins, style, valueSize }),
      ...rows.layers,
      ...heads.layers(-heads.height - 2),
      ...framed.layers,
    ],
  );
}
