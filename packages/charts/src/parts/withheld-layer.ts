import { ink } from '../palette.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import type { EstimateFields } from './estimate-fields.ts';
import { isWithheld } from './predicates.ts';

/** The mark of a withheld estimate, as text where its row would start. */
export function withheldLayers(fields: EstimateFields, sizes: Measures, plotWidth: number): Layer[] {
  if (fields.mark === undefined) return [];
  const transform = [{ filter: isWithheld(fields, fields.mark) }];
  const mark = {
    type: 'text',
    x: 5,
    align: 'left',
    baseline: 'middle',
    fontSize: sizes.number.size,
    limit: plotWidth - 10,
  } as const;
  const encoding = { text: { field: fields.mark, type: 'nominal' } } as const;
  const halo = { color: ink.paper, stroke: ink.paper, strokeWidth: 5, strokeJoin: 'round' } as const;
  return [
    { transform, mark: { ...mark, ...halo }, encoding },
    { transform, mark: { ...mark, color: ink.quiet }, encoding },
  ];
}
