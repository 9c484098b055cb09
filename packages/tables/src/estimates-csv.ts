import {
  ComparisonRow,
  comparisonColumns,
  DesignComparisonRow,
  designComparisonColumns,
  EstimateRow,
  estimateColumns,
  ProgrammeFigure,
  ProgrammeStatus,
  programmeFigureColumns,
  programmeStatusColumns,
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
  'of_zh',
  'of_en',
  'waves',
  'framework',
  'statement_zh',
  'statement_en',
  'measured_by',
  'due',
  'date',
  'status',
  'source',
  'file',
]);
const flags = new Set(['confidential', 'suppressed', 'synthetic', 'illustrative']);

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

/** Reads a file of numbers of the programme, such as `changes.csv`; every row is checked against `ProgrammeFigure`, other columns are left. */
export function readProgrammeFigures(path: string): Promise<ProgrammeFigure[]> {
  return readRecords(path, ProgrammeFigure, programmeFigureColumns, { texts, flags });
}

/** Reads a `status.csv`; every row is checked against `ProgrammeStatus`. */
export async function readProgrammeStatuses(path: string): Promise<ProgrammeStatus[]> {
  // the estimate of a status is an id
  const kinds = { texts: new Set([...texts, 'estimate']), flags };
  return readRecords(path, ProgrammeStatus, programmeStatusColumns, kinds);
}
