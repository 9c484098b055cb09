import { categoryColours, ink, scaleColours } from './palette.ts';
import { categoryBand } from './parts/category-axis.ts';
import { type EstimateChartOptions, estimateChart } from './parts/estimate-chart.ts';
import { checkDistinct } from './parts/estimate-fields.ts';
import { checkGroups, type DotGroup, labelOf } from './parts/groups.ts';
import { stackedBars } from './parts/stacked-bars.ts';
import { zeroLine } from './parts/zero-line.ts';
import type { ChartSpec } from './vega-lite.ts';

export interface BarStackedOptions extends Omit<EstimateChartOptions, 'reference' | 'level'> {
  /** The column of the answer, and the answers in the order in which a bar holds them. */
  answers: DotGroup;
}

/**
 * The answers to a question as parts of a whole, one bar for each category (FT Visual Vocabulary: part to whole).
 * Parts carry their number where it fits; intervals are left to the table behind the chart.
 *
 * Rows come by `attachData`, one for each category and answer; shares as 0 to 1. A row with an estimate and a mark
 * has a dashed outline; where a row has no estimate, the rest of its bar is dashed and shows a cross.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = barStacked({
 *   fields: { category: 'wave', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
 *   answers: { field: 'range', order: ['interprovincial', 'intercity', 'intercounty'] },
 *   text,
 *   axis: { title: '占流动人口的比例', format: 'percent' },
 *   categoryOrder: ['2011', '2017'],
 * });
 */
export function barStacked(options: BarStackedOptions): ChartSpec {
  checkGroups('barStacked', options.answers);
  return stacked(options, 'barStacked', categoryColours);
}

/**
 * The answers to a scale of agreement, one bar for each item, diverging from the middle of the scale: what is negative
 * to the left, what is positive to the right, a middle answer half to each side (FT Visual Vocabulary: deviation).
 *
 * Rows come by `attachData` as for `barStacked`; `answers.order` runs from the most negative to the most positive, two
 * to five answers.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = barDiverging({
 *   fields: { category: 'item', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
 *   answers: { field: 'answer', order: ['strongly_disagree', 'disagree', 'agree', 'strongly_agree'] },
 *   text,
 *   axis: { title: '占流动人口的比例', format: 'percent' },
 *   categoryOrder: ['like_city', 'feel_local'],
 * });
 */
export function barDiverging(options: BarStackedOptions): ChartSpec {
  const { order } = options.answers;
  checkDistinct('barDiverging', 'answers.order', order);
  const colours = scaleColours[order.length];
  if (colours === undefined) {
    throw new Error(
      `barDiverging: answers.order must name two to five answers of a scale; got ${order.length}`,
    );
  }
  return stacked(options, 'barDiverging', colours);
}

function stacked(
  options: BarStackedOptions,
  caller: 'barStacked' | 'barDiverging',
  palette: readonly string[],
): ChartSpec {
  const { fields, answers, categoryOrder } = options;
  const diverging = caller === 'barDiverging';
  const colours = answers.order.map((_, index) => palette[index] ?? ink.bar);
  const told = { field: answers.field, order: [...answers.order], colours, diverging };
  const rowPadding = 0.28;
  const y = categoryBand(fields.category, categoryOrder, rowPadding);
  return estimateChart(options, {
    kind: diverging ? 'bar-diverging' : 'bar-stacked',
    caller,
    signs: 'stack',
    zero: true,
    symmetric: diverging,
    rowPadding,
    rowHeight: categoryOrder.length > 14 ? 23 : 30,
    groups: { ...answers, order: [...answers.order] },
    overlaid: true,
    columns: null,
    keyItems: () =>
      answers.order.map((value, index) => ({
        symbol: { kind: 'swatch', fill: colours[index] ?? ink.bar, stroke: colours[index] ?? ink.bar },
        label: labelOf(value, answers.labels),
      })),
    finish: (plot) => ({ kind: 'stack', plot: { ...plot, answers: told, y } }),
    marks: ({ x, height }) => [
      ...stackedBars({ ...fields, group: answers.field }, told, x),
      zeroLine(x, height),
    ],
  });
}
