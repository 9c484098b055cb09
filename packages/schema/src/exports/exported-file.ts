/** A file that an export makes: its path under the output folder, with forward slashes, and its text (UTF-8, lines end in \n). */
export interface ExportedFile {
  readonly path: string;
  readonly text: string;
}

const lineWidth = 160;

/** JSON as it is written: an object or a list on one line where it fits, else one member a line; a line end at the end. */
export const jsonText = (value: unknown): string => `${written(JSON.parse(JSON.stringify(value)), '')}\n`;

function written(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (value === null || typeof value !== 'object' || indent.length + line.length <= lineWidth) return line;
  const deeper = `${indent} `;
  const [open, close, members] = Array.isArray(value)
    ? ['[', ']', value.map((item) => written(item, deeper))]
    : [
        '{',
        '}',
        Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${written(item, deeper)}`),
      ];
  return `${open}\n${members.map((member) => deeper + member).join(',\n')}\n${indent}${close}`;
}

/** Rows as CSV (RFC 4180 quoting, lines end in \n); null is an empty cell. */
export function csvText(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  const cell = (value: string | number | boolean | null): string => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
