import type { ChartRow } from '../attach-data.ts';
import { textOn } from '../contrast.ts';
import { valueExpression } from '../number-format.ts';
import { ink } from '../palette.ts';
import { textWidth } from '../text/text-width.ts';
import type { ChartSpec, Layer } from '../vega-lite.ts';
import { measures } from '../widths.ts';
import type { ChartContract } from './contract.ts';
import { hasEstimate } from './predicates.ts';
import { spanNumbers } from './span-numbers.ts';
import { type StackAnswers, stackPlaces } from './stacked-bars.ts';

export interface StackPlot {
  answers: StackAnswers;
  width: number;
  /** The encodings of the bars. */
  x: object;
  y: object;
}

/** The spec of stacked bars with its axis fitted, and with the numbers of the parts that are wide enough for them. */
export function finishStack(
  spec: ChartSpec,
  contract: ChartContract,
  { answers, width, ...encodings }: StackPlot,
  rows: readonly ChartRow[],
): ChartSpec {
  const fields = { ...contract.fields, group: answers.field };
  const ends = answers.diverging ? divergingEnds(contract, answers, rows) : ([0, 1] as const);
  const style = { ...contract.measure, decimals: contract.measure.decimals ?? 0, lang: contract.lang };
  const font = measures[contract.size].small;
  const perPixel = (ends[1] - ends[0]) / width;
  const mark =
    contract.fields.mark === undefined ? '' : ` + (datum[${JSON.stringify(contract.fields.mark)}] || '')`;
  const widest = textWidth('00%†', font) + 3;
  const { y } = encodings;
  const x = { ...encodings.x, field: 'stack_middle' };
  const text = { type: 'text', align: 'center', baseline: 'middle', fontSize: font.size } as const;
  const places = stackPlaces(fields, answers);
  const numbers: Layer = {
    transform: [
      ...places,
      { filter: hasEstimate(fields) },
      { filter: `datum.stack_share >= ${widest * perPixel}` },
      { calculate: `${valueExpression(fields.estimate, style)}${mark}`, as: 'stack_text' },
    ],
    mark: text,
    encoding: {
      x,
      y,
      text: { field: 'stack_text', type: 'nominal' },
      fill: {
        condition: answers.colours.map((colour, index) => ({
          test: { field: 'stack_place', equal: index },
          value: textOn(colour),
        })),
        value: ink.title,
      },
    },
  } as Layer;
  const withheld: Layer[] =
    contract.fields.mark === undefined
      ? []
      : [
          {
            transform: [
              ...places,
              { filter: 'datum.stack_gaps > 0' },
              { filter: { field: 'stack_place', equal: answers.order.length - 1 } },
              { calculate: 'datum.stack_end + (1 - datum.stack_all) / 2', as: 'stack_middle' },
            ],
            mark: { ...text, text: '×', color: ink.text },
            encoding: { x, y },
          } as Layer,
        ];
  const labelled = { ...spec, layer: [...spec.layer, numbers, ...withheld] };
  return spanNumbers(labelled, ends, 1);
}

/** How far the widest bar reaches to each side, rounded outward to a tenth. */
function divergingEnds(
  { fields }: ChartContract,
  { field, order }: StackAnswers,
  rows: readonly ChartRow[],
): [number, number] {
  const middle = (order.length - 1) / 2;
  const left = new Map<string, number>();
  const all = new Map<string, number>();
  const gaps = new Set<string>();
  for (const row of rows) {
    const category = String(row[fields.category]);
    const share = row[fields.estimate];
    all.set(category, all.get(category) ?? 0);
    if (typeof share !== 'number') {
      gaps.add(category);
      continue;
    }
    const place = order.indexOf(String(row[field]));
    const before = place < middle ? share : place === middle ? share / 2 : 0;
    left.set(category, (left.get(category) ?? 0) + before);
    all.set(category, (all.get(category) ?? 0) + share);
  }
  const reach = [...all].map(([category, sum]) => (gaps.has(category) ? 1 : sum) - (left.get(category) ?? 0));
  const outward = (value: number) => Math.min(1, Math.ceil(value * 10 - 1e-9) / 10);
  return [-outward(Math.max(0.1, ...left.values())), outward(Math.max(0.1, ...reach))];
}
