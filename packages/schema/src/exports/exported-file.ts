/** A file that an export makes: its path under the output folder, with forward slashes, and its text (UTF-8, lines end in \n). */
export interface ExportedFile {
  readonly path: string;
  readonly text: string;
}

/** JSON as it is written: one blank of indent and a line end. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** Rows as CSV (RFC 4180 quoting, lines end in \n); null is an empty cell. */
export function csvText(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  const cell = (value: string | number | boolean | null): string => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
