import { ink } from './palette.ts';
import { type EstimateChartOptions, estimateChart, type XEncoding } from './parts/estimate-chart.ts';
import { checkDistinct, type EstimateFields } from './parts/estimate-fields.ts';
import { groupColumns } from './parts/group-columns.ts';
import { labelOf } from './parts/groups.ts';
import { groupKey, hasEstimate, hasInterval, hasMark, isOneOf } from './parts/predicates.ts';
import { ruleLayer } from './parts/rule-layer.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { words } from './words.ts';

export interface DumbbellOptions extends Omit<EstimateChartOptions, 'emphasis'> {
  /** The column of the wave, and the two waves, the earlier first. */
  waves: { field: string; order: readonly [string, string]; labels?: Readonly<Record<string, string>> };
  /** Start the axis from zero; by default it spans the data. */
  zero?: boolean;
}

/** Both dots stand this far from the middle of their row, so that their whiskers do not cover each other. */
const offset = 4.5;

/**
 * Two waves of each category as two dots with their intervals, linked by a line, and both numbers in columns. For
 * showing how categories changed between two waves (FT Visual Vocabulary: change over time, ranking).
 *
 * Rows come by `attachData`, one for each category and wave; shares as 0 to 1. A row with an estimate and a mark is
 * drawn hollow; a row without an estimate shows its mark in its column, and no link is drawn.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = dumbbell({
 *   fields: { category: 'industry', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
 *   waves: { field: 'wave', order: ['2011', '2017'] },
 *   text,
 *   axis: { title: '签订劳动合同的比例', format: 'percent' },
 *   categoryOrder: ['制造业', '建筑业'],
 * });
 */
export function dumbbell(options: DumbbellOptions): ChartSpec {
  const { fields, waves, categoryOrder, text, axis } = options;
  checkDistinct('dumbbell', 'waves.order', waves.order);
  const [before, after] = waves.order;
  const heads = waves.order.map((value) => ({ value, label: labelOf(value, waves.labels) }));
  const own = { ...fields, group: waves.field };
  return estimateChart(options, {
    kind: 'dumbbell',
    caller: 'dumbbell',
    signs: 'point',
    zero: options.zero ?? false,
    rowPadding: 0.2,
    rowHeight: categoryOrder.length > 22 ? 22 : 28,
    groups: { field: waves.field, order: [...waves.order], ...(waves.labels && { labels: waves.labels }) },
    overlaid: true,
    columns: (sizes) => groupColumns(own, heads, axis, sizes, text.lang),
    keyItems: (label) => [
      {
        symbol: { kind: 'point', colour: style.before.colour, shape: style.before.shape },
        label: heads[0]?.label ?? '',
      },
      {
        symbol: { kind: 'point', colour: style.after.colour, shape: style.after.shape },
        label: heads[1]?.label ?? '',
      },
      { symbol: { kind: 'interval', colour: ink.barStrong, caps: false, dot: true }, label },
      { symbol: { kind: 'link' }, label: words[text.lang].changeBetween },
    ],
    marks: ({ x, width, height, reference }) => [
      ...rowLines(categoryOrder.length, width, height),
      ...reference,
      link(own, before, after, x),
      ...dots(own, before, style.before, -offset, x),
      ...dots(own, after, style.after, offset, x),
    ],
  });
}

const style = {
  before: { colour: '#28A197', shape: 'diamond' },
  after: { colour: ink.barStrong, shape: 'circle' },
} as const;

function rowLines(rows: number, width: number, height: number): Layer[] {
  return Array.from({ length: rows + 1 }, (_, index) => {
    const y = (index * height) / rows;
    return ruleLayer({ x: 0, x2: width, y, y2: y, colour: ink.grid, strokeWidth: 1 });
  });
}

type WaveFields = EstimateFields & { group: string };

/** From the earlier estimate to the later one, where both are shown. */
function link(fields: WaveFields, before: string, after: string, x: XEncoding): Layer {
  const estimate = `datum[${JSON.stringify(fields.estimate)}]`;
  const at = (wave: string) =>
    `${isOneOf(fields.group, [wave])} && isValid(${estimate}) ? ${estimate} : null`;
  return {
    transform: [
      groupKey(fields.category),
      { calculate: at(before), as: 'link_before' },
      { calculate: at(after), as: 'link_after' },
      {
        aggregate: [
          { op: 'max', field: 'link_before', as: 'link_from' },
          { op: 'max', field: 'link_after', as: 'link_to' },
        ],
        groupby: [fields.category, 'group_key'],
      },
      {
        filter: {
          and: [
            { field: 'link_from', valid: true },
            { field: 'link_to', valid: true },
          ],
        },
      },
    ],
    mark: {
      type: 'rule',
      color: ink.link,
      strokeWidth: 1.75,
      opacity: 0.75,
      yOffset: -offset,
      y2Offset: offset,
    },
    encoding: { x: { field: 'link_from', ...x }, x2: { field: 'link_to' } },
  };
}

function dots(
  fields: WaveFields,
  wave: string,
  { colour, shape }: { colour: string; shape: string },
  yOffset: number,
  x: XEncoding,
): Layer[] {
  const own = { filter: isOneOf(fields.group, [wave]) };
  const point = { type: 'point', size: 58, opacity: 1, stroke: colour, shape, yOffset } as const;
  const encoding = { x: { field: fields.estimate, ...x } };
  const whisker: Layer = {
    transform: [own, { filter: { and: [hasEstimate(fields), hasInterval(fields)] } }],
    mark: { type: 'rule', strokeWidth: 1.75, color: colour, yOffset, y2Offset: yOffset },
    encoding: { x: { field: fields.low, ...x }, x2: { field: fields.high } },
  };
  const filled: Layer = {
    transform: [own, { filter: hasEstimate(fields) }],
    mark: { ...point, strokeWidth: 1, fill: colour },
    encoding,
  };
  if (fields.mark === undefined) return [whisker, filled];
  return [
    whisker,
    filled,
    {
      transform: [own, { filter: { and: [hasEstimate(fields), hasMark(fields.mark)] } }],
      mark: { ...point, strokeWidth: 1.75, fill: ink.paper },
      encoding,
    },
  ];
}
