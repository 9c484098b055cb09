import type { Measure } from '@wavebook/schema';
import { numbersOf, type Table } from '@wavebook/tables';
import { aboveOf, itemScores } from './scores.ts';

type Composite = Extract<Measure, { kind: 'composite' | 'composite_above' }>;
type Item = Composite['parts'][number]['items'][number];

/** Weighted ranks between 0 and 1: the weight of those below and half the weight of those alike, over the weight of all with a value. */
function weightedRanks(values: Float64Array, weight: Float64Array): Float64Array {
  const order = Array.from(values.keys())
    .filter((row) => !Number.isNaN(values[row]))
    .sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  let below = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let alike = 0;
    while (end < order.length && values[order[end] as number] === values[order[start] as number])
      alike += weight[order[end++] as number] as number;
    for (; start < end; start++) ranks[order[start] as number] = below + alike / 2;
    below += alike;
  }
  return ranks.map((rank) => rank / below);
}

function itemValues(records: Table, item: Item): Float64Array {
  if ('scores' in item) return itemScores(records, item);
  const values = numbersOf(records, item.variable);
  return 'rank' in item
    ? weightedRanks(values, numbersOf(records, 'final_weight'))
    : aboveOf(values, item.above);
}

/**
 * The weighted sum of parts, each the mean of its items; NaN unless every item is answered. Ranks are those of the whole wave and are taken
 * as given in the errors. For `composite_above` 1 above the value, else 0.
 */
export function compositeIndex(records: Table, measure: Composite): Float64Array {
  const total = new Float64Array(records.rows);
  for (const { weight, items } of measure.parts)
    for (const item of items) {
      const values = itemValues(records, item);
      for (let row = 0; row < total.length; row++) total[row]! += (weight * values[row]!) / items.length;
    }
  return measure.kind === 'composite' ? total : aboveOf(total, measure.above);
}
