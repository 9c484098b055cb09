import type { Language } from '@wavebook/schema';
import { shownText } from '../shown-text.ts';
import { cellInterval, cellSymbol, cellText } from './cell-text.ts';
import { checkTable } from './check-table.ts';
import { isHeading, type Table } from './table.ts';
import { tableNotes } from './table-notes.ts';

/** Text that Markdown and the HTML in it leave as it is, on one line. */
const markdownText = (text: string): string =>
  shownText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** The same as a paragraph, which is no heading, list or quotation whatever it begins with. */
const paragraph = (text: string): string =>
  markdownText(text).replace(/^(?:[#+=-]|\d+(?=[.)]))/, (start) =>
    /\d/.test(start) ? `${start}\\` : `\\${start}`,
  );

/** A table as a Markdown pipe table, its title above in bold and its notes below. Groups stand before the labels of their columns. */
export function tableMarkdown(table: Table, lang: Language): string {
  checkTable(table);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = table.columns.map(({ label, group, unit, symbol }) => {
    const name = group ? `${group[lang]}${lang === 'zh' ? '：' : ': '}${label[lang]}` : label[lang];
    return markdownText(`${name}${symbol ?? ''}${unit ? ` (${unit[lang]})` : ''}`);
  });
  const rule = table.columns.map(({ kind }) => (kind === 'text' ? '---' : '---:'));
  const body = table.rows.map((row) =>
    isHeading(row)
      ? line([`**${markdownText(row.heading[lang])}**`, ...table.columns.slice(1).map(() => '')])
      : line(
          row.cells.map((cell) => {
            const interval = cellInterval(cell);
            return markdownText(
              `${cellText(cell, lang)}${cellSymbol(cell)}${interval ? ` (${interval})` : ''}`,
            );
          }),
        ),
  );
  const notes = tableNotes(table).map((note) => paragraph(note[lang]));
  return [
    `**${markdownText(`${table.number[lang]} ${table.title[lang]}`)}**`,
    [line(head), line(rule), ...body].join('\n'),
    ...notes,
    '',
  ].join('\n\n');
}
