import { ink, sequentialColours } from '../palette.ts';
import type { Layer } from '../vega-lite.ts';
import type { EstimateFields } from './estimate-fields.ts';
import { hatchMark } from './hatch.ts';
import { hasEstimate, hasMark, isWithheld } from './predicates.ts';
import type { TileName } from './tile-names.ts';

const pixel = { type: 'quantitative', scale: null, axis: null } as const;
const place = { x: { field: 'tile_x', ...pixel }, y: { field: 'tile_y', ...pixel } };

/** From this class on the tile is dark and its text white. */
const firstDark = 3;

/**
 * Squares, names and numbers. Expects data with `tile_x` and `tile_y` (the centre in pixels), `tile_name` (lines),
 * `tile_lines`, `tile_size`, `tile_class` and `tile_value`.
 */
export function tileLayers(
  fields: EstimateFields,
  side: number,
  names: readonly TileName[],
  valueSize: number,
): Layer[] {
  return [
    ...squares(fields, side),
    ...nameLayers(fields, side, names, valueSize),
    ...values(fields, side, valueSize),
  ];
}

function squares(fields: EstimateFields, side: number): Layer[] {
  const square = { type: 'rect', width: side, height: side, stroke: ink.hatch, strokeWidth: 0.75 } as const;
  const uncovered = {
    and: [
      { not: hasEstimate(fields) },
      ...(fields.mark === undefined ? [] : [{ not: hasMark(fields.mark) }]),
    ],
  };
  return [
    {
      transform: [{ filter: { not: hasEstimate(fields) } }],
      mark: { ...square, fill: ink.empty },
      encoding: place,
    },
    { transform: [{ filter: uncovered }], mark: hatchMark(side, side, 7), encoding: place },
    {
      transform: [{ filter: hasEstimate(fields) }],
      mark: square,
      encoding: {
        ...place,
        fill: {
          condition: sequentialColours.map((colour, index) => ({
            test: { field: 'tile_class', equal: index },
            value: colour,
          })),
          value: ink.empty,
        },
        stroke: {
          condition: { test: { field: 'tile_class', gte: 1 }, value: ink.paper },
          value: sequentialColours[1],
        },
      },
    },
  ];
}

const textColour = (fields: EstimateFields) => ({
  condition: {
    test: { and: [hasEstimate(fields), { field: 'tile_class', gte: firstDark }] },
    value: ink.paper,
  },
  value: ink.title,
});

/** One layer for each size and number of lines, for both are constants of a mark. */
function nameLayers(
  fields: EstimateFields,
  side: number,
  names: readonly TileName[],
  valueSize: number,
): Layer[] {
  const kinds = new Map(
    names.map(({ size, lines }) => [`${size} ${lines.length}`, { size, count: lines.length }]),
  );
  return [...kinds.values()].map(({ size, count }): Layer => {
    const lineHeight = size * 1.15;
    return {
      transform: [
        {
          filter: {
            and: [
              { field: 'tile_size', equal: size },
              { field: 'tile_lines', equal: count },
            ],
          },
        },
      ],
      mark: {
        type: 'text',
        align: 'center',
        baseline: 'alphabetic',
        fontSize: size,
        lineHeight,
        yOffset: baselineOfValue(side, valueSize) - valueSize * 1.35 - (count - 1) * lineHeight,
      },
      encoding: { ...place, text: { field: 'tile_name', type: 'nominal' }, fill: textColour(fields) },
    };
  });
}

const baselineOfValue = (side: number, size: number) => side * 0.17 + size * 0.45;

function values(fields: EstimateFields, side: number, size: number): Layer[] {
  const mark = {
    type: 'text',
    align: 'center',
    baseline: 'alphabetic',
    fontSize: size,
    fontWeight: 700,
    yOffset: baselineOfValue(side, size),
  } as const;
  const numbers: Layer = {
    transform: [{ filter: hasEstimate(fields) }],
    mark,
    encoding: { ...place, text: { field: 'tile_value', type: 'nominal' }, fill: textColour(fields) },
  };
  if (fields.mark === undefined) return [numbers];
  const withheld: Layer = {
    transform: [{ filter: isWithheld(fields, fields.mark) }],
    mark: { ...mark, fontWeight: 400, fill: ink.text },
    encoding: { ...place, text: { field: fields.mark, type: 'nominal' } },
  };
  return [numbers, withheld];
}
