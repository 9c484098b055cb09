import type { Measure } from '@wavebook/schema';
import { type Table, textOf } from '@wavebook/tables';

interface Scored {
  readonly variable: string;
  readonly scores: Readonly<Record<string, number>>;
}

/** The points of an item, NaN where there is no answer or its answer has no score. */
export function itemScores(records: Table, { variable, scores }: Scored): Float64Array {
  const { codes, levels } = textOf(records, variable);
  const points = levels.map((level) => scores[level] ?? Number.NaN);
  return Float64Array.from(codes, (code) => points[code] ?? Number.NaN);
}

/** Sum or mean of the points of all items; NaN unless every item has its points. For `score_above` 1 above the value, else 0. */
export function combinedScore(
  records: Table,
  measure: Extract<Measure, { kind: 'score_mean' | 'score_above' }>,
): Float64Array {
  const items = measure.items.map((item) => itemScores(records, item));
  const over = measure.combine === 'sum' ? 1 : items.length;
  const total = new Float64Array(records.rows);
  for (const item of items) for (let row = 0; row < total.length; row++) total[row]! += item[row]! / over;
  return measure.kind === 'score_mean' ? total : aboveOf(total, measure.above);
}

/** 1 above a value, 0 at or below it, NaN for no value. */
export const aboveOf = (values: Float64Array, above: number): Float64Array =>
  values.map((value) => (Number.isNaN(value) ? value : value > above ? 1 : 0));
