import type { ComparisonRow, EstimateRow, Language, ManifestWave } from '@wavebook/schema';
import { rowsOf } from '../labels.ts';

/** What sentences are made from: a chapter's estimates and comparisons, and the waves of its instrument, oldest first. */
export interface Evidence {
  readonly rows: readonly EstimateRow[];
  readonly comparisons: readonly ComparisonRow[];
  readonly waves: readonly ManifestWave[];
  readonly lang: Language;
}

export const isShown = (row: EstimateRow | undefined): row is EstimateRow & { estimate: number } =>
  row !== undefined && !row.suppressed && row.estimate !== null;

/** Level estimates of an indicator in a breakdown, in the latest wave that measured it. */
export function latestRows(
  { rows, waves }: Pick<Evidence, 'rows' | 'waves'>,
  indicator: string,
  domain = 'all',
): EstimateRow[] {
  for (const { wave } of [...waves].reverse()) {
    const found = rowsOf(rows, { indicator, wave, domain });
    if (found.length > 0) return found;
  }
  return [];
}

/** The trend estimate of everybody in one wave. */
export const trendRow = (
  { rows }: Pick<Evidence, 'rows'>,
  indicator: string,
  wave: string,
): EstimateRow | undefined => rowsOf(rows, { indicator, wave, domain: 'all', variant: 'trend' })[0];
