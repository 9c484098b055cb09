/** A cell of a CSV file: text, a number in its shortest round-trip form, or empty. */
export type CsvCell = string | number | boolean | null;

/** A cell as it stands in a CSV file. */
export const csvText = (cell: CsvCell): string => {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
};

/** CSV text (UTF-8, line feed, RFC 4180 quoting) with a header line of `columns`. */
export function formatCsv<Row extends object>(
  columns: readonly (keyof Row & string)[],
  rows: Iterable<Row>,
): string {
  const lines = [columns.map(csvText).join(',')];
  for (const row of rows) lines.push(columns.map((c) => csvText(row[c] as CsvCell)).join(','));
  return `${lines.join('\n')}\n`;
}
