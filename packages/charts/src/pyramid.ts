import { categoryColours, ink } from './palette.ts';
import { type EstimateChartOptions, estimateChart, type XEncoding } from './parts/estimate-chart.ts';
import { checkDistinct, type EstimateFields } from './parts/estimate-fields.ts';
import { groupColumns } from './parts/group-columns.ts';
import { labelOf } from './parts/groups.ts';
import { hasEstimate, hasInterval, hasMark, isOneOf } from './parts/predicates.ts';
import { ruleLayer } from './parts/rule-layer.ts';
import { textLayer } from './parts/text-layer.ts';
import { latinMarks } from './text/latin-marks.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { measures } from './widths.ts';

export interface PyramidOptions extends Omit<EstimateChartOptions, 'emphasis' | 'reference'> {
  /** The column of the side, and the two sides, the left one first. */
  sides: { field: string; order: readonly [string, string]; labels?: Readonly<Record<string, string>> };
  /** A second estimate for each bar, such as that of an earlier wave: an upright line across the bar. */
  compare?: { field: string; label: string };
}

const colours = [categoryColours[0], categoryColours[1]] as const;

/**
 * Two sides of a population by age, back to back, with intervals (FT Visual Vocabulary: distribution). Ages are
 * given from top to bottom, so the oldest comes first.
 *
 * Rows come by `attachData`, one for each age and side, all numbers positive; shares as 0 to 1. A row with an estimate
 * and a mark is drawn hollow; a row without an estimate shows its mark in its column.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = pyramid({
 *   fields: { category: 'age_group', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
 *   sides: { field: 'sex', order: ['male', 'female'], labels: { male: '男', female: '女' } },
 *   text,
 *   axis: { title: '占流动人口的比例', format: 'percent' },
 *   categoryOrder: ['55-59', '50-54', '45-49'],
 * });
 */
export function pyramid(options: PyramidOptions): ChartSpec {
  const { fields, sides, categoryOrder, text, axis, compare } = options;
  checkDistinct('pyramid', 'sides.order', sides.order);
  const heads = sides.order.map((value) => ({ value, label: labelOf(value, sides.labels) }));
  const own = { ...fields, group: sides.field };
  const sizes = measures[options.width ?? 'full'];
  return estimateChart(options, {
    kind: 'pyramid',
    caller: 'pyramid',
    signs: 'bar',
    zero: true,
    symmetric: true,
    rowPadding: 0.14,
    rowHeight: categoryOrder.length > 12 ? 20 : 24,
    groups: { field: sides.field, order: [...sides.order], ...(sides.labels && { labels: sides.labels }) },
    overlaid: true,
    columns: () => groupColumns(own, heads, axis, sizes, text.lang),
    abovePlot: sizes.label.lineHeight + 8,
    keyItems: (label) => [
      { symbol: { kind: 'interval', colour: ink.interval, caps: true }, label },
      ...(compare ? [{ symbol: { kind: 'tick' as const }, label: compare.label }] : []),
    ],
    marks: ({ x, width, height }) => [
      ...sides.order.flatMap((side, index) => bars(own, side, index, x)),
      ...sides.order.flatMap((side, index) => intervals(own, side, index, x)),
      ...(compare ? [ticks(own, sides.order[0], compare.field, x)] : []),
      ruleLayer({ x: width / 2, x2: width / 2, y: 0, y2: height, colour: ink.axis, strokeWidth: 1 }),
      ...heads.map(({ label }, index) =>
        textLayer({
          lines: [latinMarks(label, text.lang)],
          x: width / 2 + (index === 0 ? -8 : 8),
          top: -sizes.label.lineHeight - 6,
          font: { ...sizes.label, weight: 700 },
          align: index === 0 ? 'right' : 'left',
          colour: colours[index] ?? ink.text,
        }),
      ),
    ],
  });
}

type SideFields = EstimateFields & { group: string };

const sideways = (field: string, index: number) => `${index === 0 ? '-' : ''}datum[${JSON.stringify(field)}]`;

function bars(fields: SideFields, side: string, index: number, x: XEncoding): Layer[] {
  const colour = colours[index] ?? ink.bar;
  const fill =
    fields.mark === undefined
      ? { value: colour }
      : { condition: { test: hasMark(fields.mark), value: ink.paper }, value: colour };
  return [
    {
      transform: [
        { filter: isOneOf(fields.group, [side]) },
        { filter: hasEstimate(fields) },
        { calculate: sideways(fields.estimate, index), as: 'side_estimate' },
      ],
      mark: { type: 'bar', strokeWidth: 1.25, stroke: colour },
      encoding: { x: { field: 'side_estimate', ...x }, fill },
    },
  ];
}

/** Whiskers; the part within a dark bar is white. */
function intervals(fields: SideFields, side: string, index: number, x: XEncoding): Layer[] {
  const [low, high, estimate] = [fields.low, fields.high, fields.estimate].map((field) =>
    sideways(field, index),
  );
  const transform = [
    { filter: isOneOf(fields.group, [side]) },
    { filter: { and: [hasEstimate(fields), hasInterval(fields)] } },
    { calculate: low as string, as: 'side_low' },
    { calculate: high as string, as: 'side_high' },
    { calculate: estimate as string, as: 'side_estimate' },
  ];
  const cap = { type: 'tick', orient: 'vertical', size: 6, thickness: 1.25, opacity: 1 } as const;
  const within = fields.mark === undefined ? [] : [{ filter: { not: hasMark(fields.mark) } }];
  return [
    {
      transform,
      mark: { type: 'rule', color: ink.interval, strokeWidth: 1.25 },
      encoding: { x: { field: 'side_low', ...x }, x2: { field: 'side_high' } },
    },
    {
      transform: [...transform, ...within],
      mark: { type: 'rule', color: ink.paper, strokeWidth: 1.25 },
      encoding: { x: { field: 'side_low', ...x }, x2: { field: 'side_estimate' } },
    },
    { transform, mark: { ...cap, color: ink.interval }, encoding: { x: { field: 'side_high', ...x } } },
  ];
}

function ticks(fields: SideFields, left: string, field: string, x: XEncoding): Layer {
  const sign = `${isOneOf(fields.group, [left])} ? -1 : 1`;
  return {
    transform: [
      { filter: { field, valid: true } },
      { calculate: `(${sign}) * datum[${JSON.stringify(field)}]`, as: 'side_compared' },
    ],
    mark: { type: 'tick', orient: 'vertical', size: 15, thickness: 2, opacity: 1, color: ink.title },
    encoding: { x: { field: 'side_compared', ...x } },
  };
}
