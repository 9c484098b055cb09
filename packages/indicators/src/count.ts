import type { Measure } from '@wavebook/schema';
import { type Table, textOf } from '@wavebook/tables';

/**
 * How many of a battery's items have one of the codes, NaN unless all are answered. For `count_above` 1 above the number, else 0; where one is
 * enough (above 0) a person with one counts whatever the other answers are.
 */
export function countOfItems(
  records: Table,
  measure: Extract<Measure, { kind: 'count_mean' | 'count_above' }>,
): Float64Array {
  const counted = new Float64Array(records.rows);
  const unanswered = new Uint8Array(records.rows);
  for (const variable of measure.variables) {
    const { codes, levels } = textOf(records, variable);
    const wanted = levels.map((level) => (measure.codes.includes(level) ? 1 : 0));
    for (let row = 0; row < counted.length; row++) {
      const found = wanted[codes[row]!];
      if (found === undefined) unanswered[row] = 1;
      else counted[row]! += found;
    }
  }
  return counted.map((count, row) => {
    if (measure.kind === 'count_mean') return unanswered[row] ? Number.NaN : count;
    if (unanswered[row] && !(measure.above === 0 && count > 0)) return Number.NaN;
    return count > measure.above ? 1 : 0;
  });
}
