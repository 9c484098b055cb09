import { EstimateRow, estimateColumns } from '@wavebook/schema';
import { DataError } from './data-error.ts';
import { readCsv } from './read-csv.ts';
import { parseNumber, textOf } from './table.ts';
import { formatCsv } from './write-csv.ts';

/** `estimates.csv` of the given rows. Numbers stand in their shortest round-trip form, empty where there is none. */
export function formatEstimates(rows: readonly EstimateRow[]): string {
  return formatCsv(estimateColumns, rows);
}

const texts = new Set<keyof EstimateRow>([
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
]);
const flags = new Set<keyof EstimateRow>(['confidential', 'suppressed', 'synthetic']);

const cellOf = (column: keyof EstimateRow, text: string): string | number | boolean | null => {
  if (texts.has(column)) return text;
  if (flags.has(column)) return text === 'true';
  return text === '' ? null : (parseNumber(text) ?? Number.NaN);
};

/** Reads an `estimates.csv`; every row is checked against `EstimateRow`. */
export async function readEstimates(path: string): Promise<EstimateRow[]> {
  const { table } = await readCsv(path, { encoding: 'utf-8' });
  const columns = estimateColumns.map((name) => [name, textOf(table, name)] as const);
  return Array.from({ length: table.rows }, (_, row) => {
    const record = Object.fromEntries(
      columns.map(([name, column]) => [name, cellOf(name, column.levels[column.codes[row] as number] ?? '')]),
    );
    const result = EstimateRow.safeParse(record);
    if (!result.success)
      throw new DataError(
        `${path}: row ${row + 1}: ${result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
      );
    return result.data;
  });
}
