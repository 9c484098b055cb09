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
import { ruleLayer } from './parts/rule-layer.ts';
import { textWidth } from './text/text-width.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { type ChartWidth, measures } from './widths.ts';
import { words } from './words.ts';

export interface OriginDestinationMatrixOptions {
  fields: { origin: string; destination: string; estimate: string; mark?: string };
  text: ChartText;
  measure: { title: string; format: NumberFormat; decimals?: number; largest?: number };
  /** Lower bounds of the second to the fifth class, such as those of `niceBins`. */
  bins: Bins;
  /** Every origin, from top to bottom. */
  origins: readonly string[];
  /** Every destination, from left to right; by default those of the origins. */
  destinations?: readonly string[];
  labels?: Readonly<Record<string, string>>;
  /** Places before which a thin line begins a new region. */
  regionStarts?: readonly string[];
  width?: ChartWidth;
}

/**
 * Where migrants come from against where they live: one square for each pair of places, coloured by class. For seeing
 * which flows are large (FT Visual Vocabulary: flow). The diagonal is outlined: those who stayed within one place.
 *
 * Rows come by `attachData`, one for each pair that the sample holds; a pair without a row stays blank. A cell without
 * an estimate is hatched.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = originDestinationMatrix({
 *   fields: { origin: 'hukou_province', destination: 'province', estimate: 'estimate', mark: 'mark' },
 *   text,
 *   measure: { title: '占户籍地流出人口的比例', format: 'percent' },
 *   bins: [0.02, 0.05, 0.1, 0.25],
 *   origins: ['34', '41', '51'],
 *   destinations: ['31', '33', '44'],
 * });
 */
export function originDestinationMatrix(options: OriginDestinationMatrixOptions): ChartSpec {
  const { text, measure, bins, origins, labels = {}, regionStarts = [] } = options;
  const destinations = options.destinations ?? origins;
  const { origin, destination, ...own } = options.fields;
  const fields = { ...own, category: origin, group: destination, low: own.estimate, high: own.estimate };
  const caller = 'originDestinationMatrix';
  checkFields(caller, options.fields);
  checkDistinct(caller, 'origins', origins);
  checkDistinct(caller, 'destinations', destinations);
  checkBins(caller, bins);
  const sizes = measures[options.width ?? 'full'];
  const language = words[text.lang];
  const style = { ...measure, lang: text.lang };
  const content = sizes.width - 2 * sizes.margin;
  const crowded = Math.max(origins.length, destinations.length) > 12;
  const rows = categoryAxis({
    field: origin,
    order: origins,
    labels,
    details: {},
    emphasis: [],
    sizes: crowded ? { ...sizes, label: { ...sizes.small, lineHeight: sizes.small.size * 1.2 } } : sizes,
    lang: text.lang,
    padding: 0,
  });
  const widest = Math.min(64, (content - rows.gutter) / destinations.length);
  const cell = { width: widest, height: Math.min(Math.max(widest, 14), Math.max(26, rows.tallest + 4)) };
  const plot = { width: cell.width * destinations.length, height: cell.height * origins.length };
  const heads = columnHeads(
    destinations.map((value) => labelOf(value, labels)),
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
    plotTitle: language.rowsAndColumns,
    keyItems: classKey(measure.title, bins, style, text.lang),
    abovePlot: heads.height + 9,
    belowPlot: 4,
    keyWidth: content,
  });
  const number = widestNumber(
    measure.format === 'percent' ? { ...measure, largest: 0.999 } : measure,
    text.lang,
  );
  const valueSize = [sizes.number.size, 10, 9].find(
    (size) => textWidth(`${number}†`, { size, weight: 400 }) <= cell.width - 3,
  );
  return chartSpec(
    text,
    plot,
    framed,
    {
      kind: 'origin-destination-matrix',
      size: options.width ?? 'full',
      fields,
      categories: [...origins],
      groups: [...destinations],
      labels: { ...labels },
      group_labels: { ...labels },
      measure: { ...measure },
      largest: measure.largest ?? defaultLargest[measure.format],
      mark_size: sizes.number.size,
      mark_width: sizes.number.size * 1.05,
      sparse: true,
      single_sign: true,
      signs: 'cell',
      absent: language.noFlow,
    },
    [
      backdrop(plot),
      ...cellLayers({ fields, rows: origins, columns: destinations, cell, bins, style, valueSize }),
      ...regionLines(origins, destinations, regionStarts, cell, plot),
      ...diagonal(origins, destinations, cell),
      ...rows.layers,
      ...heads.layers(-heads.height - 2),
      ...framed.layers,
    ],
  );
}

const backdrop = ({ width, height }: { width: number; height: number }): Layer => ({
  data: { values: [{}] },
  encoding: {},
  mark: { type: 'rect', x: width / 2, y: height / 2, width, height, fill: ink.empty },
});

interface Size {
  width: number;
  height: number;
}

function regionLines(
  origins: readonly string[],
  destinations: readonly string[],
  starts: readonly string[],
  cell: Size,
  plot: Size,
): Layer[] {
  const line = { colour: ink.axis, strokeWidth: 1 };
  const places = (order: readonly string[]) =>
    starts.map((start) => order.indexOf(start)).filter((index) => index > 0);
  return [
    ...places(origins).map((index) =>
      ruleLayer({ x: 0, x2: plot.width, y: index * cell.height, y2: index * cell.height, ...line }),
    ),
    ...places(destinations).map((index) =>
      ruleLayer({ x: index * cell.width, x2: index * cell.width, y: 0, y2: plot.height, ...line }),
    ),
  ];
}

/** An outline around each cell whose origin is its destination. */
function diagonal(origins: readonly string[], destinations: readonly string[], cell: Size): Layer[] {
  const own = origins.flatMap((place, row) => {
    const column = destinations.indexOf(place);
    return column === -1 ? [] : [{ cell_x: (column + 0.5) * cell.width, cell_y: (row + 0.5) * cell.height }];
  });
  if (own.length === 0) return [];
  const pixel = { type: 'quantitative', scale: null, axis: null } as const;
  return [
    {
      data: { values: own },
      mark: {
        type: 'rect',
        width: cell.width - 1,
        height: cell.height - 1,
        fill: 'transparent',
        stroke: ink.title,
        strokeWidth: 1,
      },
      encoding: { x: { field: 'cell_x', ...pixel }, y: { field: 'cell_y', ...pixel } },
    },
  ];
}
