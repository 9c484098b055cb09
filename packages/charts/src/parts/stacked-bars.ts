import { ink } from '../palette.ts';
import type { Layer, Transform } from '../vega-lite.ts';
import type { XEncoding } from './estimate-chart.ts';
import type { EstimateFields } from './estimate-fields.ts';
import { groupKey, hasEstimate, hasMark } from './predicates.ts';

export interface StackAnswers {
  field: string;
  /** From the first to the last of the bar. */
  order: readonly string[];
  colours: readonly string[];
  /** Bars diverge from the middle of the scale. */
  diverging: boolean;
}

export type StackFields = EstimateFields & { group: string };

/**
 * Where each part of a bar begins and ends, as `stack_start` and `stack_end`. A withheld part takes no room here;
 * `stack_rest` says what is left of the whole.
 */
export function stackPlaces(fields: StackFields, { order, diverging }: StackAnswers): Transform[] {
  const estimate = `datum[${JSON.stringify(fields.estimate)}]`;
  const texts = JSON.stringify(order.map((text) => `=${text}`));
  const middle = (order.length - 1) / 2;
  const before = diverging
    ? `datum.stack_place < ${middle} ? datum.stack_share : datum.stack_place === ${middle} ? datum.stack_share / 2 : 0`
    : '0';
  return [
    groupKey(fields.category),
    { calculate: `indexof(${texts}, '=' + datum[${JSON.stringify(fields.group)}])`, as: 'stack_place' },
    { calculate: `isValid(${estimate}) ? ${estimate} : 0`, as: 'stack_share' },
    { calculate: `isValid(${estimate}) ? 0 : 1`, as: 'stack_withheld' },
    { calculate: before, as: 'stack_before' },
    {
      joinaggregate: [
        { op: 'sum', field: 'stack_before', as: 'stack_zero' },
        { op: 'sum', field: 'stack_share', as: 'stack_all' },
        { op: 'sum', field: 'stack_withheld', as: 'stack_gaps' },
      ],
      groupby: ['group_key'],
    },
    {
      window: [{ op: 'sum', field: 'stack_share', as: 'stack_sum' }],
      frame: [null, 0],
      sort: [{ field: 'stack_place', order: 'ascending' }],
      groupby: ['group_key'],
    },
    { calculate: 'datum.stack_sum - datum.stack_zero', as: 'stack_end' },
    { calculate: 'datum.stack_end - datum.stack_share', as: 'stack_start' },
    { calculate: '(datum.stack_start + datum.stack_end) / 2', as: 'stack_middle' },
  ];
}

export function stackedBars(fields: StackFields, answers: StackAnswers, x: XEncoding): Layer[] {
  const places = stackPlaces(fields, answers);
  const place = (index: number) => ({ field: 'stack_place', equal: index });
  const parts: Layer = {
    transform: [...places, { filter: hasEstimate(fields) }],
    mark: { type: 'bar', stroke: ink.paper, strokeWidth: 1 },
    encoding: {
      x: { field: 'stack_start', ...x, stack: null },
      x2: { field: 'stack_end' },
      fill: {
        condition: answers.colours.map((value, index) => ({ test: place(index), value })),
        value: ink.empty,
      },
    },
  };
  if (fields.mark === undefined) return [parts];
  const rest: Layer[] = [
    {
      transform: [
        ...places,
        { filter: 'datum.stack_gaps > 0 && datum.stack_all < 0.9995' },
        { filter: { field: 'stack_place', equal: answers.order.length - 1 } },
        { calculate: 'datum.stack_end + 1 - datum.stack_all', as: 'stack_whole' },
      ],
      mark: { type: 'bar', fill: ink.empty, stroke: ink.outline, strokeWidth: 1, strokeDash: [3, 2] },
      encoding: { x: { field: 'stack_end', ...x, stack: null }, x2: { field: 'stack_whole' } },
    },
  ];
  const cautious: Layer = {
    transform: [...places, { filter: { and: [hasEstimate(fields), hasMark(fields.mark)] } }],
    mark: { type: 'bar', fill: 'transparent', stroke: ink.title, strokeWidth: 1.25, strokeDash: [3, 2] },
    encoding: { x: { field: 'stack_start', ...x, stack: null }, x2: { field: 'stack_end' } },
  };
  return [parts, ...rest, cautious];
}
