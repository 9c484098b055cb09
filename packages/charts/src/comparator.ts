import { ink } from './palette.ts';
import { type EstimateChartOptions, estimateChart, type XEncoding } from './parts/estimate-chart.ts';
import type { EstimateFields } from './parts/estimate-fields.ts';
import { hasEstimate, hasInterval, hasMark, isOneOf } from './parts/predicates.ts';
import { ruleLayer } from './parts/rule-layer.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { words } from './words.ts';

/** Who measured, whom, and when. */
export interface ComparatorSource {
  /** Value of the category column. */
  id: string;
  name: string;
  population: string;
  /** How it defines the measure, if that should be read beside it. */
  definition?: string;
  /** As it should be read: `2017年`, `end of 2016`. */
  year: string;
}

export interface ComparatorOptions
  extends Omit<EstimateChartOptions, 'categoryOrder' | 'categoryLabels' | 'emphasis' | 'reference'> {
  ours: readonly ComparatorSource[];
  /** In an order that says nothing of size, such as that of publication. */
  others: readonly ComparatorSource[];
  /** Start the axis from zero; by default it spans the data. */
  zero?: boolean;
}

/**
 * Our estimate beside figures that other sources published for the same measure. Ours stands above a rule as a dot
 * with its interval; the others below it as hollow grey diamonds, each with its population and year, in the order
 * given, and a note says that they do not compare directly.
 *
 * Rows come by `attachData`, one for each source; shares as 0 to 1. Rows of other sources have no interval.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = comparator({
 *   fields: { category: 'source', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
 *   text,
 *   axis: { title: '签订劳动合同的比例', format: 'percent' },
 *   ours: [{ id: 'cmds', name: '本调查', population: '受雇流动人口，15—59岁', year: '2017年' }],
 *   others: [{ id: 'nbs', name: '农民工监测调查报告', population: '外出农民工', year: '2016年' }],
 * });
 */
export function comparator(options: ComparatorOptions): ChartSpec {
  const { fields, text, ours, others } = options;
  const sources = [...ours, ...others];
  if (ours.length === 0 || others.length === 0) {
    throw new Error(
      `comparator: ours and others must name at least one source each; got ${ours.length} and ${others.length}`,
    );
  }
  const language = words[text.lang];
  const byId = (label: (source: ComparatorSource) => string) =>
    Object.fromEntries(sources.map((source) => [source.id, label(source)]));
  const chartOptions: EstimateChartOptions = {
    ...options,
    text: { ...text, notes: [...text.notes, language.otherPopulations] },
    categoryOrder: sources.map(({ id }) => id),
    categoryLabels: byId(({ name }) => name),
    emphasis: ours.map(({ id }) => id),
  };
  return estimateChart(chartOptions, {
    kind: 'comparator',
    caller: 'comparator',
    signs: 'point',
    zero: options.zero ?? false,
    rowPadding: 0.3,
    rowHeight: 44,
    details: byId(({ population, year, definition }) =>
      [`${population}${language.comma}${year}`, ...(definition === undefined ? [] : [definition])].join(
        language.semicolon,
      ),
    ),
    published: others.map(({ id }) => id),
    keyItems: (interval) => [
      {
        symbol: { kind: 'interval', colour: ink.barStrong, caps: false, dot: true },
        label: language.ownEstimate(interval),
      },
      {
        symbol: { kind: 'point', colour: ink.published, shape: 'diamond', hollow: true },
        label: language.publishedFigure,
      },
    ],
    marks: ({ x, width, height, row }) => [
      ...rowLines(sources.length, width, height),
      ruleLayer({
        x: row.left,
        x2: row.right,
        y: (height * ours.length) / sources.length,
        y2: (height * ours.length) / sources.length,
        colour: ink.axis,
        strokeWidth: 1,
      }),
      ...estimates(fields, ours, x),
      figures(fields, others, x),
    ],
  });
}

/** A hairline through each row. */
function rowLines(rows: number, width: number, height: number): Layer[] {
  return Array.from({ length: rows }, (_, index) => {
    const y = ((index + 0.5) * height) / rows;
    return ruleLayer({ x: 0, x2: width, y, y2: y, colour: ink.grid, strokeWidth: 1 });
  });
}

const rowsOf = (fields: EstimateFields, sources: readonly ComparatorSource[]) =>
  isOneOf(
    fields.category,
    sources.map(({ id }) => id),
  );

function estimates(fields: EstimateFields, ours: readonly ComparatorSource[], x: XEncoding): Layer[] {
  const drawn = [rowsOf(fields, ours), hasEstimate(fields)];
  const point = { type: 'point', size: 75, opacity: 1, stroke: ink.barStrong } as const;
  const encoding = { x: { field: fields.estimate, ...x } };
  return [
    {
      transform: [{ filter: { and: [...drawn, hasInterval(fields)] } }],
      mark: { type: 'rule', strokeWidth: 2, color: ink.barStrong },
      encoding: { x: { field: fields.low, ...x }, x2: { field: fields.high } },
    },
    {
      transform: [{ filter: { and: drawn } }],
      mark: { ...point, shape: 'circle', strokeWidth: 1, fill: ink.barStrong },
      encoding,
    },
    ...(fields.mark === undefined
      ? []
      : [
          {
            transform: [{ filter: { and: [...drawn, hasMark(fields.mark)] } }],
            mark: { ...point, shape: 'circle', strokeWidth: 1.75, fill: ink.paper },
            encoding,
          },
        ]),
  ];
}

function figures(fields: EstimateFields, others: readonly ComparatorSource[], x: XEncoding): Layer {
  return {
    transform: [{ filter: { and: [rowsOf(fields, others), hasEstimate(fields)] } }],
    mark: {
      type: 'point',
      shape: 'diamond',
      size: 75,
      opacity: 1,
      fill: ink.paper,
      stroke: ink.published,
      strokeWidth: 1.5,
    },
    encoding: { x: { field: fields.estimate, ...x } },
  };
}
