import type { Language } from '@wavebook/schema';
import { checkTable } from './check-table.ts';
import { isHeading, type Table } from './table.ts';
import { tableNotes } from './table-notes.ts';
import { type TypedValue, typedColumns } from './typed-columns.ts';

/** A spreadsheet reads a text that begins so as a formula; an apostrophe makes it text. */
const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * A table as CSV: one line of headers, numbers in full precision (shares between 0 and 1), limits, symbols and ids in columns of their own,
 * then an empty line and the notes. Texts that a spreadsheet would take for formulas begin with an apostrophe.
 */
export function tableCsv(table: Table, lang: Language): string {
  checkTable(table);
  const columns = typedColumns(table);
  const written = (value: TypedValue): string => {
    if (value === undefined) return '';
    return 'text' in value ? quoted(asText(value.text[lang])) : String(value.number);
  };
  const groupOf = (column: number): string => {
    const group = table.columns[column]?.group;
    return group ? `${group[lang]} ` : '';
  };
  const unitOf = (column: number): string => {
    const unit = table.columns[column]?.unit;
    return unit ? ` (${unit[lang]})` : '';
  };
  const head = columns.map(({ column, part, label }) =>
    quoted(asText(`${groupOf(column)}${label[lang]}${part === 'value' ? unitOf(column) : ''}`)),
  );
  const body = table.rows.map((row) =>
    isHeading(row)
      ? quoted(asText(row.heading[lang]))
      : columns
          .map(({ column, value }) => written(value(row.cells[column] as (typeof row.cells)[number])))
          .join(','),
  );
  const notes = tableNotes(table).map((note) => quoted(asText(note[lang])));
  return `${[head.join(','), ...body, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')}\n`;
}
