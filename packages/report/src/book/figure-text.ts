import type { EstimateRow, Language } from '@wavebook/schema';
import { type Html, html } from '../html.ts';
import { countInWords, markOf, plainFigure } from '../words/number.ts';

/** A number of the book: shown with its mark, traceable by its id. A suppressed one shows only its mark. */
export function figureCell(row: EstimateRow | undefined): Html {
  if (!row || row.estimate === null) return html`<td class="number">–</td>`;
  const mark = markOf(row);
  if (row.suppressed) return html`<td class="number" data-id="${row.id}">×</td>`;
  return html`<td class="number" data-id="${row.id}">${plainFigure(row.estimate, row.unit)}${mark ? html`<sup>${mark}</sup>` : ''}</td>`;
}

export function intervalCell(row: EstimateRow | undefined): Html {
  if (!row || row.suppressed || row.ci_low === null || row.ci_high === null)
    return html`<td class="number"></td>`;
  return html`<td class="number interval">${plainFigure(row.ci_low, row.unit)}–${plainFigure(row.ci_high, row.unit)}</td>`;
}

export function countCell(row: EstimateRow | undefined): Html {
  return html`<td class="number">${!row || row.suppressed ? '' : countInWords(row.n)}</td>`;
}

export function percentCell(value: number | null | undefined): Html {
  return html`<td class="number">${value === null || value === undefined ? '' : (value * 100).toFixed(1)}</td>`;
}

/** Joins labels with the comma of the language. */
export const listed = (items: readonly string[], lang: Language): string =>
  items.join(lang === 'zh' ? '、' : ', ');
