import type { ChartText } from './chart-text.ts';
import { defaultLargest, type NumberFormat, valueExpression } from './number-format.ts';
import { ink } from './palette.ts';
import { type Bins, binExpression, binLabels, printedUnits } from './parts/bins.ts';
import { chartSpec } from './parts/chart-spec.ts';
import { checkFields, type EstimateFields } from './parts/estimate-fields.ts';
import { frame } from './parts/frame.ts';
import { numberPrint } from './parts/number-print.ts';
import {
  corps,
  freeColumns,
  freeRows,
  provinceTiles,
  tileColumns,
  tileRows,
} from './parts/province-tiles.ts';
import { tileKey } from './parts/tile-key.ts';
import { tileLayers } from './parts/tile-layers.ts';
import { tileNames } from './parts/tile-names.ts';
import { latinMarks } from './text/latin-marks.ts';
import { textWidth } from './text/text-width.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { type ChartWidth, measures } from './widths.ts';
import { words } from './words.ts';

export interface ProvinceTileGridOptions {
  /** `category` is the column of the GB/T 2260 two-digit code. */
  fields: Omit<EstimateFields, 'low' | 'high'>;
  text: ChartText;
  /** What the numbers are, above the key, and how they are printed. */
  measure: { title: string; format: NumberFormat; decimals?: number; largest?: number };
  /** Lower bounds of the second to the fifth class, such as those of `niceBins`. */
  bins: Bins;
  /** Short names of the 34 units by code. */
  labels: Readonly<Record<string, string>>;
  /** Name of the XPCC (code 66), if its value is to stand under the grid. */
  corpsLabel?: string;
  width?: ChartWidth;
}

/**
 * China's 34 provincial units as equal squares, coloured by class of value, each with its short name and number.
 * For seeing where a share or an amount is high (FT Visual Vocabulary: spatial). It draws no boundary, and says so.
 *
 * Rows come by `attachData`, one for each unit that the survey covers; units without a row are hatched. A row with
 * a mark shows it beside its number; a row without an estimate shows its mark alone.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = provinceTileGrid({
 *   fields: { category: 'level', estimate: 'estimate', mark: 'mark' },
 *   text,
 *   measure: { title: '签订劳动合同的比例', format: 'percent' },
 *   bins: niceBins(rows.map((row) => row.estimate)),
 *   labels: { 11: '北京', 12: '天津' },
 * });
 */
export function provinceTileGrid(options: ProvinceTileGridOptions): ChartSpec {
  const { fields, text, measure, bins, labels, corpsLabel } = options;
  check(options);
  const half = options.width === 'half';
  const sizes = measures[options.width ?? 'full'];
  const language = words[text.lang];
  const contentWidth = sizes.width - 2 * sizes.margin;
  const gap = half ? 2 : 3;
  const pitch = half ? Math.floor((contentWidth + gap) / tileColumns) : 66;
  const side = pitch - gap;
  const width = pitch * tileColumns - gap;
  const height = pitch * tileRows - gap;
  const gutter = Math.floor((contentWidth - width) / 2);
  const estimates = { ...fields, low: fields.estimate, high: fields.estimate };
  const style = { ...measure, lang: text.lang };
  const units = printedUnits(style);
  const print = numberPrint(style);
  const keyBlock = tileKey({
    title: measure.title,
    labels: binLabels(bins, print, units, language),
    fields: estimates,
    left: -gutter,
    width: gutter + pitch * freeColumns - 16,
    sizes,
    lang: text.lang,
  });
  const abovePlot = Math.max(0, keyBlock.height + 8 - pitch * freeRows);
  const framed = frame({
    text: { ...text, notes: [...text.notes, language.schematic] },
    sizes,
    gutter,
    plotWidth: width,
    plotHeight: height,
    columnHeads: [],
    keyItems: [],
    abovePlot,
    belowPlot: corpsLabel === undefined ? 4 : sizes.small.lineHeight + 10,
  });
  const nameSizes = half ? { largest: 10, smallest: 8 } : { largest: 12, smallest: 9.5 };
  const names = tileNames(labels, side, nameSizes, text.lang);
  const tiles = provinceTiles.map(({ unit, column, row }) => ({
    tile_unit: unit,
    tile_x: column * pitch + side / 2,
    tile_y: row * pitch + side / 2,
    tile_name: names[unit]?.lines ?? [],
    tile_lines: names[unit]?.lines.length ?? 0,
    tile_size: names[unit]?.size ?? 0,
  }));
  const own = [fields.estimate, ...(fields.mark === undefined ? [] : [fields.mark])];
  const valueText =
    valueExpression(fields.estimate, style) +
    (fields.mark === undefined ? '' : ` + (datum[${JSON.stringify(fields.mark)}] || '')`);
  const grid: Layer = {
    data: { values: tiles },
    transform: [
      {
        lookup: 'tile_unit',
        from: { data: { name: 'estimates' }, key: fields.category, fields: own },
      },
      { calculate: binExpression(fields.estimate, bins, units), as: 'tile_class' },
      { calculate: valueText, as: 'tile_value' },
    ],
    layer: tileLayers(estimates, side, Object.values(names), half ? 9 : 13),
  };
  return chartSpec(
    text,
    { width, height },
    framed,
    {
      kind: 'province-tile-grid',
      size: options.width ?? 'full',
      fields: estimates,
      categories: [...provinceTiles.map(({ unit }) => unit), ...(corpsLabel === undefined ? [] : [corps])],
      labels: { ...labels, ...(corpsLabel !== undefined && { [corps]: corpsLabel }) },
      measure: { ...measure },
      largest: measure.largest ?? defaultLargest[measure.format],
      mark_size: sizes.number.size,
      mark_width: sizes.number.size * 1.05,
      sparse: true,
      single_sign: true,
    },
    [
      grid,
      ...keyBlock.draw(-abovePlot),
      ...(corpsLabel === undefined
        ? []
        : [
            corpsLayer(fields, language.beside(latinMarks(corpsLabel, text.lang), ''), valueText, {
              x: -gutter,
              y: height + 6 + sizes.small.lineHeight / 2,
              size: sizes.small.size,
              width: contentWidth,
            }),
          ]),
      ...framed.layers,
    ],
  );
}

/** The value of the XPCC, which is no unit of GB/T 2260 and has no tile, as a line of text. */
function corpsLayer(
  { category, estimate, mark }: ProvinceTileGridOptions['fields'],
  label: string,
  valueText: string,
  { x, y, size, width }: { x: number; y: number; size: number; width: number },
): Layer {
  if (textWidth(`${label}99,999.9†`, { size, weight: 400 }) > width) {
    throw new Error(`provinceTileGrid: corpsLabel must fit on one line; got ${JSON.stringify(label)}`);
  }
  const withheld = mark === undefined ? "''" : `datum[${JSON.stringify(mark)}]`;
  const value = `isValid(datum[${JSON.stringify(estimate)}]) ? ${valueText} : ${withheld}`;
  return {
    data: { name: 'estimates' },
    transform: [
      { filter: { field: category, equal: corps } },
      { calculate: `${JSON.stringify(label)} + (${value})`, as: 'corps_text' },
    ],
    mark: { type: 'text', x, y, align: 'left', baseline: 'middle', fontSize: size, color: ink.text },
    encoding: { text: { field: 'corps_text', type: 'nominal' } },
  };
}

function check({ fields, bins }: ProvinceTileGridOptions): void {
  checkFields('provinceTileGrid', fields);
  const isRising = bins.every((bound, index) => index === 0 || bound > (bins[index - 1] ?? bound));
  if (bins.length !== 4 || !bins.every(Number.isFinite) || !isRising) {
    throw new Error(`provinceTileGrid: bins must be four rising numbers; got ${bins.join(', ')}`);
  }
}
