import {
  ComparisonRow,
  comparisonColumns,
  DesignComparisonRow,
  designComparisonColumns,
  EstimateRow,
  estimateColumns,
} from '@wavebook/schema';
import { readRecords } from './read-records.ts';
import { formatCsv } from './write-csv.ts';

/** `estimates.csv` of the given rows. Numbers stand in their shortest round-trip form, empty where there is none. */
export function formatEstimates(rows: readonly EstimateRow[]): string {
  return formatCsv(estimateColumns, rows);
}

const texts = new Set([
  'id',
  'indicator',
  'variant',
  'instrument',
  'wave',
  'domain',
  'level',
  'statistic',
  'category',
  'unit',
  'weighting',
  'ci_method',
  'design',
  'quality',
  'quality_rule',
  'fallback',
  'from',
  'to',
]);
const flags = new Set(['confidential', 'suppressed', 'synthetic']);

/** Reads an `estimates.csv`; every row is checked against `EstimateRow`. */
export function readEstimates(path: string): Promise<EstimateRow[]> {
  return readRecords(path, EstimateRow, estimateColumns, { texts, flags });
}

/** Reads a `comparisons.csv`; every row is checked against `ComparisonRow`. */
export function readComparisons(path: string): Promise<ComparisonRow[]> {
  return readRecords(path, ComparisonRow, comparisonColumns, { texts, flags });
}

/** Reads a `design-comparison.csv`; every row is checked against `DesignComparisonRow`. A file without rows gives none. */
export function readDesignComparisons(path: string): Promise<DesignComparisonRow[]> {
  return readRecords(path, DesignComparisonRow, designComparisonColumns, { texts, flags });
}
