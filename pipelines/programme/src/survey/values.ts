import { measured, universeMask } from '@wavebook/indicators';
import type { Indicator, ManifestWave, MeasurableIndicator } from '@wavebook/schema';
import { numbersOf, type Table, table } from '@wavebook/tables';

/** What a record says on an indicator: a mean of `y` (0 and 1 for a share), or a ratio of totals where there is `x`; NaN without an answer. */
export interface Values {
  readonly y: Float64Array;
  readonly x?: Float64Array;
}

const sum = (records: Table, variables: readonly string[]): Float64Array => {
  const total = new Float64Array(records.rows);
  for (const name of variables)
    numbersOf(records, name).forEach((value, row) => {
      total[row] = (total[row] as number) + value;
    });
  return total;
};

const inside = (records: Table, { universe }: MeasurableIndicator, values: Values): Values | undefined => {
  const mask = universeMask(records, universe);
  if (!mask) return undefined;
  const kept = (column: Float64Array): Float64Array =>
    column.map((value, row) => (mask[row] ? value : Number.NaN));
  return values.x ? { y: kept(values.y), x: kept(values.x) } : { y: kept(values.y) };
};

const without = (rows: number): Table => table(rows, []);

/**
 * Evaluates an indicator on the records that it counts (workers, children, enterprises); undefined where the round did not ask for one of its
 * variables, or where it takes more than a mean or a ratio of totals of one record.
 */
export function valuesOf(
  wave: ManifestWave,
  records: Table,
  definition: MeasurableIndicator,
): Values | undefined {
  const { measure } = definition;
  switch (measure.kind) {
    case 'total_ratio': {
      const { numerator, denominator, scale = 1 } = measure;
      const names = [...numerator.variables, ...denominator.variables];
      if (numerator.record !== denominator.record || names.some((name) => !records.columns.has(name)))
        return undefined;
      const y = sum(records, numerator.variables).map((value) => value * scale);
      return inside(records, definition, { y, x: sum(records, denominator.variables) });
    }
    case 'share':
    case 'share_above':
    case 'mean':
    case 'ratio':
    case 'condition_share':
    case 'score_mean':
    case 'score_above':
    case 'composite':
    case 'composite_above':
    case 'count_mean':
    case 'count_above': {
      const source = { wave, records, members: without(0) };
      const [own] = measured(source, definition as unknown as Indicator) ?? [];
      if (!own) return undefined;
      return inside(records, definition, own.x ? { y: own.y, x: own.x } : { y: own.y });
    }
    default:
      return undefined;
  }
}
