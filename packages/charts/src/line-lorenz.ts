import { ink } from './palette.ts';
import { type CurveOptions, curveChart } from './parts/curve-chart.ts';
import { ruleLayer } from './parts/rule-layer.ts';
import type { ChartSpec } from './vega-lite.ts';
import { words } from './words.ts';

export interface LineLorenzOptions extends Omit<CurveOptions, 'axis'> {
  /** What is shared out and among whom: `share of income`, `share of people, poorest first`. */
  shareTitle: string;
  populationTitle: string;
}

/**
 * Lorenz curves: the share of a total that the poorest share of people holds, beside the line of equality (FT Visual
 * Vocabulary: distribution). The labels of the groups may carry their Gini coefficient.
 *
 * Rows come by `attachData`, one for each group and point, both shares 0 to 1, with the points (0, 0) and (1, 1).
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = lineLorenz({
 *   fields: { x: 'population', share: 'income' },
 *   text,
 *   populationTitle: '人口累计比例（由低收入到高收入）',
 *   shareTitle: '收入累计比例',
 *   group: { field: 'wave', order: ['2011', '2017'], labels: { 2011: '2011年（基尼系数 0.31）' } },
 * });
 */
export function lineLorenz(options: LineLorenzOptions): ChartSpec {
  const language = words[options.text.lang];
  return curveChart(
    { ...options, axis: { title: options.populationTitle, format: 'percent' } },
    {
      kind: 'line-lorenz',
      caller: 'lineLorenz',
      shareTitle: options.shareTitle,
      interpolate: 'linear',
      square: true,
      unit: true,
      keyItems: [{ symbol: { kind: 'line', colour: ink.quiet, dash: [1, 2] }, label: language.equality }],
      under: ({ width, height }) => [
        ruleLayer({
          x: 0,
          x2: width,
          y: height,
          y2: 0,
          colour: ink.quiet,
          strokeWidth: 1.25,
          strokeDash: [1, 2],
        }),
      ],
    },
  );
}
