import type { ChartText } from './chart-text.ts';
import { defaultLargest } from './number-format.ts';
import { ink } from './palette.ts';
import { chartSpec } from './parts/chart-spec.ts';
import { checkWaves } from './parts/check-waves.ts';
import { checkFields, type EstimateFields } from './parts/estimate-fields.ts';
import { frame } from './parts/frame.ts';
import { hatchMark } from './parts/hatch.ts';
import type { NumberAxis } from './parts/number-axis.ts';
import { widestNumber } from './parts/number-columns.ts';
import { provinceTiles, tileColumns, tileRows } from './parts/province-tiles.ts';
import { textLayer } from './parts/text-layer.ts';
import { tileNames } from './parts/tile-names.ts';
import type { TrendBreak } from './parts/trend-breaks.ts';
import { yearScale } from './parts/year-scale.ts';
import { breakPlaces } from './small-multiples.ts';
import { textWidth } from './text/text-width.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { measures } from './widths.ts';
import { words } from './words.ts';

export interface TileMultiplesOptions {
  /** `category` is the column of the GB/T 2260 two-digit code. */
  fields: EstimateFields;
  text: ChartText;
  axis: NumberAxis;
  /** The column of the wave, and the waves in the order of time. */
  waves: { field: string; order: readonly string[] };
  /** Short names of the 34 units by code. */
  labels: Readonly<Record<string, string>>;
  /** Units that the survey does not cover: they are hatched. */
  uncovered?: readonly string[];
  breaks?: readonly Pick<TrendBreak, 'after'>[];
  zero?: boolean;
  level?: number;
}

const gap = 3;

/**
 * China's 34 provincial units as squares, each with its small trend, all on one scale. For seeing where a course departs
 * from the others (FT Visual Vocabulary: spatial, change over time). It draws no boundary, and says so. A full page wide.
 *
 * Rows come by `attachData`, one for each unit and wave that the survey covers; shares as 0 to 1. A row with an estimate
 * and a mark is drawn hollow; a row without an estimate shows its mark at the foot of its square.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = tileMultiples({
 *   fields: { category: 'level', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
 *   text,
 *   axis: { title: '签订劳动合同的比例', format: 'percent' },
 *   waves: { field: 'wave', order: ['2011', '2014', '2017'] },
 *   labels: { 11: '北京', 12: '天津' },
 *   uncovered: ['71', '81', '82'],
 * });
 */
export function tileMultiples(options: TileMultiplesOptions): ChartSpec {
  const { fields, text, axis, waves, labels, uncovered = [], breaks = [] } = options;
  checkFields('tileMultiples', { ...fields, wave: waves.field });
  const years = checkWaves('tileMultiples', waves.order, breaks);
  const sizes = measures.full;
  const small = sizes.small;
  const language = words[text.lang];
  const content = sizes.width - 2 * sizes.margin;
  const pitch = Math.floor((content + gap) / tileColumns);
  const side = pitch - gap;
  const plot = { width: pitch * tileColumns - gap, height: pitch * tileRows - gap };
  const gutter = Math.floor((content - plot.width) / 2);
  const value = textWidth(`${widestNumber(axis, text.lang)}`, { size: 10, weight: 700 }) + 2;
  const isBeside = provinceTiles.every(
    ({ unit }) => textWidth(labels[unit] ?? '', { size: 11, weight: 400 }) <= side - value - 14,
  );
  const room = isBeside ? side - value - 6 : side - 6;
  const names = tileNames(labels, room, { largest: 11, smallest: 8 }, text.lang, 'tileMultiples');
  const top = isBeside ? 30 : 38;
  const inner = { left: 5, top, width: side - 10, height: side - top - 6 };
  const scale = yearScale(years, inner.width, 4);
  const covered = provinceTiles.filter(({ unit }) => !uncovered.includes(unit));
  const framed = frame({
    text: { ...text, notes: [...text.notes, language.schematic] },
    sizes,
    gutter,
    plotWidth: plot.width,
    plotHeight: plot.height,
    columnHeads: [],
    plotTitle: axis.title,
    keyItems: [
      {
        symbol: { kind: 'ribbon', colour: ink.barStrong },
        label: language.ribbon(language.interval(options.level ?? 0.95)),
      },
      ...(uncovered.length === 0
        ? []
        : [
            {
              symbol: { kind: 'swatch' as const, fill: ink.empty, stroke: ink.outline, hatched: true },
              label: language.noData,
            },
          ]),
    ],
    keyWidth: content,
    belowPlot: 4,
  });
  return chartSpec(
    text,
    plot,
    framed,
    {
      kind: 'tile-multiples',
      size: 'full',
      fields: { ...fields, group: waves.field },
      categories: covered.map(({ unit }) => unit),
      groups: [...waves.order],
      labels: { ...labels },
      measure: { ...axis },
      largest: axis.largest ?? defaultLargest[axis.format],
      ...(axis.domain && { domain: [axis.domain[0], axis.domain[1]] }),
      mark_size: sizes.number.size,
      mark_width: sizes.number.size * 1.05,
      sparse: true,
      single_sign: true,
      signs: 'point',
      finish: {
        kind: 'panels',
        plot: {
          panels: covered.map(({ unit, column, row }) => ({
            value: unit,
            x: column * pitch + inner.left,
            y: row * pitch + inner.top,
          })),
          width: inner.width,
          height: inner.height,
          zero: options.zero ?? false,
          waves: waves.order.map((wave, index) => ({ wave, x: scale.place(years[index] ?? 0) })),
          breaks: breakPlaces(waves.order, breaks).map(scale.place),
          last: { x: inner.width, y: isBeside ? -16 : -9, align: 'right', size: 10 },
          scale: { kind: 'words', x: 0, top: 4, width: pitch * 3.6 },
        },
      },
    },
    [...tiles(side, pitch, uncovered), ...tileTitles(names, pitch), ...framed.layers],
  );

  function tileTitles(told: typeof names, step: number): Layer[] {
    return provinceTiles.flatMap(({ unit, column, row }) => {
      const { lines = [], size = small.size } = told[unit] ?? {};
      const font = { size, weight: 400 as const, lineHeight: size * 1.1 };
      const top = row * step + 14 - (Math.min(lines.length, 2) * font.lineHeight) / 2;
      return [textLayer({ lines, x: column * step + inner.left, top, font })];
    });
  }
}

const pixel = { type: 'quantitative', scale: null, axis: null } as const;

function tiles(side: number, pitch: number, uncovered: readonly string[]): Layer[] {
  const at = { x: { field: 'tile_x', ...pixel }, y: { field: 'tile_y', ...pixel } };
  const centres = (wanted: boolean) =>
    provinceTiles
      .filter(({ unit }) => uncovered.includes(unit) !== wanted)
      .map(({ column, row }) => ({ tile_x: column * pitch + side / 2, tile_y: row * pitch + side / 2 }));
  const square = { type: 'rect', width: side, height: side, stroke: ink.rule, strokeWidth: 1 } as const;
  return [
    { data: { values: centres(true) }, mark: { ...square, fill: ink.paper }, encoding: at },
    ...(uncovered.length === 0
      ? []
      : [
          { data: { values: centres(false) }, mark: { ...square, fill: ink.empty }, encoding: at },
          { data: { values: centres(false) }, mark: hatchMark(side, side, 8), encoding: at },
        ]),
  ];
}
