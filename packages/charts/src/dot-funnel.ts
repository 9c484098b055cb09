import type { ChartText } from './chart-text.ts';
import { axisLabels } from './number-format.ts';
import { ink } from './palette.ts';
import { chartSpec } from './parts/chart-spec.ts';
import { checkFields } from './parts/estimate-fields.ts';
import { frame } from './parts/frame.ts';
import { niceDomain } from './parts/nice-domain.ts';
import { ruleLayer } from './parts/rule-layer.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { type ChartWidth, measures } from './widths.ts';
import { words } from './words.ts';

/** How far shares of a size may lie if all share one rate. */
export interface FunnelLimit {
  n: number;
  lower: number;
  upper: number;
}

export interface DotFunnelOptions {
  /** Rows are spots: `size` and `share` are its place, `clusters` how many lie there, `beyond` is empty for those within the limits. */
  fields: { size: string; share: string; clusters: string; beyond: string };
  text: ChartText;
  /** What the size of a cluster counts, and the largest. */
  size: { title: string; largest?: number };
  /** What is shared, and the largest share to make room for beside the funnel; its narrow half is always there. */
  share: { title: string; largest?: number };
  /** The share of all clusters together. */
  overall: number;
  /** In the order of size. */
  limits: readonly FunnelLimit[];
  width?: ChartWidth;
}

/** Beyond the last number of an axis, as a share of it, so that no dot is cut. */
const room = 0.05;

/**
 * Shares of clusters against their size, within the limits that chance allows: a funnel that narrows as clusters grow. For finding the few
 * clusters that are unlike all others (FT Visual Vocabulary: deviation, correlation).
 *
 * Rows come by `attachData`, one for each spot; the area of a dot is the number of clusters there.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = dotFunnel({
 *   fields: { size: 'n', share: 'share', clusters: 'clusters', beyond: 'beyond' },
 *   text,
 *   size: { title: '群内访问数' },
 *   share: { title: '直线作答的比例', largest: 0.5 },
 *   overall: 0.03,
 *   limits: [{ n: 1, lower: 0, upper: 1 }, { n: 20, lower: 0, upper: 0.2 }],
 * });
 */
export function dotFunnel(options: DotFunnelOptions): ChartSpec {
  const { fields, text, limits, overall } = options;
  checkFields('dotFunnel', fields);
  const last = limits.at(-1);
  if (!last || limits.some(({ n }, i) => n <= (limits[i - 1]?.n ?? 0)))
    throw new Error(
      'dotFunnel: limits must name at least one size, each larger than the one before, from 1 on',
    );
  const half = options.width === 'half';
  const sizes = measures[options.width ?? 'full'];
  const language = words[text.lang];
  const gutter = half ? 36 : 42;
  const content = sizes.width - 2 * sizes.margin;
  const plot = { width: content - gutter - 22, height: half ? 210 : 300 };
  const largestSize = options.size.largest ?? last.n;
  const middle = limits[Math.floor(limits.length / 2)] ?? last;
  const largestShare = Math.min(1, Math.max(options.share.largest ?? 0, middle.upper, 2 * overall));
  const [, top] = niceDomain([0, largestShare], 1, { zero: true, ticks: 5 });
  const [, right] = niceDomain([0, largestSize], 1, { zero: true, ticks: 6 });
  const domain: [number, number] = [-room * top, top];
  const framed = frame({
    text,
    sizes,
    gutter,
    plotWidth: plot.width,
    plotHeight: plot.height,
    axisTitle: options.size.title,
    plotTitle: options.share.title,
    columnHeads: [],
    keyItems: [
      {
        symbol: { kind: 'point', colour: ink.barStrong, shape: 'circle' },
        label: language.clustersWithin,
      },
      {
        symbol: { kind: 'point', colour: ink.reference, shape: 'diamond' },
        label: language.clustersBeyond,
      },
      { symbol: { kind: 'line', colour: ink.quiet, dash: [4, 3] }, label: language.funnelLimits },
      { symbol: { kind: 'line', colour: ink.quiet, dash: [] }, label: language.allClusters },
    ],
    keyWidth: content,
  });
  const style = { lang: text.lang } as const;
  const x = {
    type: 'quantitative' as const,
    scale: { domain: [0, right * (1 + room)], nice: false, zero: true },
    axis: {
      title: null,
      grid: false,
      ...axisLabels({ ...style, format: 'number' }),
      tickCount: 6,
      tickMinStep: 1,
    },
  };
  const y = {
    type: 'quantitative' as const,
    scale: { domain, nice: false, zero: true },
    axis: { title: null, grid: true, ...axisLabels({ ...style, format: 'percent' }), tickCount: 5 },
  };
  const bounds = (['lower', 'upper'] as const).map(
    (side): Layer => ({
      data: { values: limits.map(({ n, [side]: limit }) => ({ limit_size: n, limit_share: limit })) },
      mark: { type: 'line', color: ink.quiet, strokeWidth: 1.25, strokeDash: [4, 3], clip: true },
      encoding: {
        x: { field: 'limit_size', ...x },
        y: { field: 'limit_share', ...y },
        order: { field: 'limit_size', type: 'quantitative' },
      },
    }),
  );
  const dots = (beyond: boolean): Layer => ({
    transform: [{ filter: `${beyond ? '' : '!'}datum[${JSON.stringify(fields.beyond)}]` }],
    mark: {
      type: 'point',
      shape: beyond ? 'diamond' : 'circle',
      filled: true,
      color: beyond ? ink.reference : ink.barStrong,
      stroke: ink.paper,
      strokeWidth: 0.75,
      opacity: 0.85,
    },
    encoding: {
      x: { field: fields.size, ...x },
      y: { field: fields.share, ...y },
      size: {
        field: fields.clusters,
        type: 'quantitative',
        scale: { type: 'linear', domain: [1, 100], range: [36, 420], clamp: true },
        legend: null,
      },
    },
  });
  const overallLine: Layer = {
    data: { values: [{ overall_share: overall }] },
    mark: { type: 'rule', color: ink.quiet, strokeWidth: 1.25 },
    encoding: { x: { value: 0 }, x2: { value: plot.width }, y: { field: 'overall_share', ...y } },
  };
  return chartSpec(
    text,
    plot,
    framed,
    {
      kind: 'dot-funnel',
      size: options.width ?? 'full',
      fields: { category: fields.size, estimate: fields.share, low: fields.share, high: fields.share },
      curve: 'quantity',
      scattered: true,
      categories: [],
      measure: { title: options.share.title, format: 'percent' },
      largest: 1,
      domain,
      widest: right,
      mark_size: sizes.number.size,
      mark_width: 0,
      sparse: true,
    },
    [
      ...bounds,
      overallLine,
      dots(false),
      dots(true),
      ruleLayer({
        x: 0,
        x2: plot.width,
        y: plot.height,
        y2: plot.height,
        colour: ink.axis,
        strokeWidth: 1,
      }),
      ...framed.layers,
    ],
  );
}
