import { ink } from './palette.ts';
import { type EstimateChartOptions, estimateChart, type XEncoding } from './parts/estimate-chart.ts';
import type { EstimateFields } from './parts/estimate-fields.ts';
import { checkGroups, colourAt, type DotGroup, labelOf, shapeAt } from './parts/groups.ts';
import { hasEstimate, hasInterval, hasMark } from './parts/predicates.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';

export interface DotWhiskerOptions extends EstimateChartOptions {
  group?: DotGroup;
  /** Start the axis from zero; by default it spans the data. */
  zero?: boolean;
}

/**
 * Dots with confidence intervals, and the numbers in columns beside them; with `group`, one row for each group
 * within a category, told apart by colour and shape. For comparing estimates whose distance matters more than
 * their size (FT Visual Vocabulary: ranking, deviation).
 *
 * Rows come by `attachData`, one for each category (and group); shares as 0 to 1. A row with an estimate and a
 * mark is drawn hollow; a row without an estimate shows its mark alone.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = dotWhisker({
 *   fields: { category: 'age_group', estimate: 'estimate', low: 'ci_low', high: 'ci_high' },
 *   group: { field: 'sex', order: ['male', 'female'], labels: { male: '男', female: '女' } },
 *   text,
 *   axis: { title: '月收入（元）', format: 'yuan' },
 *   categoryOrder: ['15-24', '25-34'],
 * });
 */
export function dotWhisker(options: DotWhiskerOptions): ChartSpec {
  const { fields, group, categoryOrder } = options;
  const order = group?.order ?? [];
  if (group) checkGroups('dotWhisker', group);
  const perGroup = categoryOrder.length * order.length > 24 ? 16 : 18;
  return estimateChart(options, {
    kind: 'dot-whisker',
    caller: 'dotWhisker',
    signs: 'point',
    zero: options.zero ?? false,
    rowPadding: group ? 0.2 : 0.3,
    rowHeight: group ? order.length * perGroup + 10 : categoryOrder.length > 22 ? 19 : 26,
    ...(group && { groups: group }),
    keyItems: (label) => [
      ...order.map((value, index) => ({
        symbol: { kind: 'point' as const, colour: colourAt(index), shape: shapeAt(index) },
        label: labelOf(value, group?.labels),
      })),
      { symbol: { kind: 'interval', colour: group ? ink.quiet : ink.barStrong, caps: false }, label },
    ],
    marks: ({ x, width, height, reference }) => [
      ...rowLines(categoryOrder.length, width, height, group !== undefined),
      ...reference,
      ...whiskers(fields, group, x),
      ...dots(fields, group, x),
    ],
  });
}

/** Hairlines: between categories if they hold groups, else through each row. */
function rowLines(rows: number, width: number, height: number, grouped: boolean): Layer[] {
  const step = height / rows;
  const places = grouped
    ? Array.from({ length: rows + 1 }, (_, index) => index * step)
    : Array.from({ length: rows }, (_, index) => (index + 0.5) * step);
  return places.map((y) => ({
    data: { values: [{}] },
    mark: { type: 'rule', color: ink.grid, strokeWidth: 1 },
    encoding: { x: { value: 0 }, x2: { value: width }, y: { value: y }, yOffset: { value: 0 } },
  }));
}

function colour(group: DotGroup | undefined) {
  if (!group) return { value: ink.barStrong };
  const range = group.order.map((_, index) => colourAt(index));
  return {
    field: group.field,
    type: 'nominal' as const,
    scale: { domain: [...group.order], range },
    legend: null,
  };
}

function shape(group: DotGroup | undefined) {
  if (!group) return { value: 'circle' };
  const range = group.order.map((_, index) => shapeAt(index));
  return {
    field: group.field,
    type: 'nominal' as const,
    scale: { domain: [...group.order], range },
    legend: null,
  };
}

function whiskers(fields: EstimateFields, group: DotGroup | undefined, x: XEncoding): Layer[] {
  return [
    {
      transform: [{ filter: { and: [hasEstimate(fields), hasInterval(fields)] } }],
      mark: { type: 'rule', strokeWidth: 2 },
      encoding: { x: { field: fields.low, ...x }, x2: { field: fields.high }, stroke: colour(group) },
    },
  ];
}

function dots(fields: EstimateFields, group: DotGroup | undefined, x: XEncoding): Layer[] {
  const encoding = { x: { field: fields.estimate, ...x }, stroke: colour(group), shape: shape(group) };
  const filled: Layer = {
    transform: [{ filter: hasEstimate(fields) }],
    mark: { type: 'point', size: 62, opacity: 1, strokeWidth: 1 },
    encoding: { ...encoding, fill: colour(group) },
  };
  if (fields.mark === undefined) return [filled];
  const hollow: Layer = {
    transform: [{ filter: { and: [hasEstimate(fields), hasMark(fields.mark)] } }],
    mark: { type: 'point', size: 62, opacity: 1, strokeWidth: 1.75, fill: ink.paper },
    encoding,
  };
  return [filled, hollow];
}
