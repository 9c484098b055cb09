import { formatCsv } from '@wavebook/tables/csv';
import { formatTable } from './format-table.ts';
import type { Format } from './request.ts';
import { RESULT_COLUMNS, type ResultRow } from './result-row.ts';

/** How a table is dressed; csv and json are the data alone. */
export interface TableDress {
  readonly footer: readonly string[];
  /** bold header, on a terminal */
  readonly bold: boolean;
}

/** The result as text, with a line feed at its end. */
export function formatResult(rows: readonly ResultRow[], format: Format, dress: TableDress): string {
  switch (format) {
    case 'csv':
      return formatCsv(RESULT_COLUMNS, rows);
    case 'json':
      return formatJson(rows);
    case 'table':
      return formatTable(rows, dress);
  }
}

/** An array of objects with the same keys as the CSV columns; null where there is no number. */
function formatJson(rows: readonly ResultRow[]): string {
  const objects = rows.map((row) =>
    JSON.stringify(row, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? null : value)),
  );
  return objects.length === 0 ? '[]\n' : `[\n${objects.join(',\n')}\n]\n`;
}
