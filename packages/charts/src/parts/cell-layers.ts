import { textOn } from '../contrast.ts';
import { type NumberStyle, valueExpression } from '../number-format.ts';
import { ink, sequentialColours } from '../palette.ts';
import type { Layer } from '../vega-lite.ts';
import { type Bins, binExpression, printedUnits } from './bins.ts';
import type { EstimateFields } from './estimate-fields.ts';
import { hatchMark } from './hatch.ts';
import { hasEstimate, isWithheld } from './predicates.ts';

export interface CellOptions {
  fields: EstimateFields & { group: string };
  rows: readonly string[];
  columns: readonly string[];
  cell: { width: number; height: number };
  bins: Bins;
  style: NumberStyle;
  /** Size of the numbers in the cells; without it colour alone tells. */
  valueSize?: number | undefined;
}

/** From white paper the lightest class differs by its outline. */
export const cellStroke = (index: number) => (index === 0 ? ink.outline : ink.paper);

/** Cells coloured by class, with their numbers; withheld ones hatched, with their mark. */
export function cellLayers(options: CellOptions): Layer[] {
  const { fields, rows, columns, cell, bins, style, valueSize } = options;
  const place = {
    x: bandOf(fields.group, columns),
    y: bandOf(fields.category, rows),
  };
  const gap = cell.width < 24 ? 0.75 : 1.5;
  const box = { type: 'rect', width: cell.width - gap, height: cell.height - gap } as const;
  const classes = { calculate: binExpression(fields.estimate, bins, printedUnits(style)), as: 'cell_class' };
  const shown = [{ filter: hasEstimate(fields) }, classes];
  const layers: Layer[] = [
    {
      transform: shown,
      mark: { ...box, strokeWidth: 0.5 },
      encoding: {
        ...place,
        fill: {
          condition: sequentialColours.map((value, index) => ({
            test: { field: 'cell_class', equal: index },
            value,
          })),
          value: ink.empty,
        },
        stroke: {
          condition: { test: { field: 'cell_class', equal: 0 }, value: cellStroke(0) },
          value: cellStroke(1),
        },
      },
    },
  ];
  const mark = fields.mark === undefined ? '' : ` + (datum[${JSON.stringify(fields.mark)}] || '')`;
  if (valueSize !== undefined) {
    layers.push({
      transform: [
        ...shown,
        { calculate: `${valueExpression(fields.estimate, style)}${mark}`, as: 'cell_text' },
      ],
      mark: { type: 'text', align: 'center', baseline: 'middle', fontSize: valueSize },
      encoding: {
        ...place,
        text: { field: 'cell_text', type: 'nominal' },
        fill: {
          condition: sequentialColours.map((colour, index) => ({
            test: { field: 'cell_class', equal: index },
            value: textOn(colour),
          })),
          value: ink.title,
        },
      },
    });
  }
  if (fields.mark === undefined) return layers;
  const withheld = [{ filter: isWithheld(fields, fields.mark) }];
  const text = { type: 'text', align: 'center', baseline: 'middle', fontSize: valueSize ?? 9 } as const;
  const sign = { ...place, text: { field: fields.mark, type: 'nominal' as const } };
  return [
    ...layers,
    {
      transform: withheld,
      mark: { ...box, fill: ink.empty, stroke: ink.outline, strokeWidth: 0.5 },
      encoding: place,
    },
    {
      transform: withheld,
      mark: { ...hatchMark(box.width, box.height, 7), strokeWidth: 0.6 },
      encoding: place,
    },
    ...(cell.width < 14
      ? []
      : [
          {
            transform: withheld,
            mark: { ...text, stroke: ink.empty, strokeWidth: 4, strokeJoin: 'round' as const },
            encoding: sign,
          },
          { transform: withheld, mark: { ...text, fill: ink.text }, encoding: sign },
        ]),
  ];
}

const bandOf = (field: string, domain: readonly string[]) => ({
  field,
  type: 'nominal' as const,
  axis: null,
  scale: { type: 'band' as const, domain: [...domain], paddingInner: 0, paddingOuter: 0 },
});
