import type { ChartRow } from '@wavebook/charts';
import type { EstimateRow, ProgrammeFigure } from '@wavebook/schema';

/** The columns of a number in the data of a chart. */
export const numberColumns = ['id', 'estimate', 'ci_low', 'ci_high', 'mark'] as const;

const marks: Readonly<Partial<Record<EstimateRow['quality'], string>>> = {
  use_with_caution: '†',
  review: '‡',
};

/** A number as a chart shows it: one that may not be shown is its mark alone. */
export function shownRow(row: EstimateRow | ProgrammeFigure): ChartRow {
  return row.suppressed
    ? { id: row.id, estimate: null, ci_low: null, ci_high: null, mark: '×' }
    : {
        id: row.id,
        estimate: row.estimate,
        ci_low: row.ci_low,
        ci_high: row.ci_high,
        mark: marks[row.quality] ?? '',
      };
}

/** The fields of such a row, for a builder. */
export const numberFields = { estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' } as const;
