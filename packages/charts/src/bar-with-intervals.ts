import { ink } from './palette.ts';
import { type EstimateChartOptions, estimateChart, type XEncoding } from './parts/estimate-chart.ts';
import type { EstimateFields } from './parts/estimate-fields.ts';
import { hasEstimate, hasInterval, hasMark, isOneOf } from './parts/predicates.ts';
import { zeroLine } from './parts/zero-line.ts';
import type { ChartSpec, Layer, Transform } from './vega-lite.ts';

export type BarWithIntervalsOptions = EstimateChartOptions;

/**
 * Horizontal bars from zero with confidence intervals, and the numbers in columns beside them. For comparing the
 * size of a share, a mean or an amount over categories (FT Visual Vocabulary: ranking, magnitude).
 *
 * Rows come by `attachData`, one for each category; shares as 0 to 1. A row with an estimate and a mark is drawn
 * hollow; a row without an estimate shows its mark alone, never a bar.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = barWithIntervals({
 *   fields: { category: 'province', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
 *   text,
 *   axis: { title: '签订劳动合同的比例', format: 'percent' },
 *   categoryOrder: ['北京', '上海'],
 * });
 */
export function barWithIntervals(options: BarWithIntervalsOptions): ChartSpec {
  const { fields, categoryOrder, emphasis = [] } = options;
  return estimateChart(options, {
    kind: 'bar-with-intervals',
    caller: 'barWithIntervals',
    signs: 'bar',
    zero: true,
    rowPadding: 0.36,
    rowHeight: rowHeightFor(categoryOrder.length),
    keyItems: (label) => [{ symbol: { kind: 'interval', colour: ink.interval, caps: true }, label }],
    marks: ({ x, height, reference }) => [
      bars(fields, emphasis, x),
      zeroLine(x, height),
      ...reference,
      ...intervals(fields, emphasis, x),
    ],
  });
}

function rowHeightFor(rows: number): number {
  if (rows <= 6) return 32;
  if (rows <= 14) return 26;
  return rows <= 22 ? 22 : 19;
}

function bars(fields: EstimateFields, emphasis: readonly string[], x: XEncoding): Layer {
  const cautious = fields.mark === undefined ? [] : [{ test: hasMark(fields.mark), value: ink.paper }];
  const strong =
    emphasis.length === 0 ? [] : [{ test: isOneOf(fields.category, emphasis), value: ink.barStrong }];
  return {
    transform: [{ filter: hasEstimate(fields) }],
    mark: { type: 'bar', strokeWidth: 1.25 },
    encoding: {
      x: { field: fields.estimate, ...x },
      fill: { condition: [...cautious, ...strong], value: ink.bar },
      stroke: { condition: strong, value: ink.bar },
    },
  };
}

function intervals(fields: EstimateFields, emphasis: readonly string[], x: XEncoding): Layer[] {
  const { category, estimate, low, high, mark } = fields;
  const drawn = [hasEstimate(fields), hasInterval(fields)];
  const line = { color: ink.interval, strokeWidth: 1.25 };
  const cap = { type: 'tick', orient: 'vertical', size: 7, thickness: 1.25, opacity: 1 } as const;
  const transform = [{ filter: { and: drawn } }];
  const whiskers: Layer[] = [
    {
      transform,
      mark: { type: 'rule', ...line },
      encoding: { x: { field: low, ...x }, x2: { field: high } },
    },
    { transform, mark: { ...cap, color: line.color }, encoding: { x: { field: low, ...x } } },
    { transform, mark: { ...cap, color: line.color }, encoding: { x: { field: high, ...x } } },
  ];
  if (emphasis.length === 0) return whiskers;
  const [e, l, h] = [estimate, low, high].map((field) => `datum[${JSON.stringify(field)}]`);
  const onStrong = [isOneOf(category, emphasis), ...(mark === undefined ? [] : [{ not: hasMark(mark) }])];
  const insideStrong: Transform[] = [
    { filter: { and: [...drawn, ...onStrong] } },
    { calculate: `${e} >= 0 ? max(${l}, 0) : min(${h}, 0)`, as: 'inside_end' },
  ];
  const endsInside = { filter: { not: { field: 'inside_end', equal: 0 } } };
  return [
    ...whiskers,
    {
      transform: insideStrong,
      mark: { type: 'rule', ...line, color: ink.paper },
      encoding: { x: { field: 'inside_end', ...x }, x2: { field: estimate } },
    },
    {
      transform: [...insideStrong, endsInside],
      mark: { ...cap, color: ink.paper },
      encoding: { x: { field: 'inside_end', ...x } },
    },
  ];
}
