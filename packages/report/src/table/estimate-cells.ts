import type { EstimateRow, Label } from '@wavebook/schema';
import { markOf } from '../words/number.ts';
import { sameInBoth, type TableCell } from './table.ts';

/** An estimate with its mark and id; a suppressed one is withheld, one that was not made is a dash. */
export function figureCell(row: EstimateRow | undefined): TableCell {
  if (!row || (row.estimate === null && !row.suppressed)) return { kind: 'none' };
  const mark = markOf(row);
  if (row.suppressed || row.estimate === null) return { kind: 'withheld', mark, id: row.id };
  return { kind: 'figure', value: row.estimate, unit: row.unit, mark, id: row.id };
}

/** The same with its interval beneath, for a column of kind `estimate`. */
export function estimateCell(row: EstimateRow | undefined): TableCell {
  const figure = figureCell(row);
  if (figure.kind !== 'figure' || !row || row.ci_low === null || row.ci_high === null) return figure;
  return { ...figure, interval: { low: row.ci_low, high: row.ci_high } };
}

/** The interval of an estimate that may be shown. */
export function intervalCell(row: EstimateRow | undefined): TableCell {
  if (!row || row.suppressed || row.ci_low === null || row.ci_high === null) return { kind: 'blank' };
  return { kind: 'interval', low: row.ci_low, high: row.ci_high, unit: row.unit };
}

/** The respondents behind an estimate that may be shown. */
export function countCell(row: EstimateRow | undefined): TableCell {
  return !row || row.suppressed ? { kind: 'blank' } : { kind: 'count', value: row.n };
}

/** A number that is no estimate, shown with so many decimals; absent is blank. */
export function numberCell(value: number | null | undefined, decimals: number): TableCell {
  return value === null || value === undefined ? { kind: 'blank' } : { kind: 'number', value, decimals };
}

/** A share that is no estimate, shown in per cent. */
export function percentCell(value: number | null | undefined, decimals = 1): TableCell {
  return value === null || value === undefined
    ? { kind: 'blank' }
    : { kind: 'number', value, decimals, share: true };
}

/** A text, the same in both languages if it is no label. */
export function textCell(text: Label | string, more: { symbol?: string; indent?: number } = {}): TableCell {
  return { kind: 'text', text: typeof text === 'string' ? sameInBoth(text) : text, ...more };
}
