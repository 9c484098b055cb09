import type { Lang } from '../chart-text.ts';
import { ink, sequentialColours } from '../palette.ts';
import { latinMarks } from '../text/latin-marks.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Layer, Transform } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import { words } from '../words.ts';
import type { EstimateFields } from './estimate-fields.ts';
import { hatchMark } from './hatch.ts';
import { hasEstimate, isWithheld } from './predicates.ts';
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
  const entries = labels.length + (fields.mark === undefined ? 1 : 4);
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
      step: entryStep(sizes),
    }),
  ];
}

/** The signs that rows carry, each once, moved up where one before them is not there. */
function signs(
  fields: EstimateFields,
  lang: Lang,
  sizes: Measures,
  { x, textX, first, step }: { x: number; textX: number; first: number; step: number },
): Layer[] {
  const { mark } = fields;
  if (mark === undefined) return [];
  const shown = `isValid(datum[${JSON.stringify(fields.estimate)}])`;
  const sign = `datum[${JSON.stringify(mark)}]`;
  const style = { type: 'text', baseline: 'middle', fontSize: sizes.small.size, color: ink.text } as const;
  const box: Layer = {
    mark: { type: 'rect', ...swatch, x, fill: ink.empty, stroke: ink.hatch, strokeWidth: 0.75 },
  };
  const entry = (
    test: Extract<Transform, { filter: unknown }>['filter'],
    before: string,
    text: string,
    under: readonly Layer[] = [],
  ): Layer => ({
    data: { name: 'estimates' },
    transform: [
      { calculate: `${shown} ? 0 : 1`, as: 'key_withheld' },
      { calculate: `${shown} && ${sign} === '†' ? 1 : 0`, as: 'key_caution' },
      {
        joinaggregate: [
          { op: 'max', field: 'key_withheld', as: 'key_any_withheld' },
          { op: 'max', field: 'key_caution', as: 'key_any_caution' },
        ],
      },
      { filter: test },
      { window: [{ op: 'row_number', as: 'key_row' }] },
      { filter: { field: 'key_row', equal: 1 } },
      { calculate: `${first} + ${step} * (${before})`, as: 'key_y' },
    ],
    encoding: { y: { field: 'key_y', type: 'quantitative', scale: null, axis: null } },
    layer: [
      ...under,
      { mark: { ...style, x, align: 'center' }, encoding: { text: { field: mark, type: 'nominal' } } },
      { mark: { ...style, x: textX, align: 'left', text } },
    ],
  });
  const { withheld, caution, review } = words[lang];
  const carries = (one: string) => ({ and: [hasEstimate(fields), { field: mark, equal: one }] });
  return [
    entry(isWithheld(fields, mark), '0', withheld, [box]),
    entry(carries('†'), 'datum.key_any_withheld', caution),
    entry(carries('‡'), 'datum.key_any_withheld + datum.key_any_caution', review),
  ];
}
