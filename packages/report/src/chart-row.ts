import type { ChartRow } from '@wavebook/charts';
import type { EstimateRow } from '@wavebook/schema';
import { markOf } from './words/number.ts';

/** A row of a chart's data: a suppressed one holds its mark and the reason, and no number. */
export function chartRow(row: EstimateRow, labels: { category: string; group: string | null }): ChartRow {
  const shown = !row.suppressed && row.estimate !== null;
  return {
    id: row.id,
    wave: row.wave,
    level: row.level,
    ...labels,
    estimate: shown ? row.estimate : null,
    ci_low: shown ? row.ci_low : null,
    ci_high: shown ? row.ci_high : null,
    n: shown ? row.n : null,
    mark: markOf(row) || null,
    reason: shown ? null : row.confidential ? 'confidential' : row.quality_rule,
  };
}
