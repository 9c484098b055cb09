import type { EstimateRow } from '@wavebook/schema';
import { rowsOf } from '../words/labels.ts';

/** The rows of a chapter, found by what they are of without a search through all of them. */
export interface EstimateFinder {
  /** Rows in code-list order. */
  of(wanted: Parameters<typeof rowsOf>[1]): EstimateRow[];
  /** The same estimate without weights; withheld where the weighted one is. */
  unweighted(row: EstimateRow): EstimateRow | undefined;
  byId(id: string): EstimateRow | undefined;
}

export function estimateFinder(rows: readonly EstimateRow[]): EstimateFinder {
  const groups = new Map<string, EstimateRow[]>();
  const ids = new Map<string, EstimateRow>();
  const keyOf = (r: { indicator: string; wave: string; domain: string }): string =>
    `${r.indicator}\u0000${r.wave}\u0000${r.domain}`;
  for (const row of rows) {
    ids.set(row.id, row);
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return {
    of: (wanted) => rowsOf(groups.get(keyOf(wanted)) ?? [], wanted),
    unweighted: (row) => {
      const found = ids.get(row.id.replace(/weighted$/, 'unweighted'));
      return found && row.suppressed ? { ...found, suppressed: true } : found;
    },
    byId: (id) => ids.get(id),
  };
}
