import type { Lang } from '../chart-text.ts';
import { ink, sequentialColours } from '../palette.ts';
import { latinMarks } from '../text/latin-marks.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Layer, Transform } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import { words } from '../words.ts';
import type { EstimateFields } from './estimate-fields.ts';
import { hatchMark } from './hatch.ts';
import { hasEstimate, hasMark, isWithheld } from './predicates.ts';
import { textLayer } from './text-layer.ts';

export interface TileKeyOptions {
  title: string;
  /** Names of the classes, from the lowest. */
  labels: readonly string[];
  fields: EstimateFields;
  left: number;
  width: number;
  sizes: Measures;
  lang: Lang;
}

const swatch = { width: 20, height: 12 };

/**
 * The classes from high to low, then tiles without a number; the signs only if a row carries one. `draw` takes the
 * top of the key.
 */
export function tileKey(options: TileKeyOptions): { height: number; draw: (top: number) => Layer[] } {
  const { title, labels, fields, width, sizes, lang } = options;
  const lines = wrapText(latinMarks(title, lang), sizes.small, width);
  const entries = labels.length + (fields.mark === undefined ? 1 : 3);
  return {
    height: lines.length * sizes.small.lineHeight + 5 + entries * entryStep(sizes),
    draw: (top) => keyLayers(options, lines, top),
  };
}

const entryStep = (sizes: Measures) => sizes.small.lineHeight + 1.5;

function keyLayers(
  { labels, fields, left, sizes, lang }: TileKeyOptions,
  titleLines: string[],
  above: number,
): Layer[] {
  const font = sizes.small;
  const top = above + titleLines.length * font.lineHeight + 5;
  const { noData, withheld, caution } = words[lang];
  const entryTop = (index: number) => top + index * entryStep(sizes);
  const label = (text: string, index: number) => ({
    lines: [text],
    x: left + swatch.width + 8,
    top: entryTop(index),
    font,
  });
  const box = (index: number) => ({ x: left + swatch.width / 2, y: entryTop(index) + font.lineHeight / 2 });
  const rect = (index: number, fill: string, stroke: string): Layer => ({
    data: { values: [{}] },
    encoding: {},
    mark: { type: 'rect', ...swatch, ...box(index), fill, stroke, strokeWidth: 0.75 },
  });
  const classes = [...labels].reverse().flatMap((name, index) => {
    const colour = sequentialColours[labels.length - 1 - index] ?? ink.empty;
    const stroke = index === labels.length - 1 ? sequentialColours[1] : colour;
    return [rect(index, colour, stroke), textLayer(label(name, index))];
  });
  const empty = labels.length;
  const uncovered: Layer[] = [
    rect(empty, ink.empty, ink.hatch),
    {
      data: { values: [{}] },
      encoding: {},
      mark: { ...hatchMark(swatch.width, swatch.height, 6), ...box(empty) },
    },
    textLayer(label(noData, empty)),
  ];
  const sign = (test: object, text: string, index: number, isBox: boolean): Layer[] => {
    const data = { name: 'estimates' };
    const transform: Transform[] = [
      { filter: test as never },
      { window: [{ op: 'row_number', as: 'key_row' }] },
      { filter: { field: 'key_row', equal: 1 } },
    ];
    const { mark, ...rest } = textLayer(label(text, index)) as { mark: object };
    return [
      ...(isBox ? [{ ...rect(index, ink.empty, ink.hatch), data, transform }] : []),
      {
        data,
        transform,
        mark: {
          type: 'text',
          x: box(index).x,
          y: box(index).y,
          align: 'center',
          baseline: 'middle',
          fontSize: font.size,
          color: ink.text,
        },
        encoding: { text: { field: fields.mark as string, type: 'nominal' } },
      },
      { ...rest, mark, data, transform } as Layer,
    ];
  };
  const signs =
    fields.mark === undefined
      ? []
      : [
          ...sign(isWithheld(fields, fields.mark), withheld, empty + 1, true),
          ...sign({ and: [hasEstimate(fields), hasMark(fields.mark)] }, caution, empty + 2, false),
        ];
  return [
    textLayer({ lines: titleLines, x: left, top: above, font, colour: ink.quiet }),
    ...classes,
    ...uncovered,
    ...signs,
  ];
}
