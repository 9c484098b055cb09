import type { Language } from '@wavebook/schema';
import { type Html, html } from '../html.ts';
import { cellInterval, cellSymbol, cellText, heatOfCell } from './cell-text.ts';
import { checkTable } from './check-table.ts';
import { headerRows } from './header-rows.ts';
import { idOf, isHeading, type Table, type TableCell } from './table.ts';
import { tableNotes } from './table-notes.ts';

export interface TableHtmlOptions {
  /** Where an estimate's id leads, if anywhere. */
  readonly traceOf?: (id: string) => string | undefined;
}

/** Width of a column from which its texts are long. */
const WIDE = 20;

const symbolMarkup = (symbol: string): Html => (symbol ? html`<sup>${symbol}</sup>` : html``);

/**
 * A table in three-line style with its title above and its notes below, wide ones in a frame that scrolls. Figures carry the id of their
 * estimate in `data-id`.
 *
 * @example tableHtml(table, 'en').markup // '<div class="table" id="t-1"><p class="table-title" …'
 */
export function tableHtml(table: Table, lang: Language, { traceOf }: TableHtmlOptions = {}): Html {
  checkTable(table);
  const head = headerRows(table).map(
    (line) =>
      html`<tr>${line.map(
        (cell) =>
          html`<th scope="${cell.kind === 'group' ? 'colgroup' : 'col'}" class="${cell.kind}" colspan="${cell.columns}" rowspan="${cell.lines}">${cell.label[lang]}${symbolMarkup(cell.symbol)}${cell.unit ? html`<small>${cell.unit[lang]}</small>` : ''}</th>`,
      )}</tr>`,
  );
  const valueMarkup = (cell: TableCell): Html => {
    const text = cellText(cell, lang);
    const id = idOf(cell);
    const target =
      cell.kind === 'text' && cell.anchor ? `#${cell.anchor}` : id === undefined ? undefined : traceOf?.(id);
    return target ? html`<a href="${target}">${text}</a>` : html`${text}`;
  };
  const body = table.rows.map((row) => {
    if (isHeading(row))
      return html`<tr class="heading"><th scope="rowgroup" colspan="${table.columns.length}">${row.heading[lang]}</th></tr>`;
    const cells = row.cells.map((cell, i) => {
      const interval = cellInterval(cell);
      const content = html`${valueMarkup(cell)}${symbolMarkup(cellSymbol(cell))}${interval ? html`<small>${interval}</small>` : ''}`;
      const kind = table.columns[i]?.kind ?? 'text';
      const indent = cell.kind === 'text' && cell.indent ? html` class="indent-${cell.indent}"` : html``;
      if (i === 0 && cell.kind === 'text') return html`<th scope="row"${indent}>${content}</th>`;
      const id = idOf(cell);
      const named = id === undefined ? html`` : html` data-id="${id}"`;
      const heat = heatOfCell(cell);
      const wide = (table.columns[i]?.width ?? 0) >= WIDE ? ' wide' : '';
      const kindOf =
        cell.kind === 'text' ? `text${wide}` : `${kind}${heat === undefined ? '' : ` heat-${heat}`}`;
      return html`<td class="${kindOf}"${named}>${content}</td>`;
    });
    return html`<tr>${cells}</tr>`;
  });
  const notes = tableNotes(table);
  const below =
    notes.length > 0
      ? html`<p class="note">${notes.map((note) => note[lang]).join(lang === 'zh' ? '' : ' ')}</p>`
      : '';
  const key = table.legend
    ? html`<p class="key">${table.legend.map(({ heat, label }) => html`<span class="heat-${heat}">${label[lang]}</span> `)}</p>`
    : '';
  const title = `${table.id}-title`;
  return html`<div class="table" id="${table.id}"><p class="table-title" id="${title}"><b>${table.number[lang]}</b> ${table.title[lang]}</p>${key}<div class="scroll" role="region" aria-labelledby="${title}" tabindex="0"><table aria-labelledby="${title}"><thead>${head}</thead><tbody>${body}</tbody></table></div>${below}</div>`;
}
