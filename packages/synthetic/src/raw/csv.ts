/** A table of raw cells. */
export interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as CSV text (RFC 4180). */
export function csvText({ columns, rows }: RawTable, lineEnd: '\n' | '\r\n' = '\n'): string {
  return [columns, ...rows].map((cells) => cells.map(quoted).join(',') + lineEnd).join('');
}
