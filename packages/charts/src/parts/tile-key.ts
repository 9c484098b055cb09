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
  const { noData } = words[lang];
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
  return [
    textLayer({ lines: titleLines, x: left, top: above, font, colour: ink.quiet }),
    ...classes,
    ...uncovered,
    ...signs(fields, lang, sizes, {
      x: box(empty).x,
      textX: label(noData, empty).x,
      first: box(empty + 1).y,
      second: box(empty + 2).y,
    }),
  ];
}

/** The signs that rows carry, each once, the sign of caution moved up where nothing is withheld. */
function signs(
  fields: EstimateFields,
  lang: Lang,
  sizes: Measures,
  { x, textX, first, second }: { x: number; textX: number; first: number; second: number },
): Layer[] {
  const { mark } = fields;
  if (mark === undefined) return [];
  const estimate = `datum[${JSON.stringify(fields.estimate)}]`;
  const entry = (
    test: Extract<Transform, { filter: unknown }>['filter'],
    place: string,
    text: string,
    swatched: boolean,
  ): Layer => {
    const style = { type: 'text', baseline: 'middle', fontSize: sizes.small.size, color: ink.text } as const;
    return {
      data: { name: 'estimates' },
      transform: [
        { calculate: `isValid(${estimate}) ? 0 : 1`, as: 'key_withheld' },
        { joinaggregate: [{ op: 'max', field: 'key_withheld', as: 'key_any_withheld' }] },
        { filter: test },
        { window: [{ op: 'row_number', as: 'key_row' }] },
        { filter: { field: 'key_row', equal: 1 } },
        { calculate: place, as: 'key_y' },
      ],
      encoding: { y: { field: 'key_y', type: 'quantitative', scale: null, axis: null } },
      layer: [
        ...(swatched
          ? [
              {
                mark: {
                  type: 'rect' as const,
                  ...swatch,
                  x,
                  fill: ink.empty,
                  stroke: ink.hatch,
                  strokeWidth: 0.75,
                },
              },
            ]
          : []),
        { mark: { ...style, x, align: 'center' }, encoding: { text: { field: mark, type: 'nominal' } } },
        { mark: { ...style, x: textX, align: 'left', text } },
      ],
    };
  };
  const { withheld, caution } = words[lang];
  return [
    entry(isWithheld(fields, mark), `${first}`, withheld, true),
    entry(
      { and: [hasEstimate(fields), hasMark(mark)] },
      `datum.key_any_withheld ? ${second} : ${first}`,
      caution,
      false,
    ),
  ];
}
