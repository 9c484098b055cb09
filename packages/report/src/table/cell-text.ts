import type { Language } from '@wavebook/schema';
import { countInWords, grouped, intervalText, plainFigure } from '../words/number.ts';
import type { Heat, TableCell } from './table.ts';

/** A cell as it is read, without its symbol: `65.3`, `63.0–67.5`, `1,204`. */
export function cellText(cell: TableCell, lang: Language): string {
  switch (cell.kind) {
    case 'text':
      return cell.text[lang];
    case 'figure':
      return plainFigure(cell.value, cell.unit);
    case 'withheld':
      return cell.mark;
    case 'interval':
      return intervalText(cell.low, cell.high, cell.unit);
    case 'count':
      return countInWords(cell.value);
    case 'number':
      return cell.share ? grouped(cell.value * 100, cell.decimals) : grouped(cell.value, cell.decimals);
    case 'few':
      return cell.follows ? '×' : '<10';
    case 'none':
      return '–';
    case 'blank':
      return '';
  }
}

/** The interval that stands beneath a figure. */
export function cellInterval(cell: TableCell): string {
  if (cell.kind !== 'figure' || !cell.interval) return '';
  return intervalText(cell.interval.low, cell.interval.high, cell.unit);
}

/** The symbol that stands raised after a cell. */
export function cellSymbol(cell: TableCell): string {
  if (cell.kind === 'text' || cell.kind === 'number' || cell.kind === 'few') return cell.symbol ?? '';
  return cell.kind === 'figure' ? cell.mark : '';
}

/** The class of colour of a cell, if it has one. */
export const heatOfCell = (cell: TableCell): Heat | undefined =>
  cell.kind === 'number' || cell.kind === 'few' ? cell.heat : undefined;
