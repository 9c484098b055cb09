import { displayWidth, printable } from '../display-width.ts';
import type { TableDress } from './format-result.ts';
import { RESULT_COLUMNS, type ResultRow } from './result-row.ts';

const OPTIONAL: readonly string[] = ['category', 'by', 'group'];
const SIGNIFICANT_DIGITS = 6;

/** An aligned plain-text table: text to the left, numbers to the right and rounded to 6 digits, a footer below. */
export function formatTable(rows: readonly ResultRow[], { footer, bold }: TableDress): string {
  const columns = RESULT_COLUMNS.filter(
    (name) => !OPTIONAL.includes(name) || rows.some((row) => row[name] !== ''),
  );
  const cells = rows.map((row) => columns.map((name) => cell(row[name])));
  const widths = columns.map((name, c) =>
    Math.max(name.length, ...cells.map((line) => displayWidth(line[c] ?? ''))),
  );
  const toRight = columns.map((name) => rows.some((row) => typeof row[name] === 'number'));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, c) => {
        const blanks = ' '.repeat((widths[c] ?? 0) - displayWidth(text));
        return toRight[c] ? blanks + text : text + blanks;
      })
      .join('  ')
      .trimEnd();
  const header = line(columns);
  const rule = '-'.repeat(displayWidth(header));
  return [
    bold ? `\u001B[1m${header}\u001B[22m` : header,
    rule,
    ...cells.map(line),
    ...(rows.length === 0 ? ['(no rows)'] : []),
    rule,
    ...footer.map(printable),
    '',
  ].join('\n');
}

function cell(value: string | number): string {
  if (typeof value === 'string') return printable(value);
  if (!Number.isFinite(value)) return '';
  if (value === 0 || Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 10 ** (SIGNIFICANT_DIGITS - 1) && size < 1e15)
    return value.toFixed(size < 10 ** SIGNIFICANT_DIGITS ? 1 : 0);
  if (size < 1e-4 || size >= 1e15) return value.toExponential(3);
  return value.toPrecision(SIGNIFICANT_DIGITS);
}
