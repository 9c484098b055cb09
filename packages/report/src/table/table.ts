import type { Label } from '@wavebook/schema';

/**
 * A table of the book, apart from any file format and language: every text has its Chinese and its English form. `tableHtml`, `tableWord`,
 * `tableCsv`, `tableMarkdown` and `workbook` write it.
 *
 * - `id` is the anchor of the table; `number` what it is called in a text (`表1-1`, `Table 1.1`), its place in the workbook too.
 * - `notes` are printed under it, after what its symbols mean.
 */
export interface Table {
  readonly id: string;
  readonly number: Label;
  readonly title: Label;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Meanings of symbols other than the marks of quality, which explain themselves. */
  readonly footnotes?: readonly { readonly symbol: string; readonly text: Label }[];
  readonly notes?: readonly Label[];
  readonly source?: Label;
  /** What the colours of its cells mean, lightest first; a table with coloured cells has one. */
  readonly legend?: readonly HeatKey[];
}

/** A class of a coloured cell, from light to dark. */
export type Heat = 0 | 1 | 2 | 3 | 4;

export interface HeatKey {
  readonly heat: Heat;
  readonly label: Label;
}

/**
 * A column. Neighbours with the same `group` share one header above theirs; `unit` stands under the label. `kind` says what its cells hold:
 * it aligns them, and gives intervals and marks columns of their own where a file has typed cells.
 */
export interface TableColumn {
  readonly label: Label;
  readonly group?: Label;
  readonly unit?: Label;
  readonly kind: 'text' | 'figure' | 'estimate' | 'interval' | 'count' | 'number';
  /** Footnote symbol at the label. */
  readonly symbol?: string;
  /** In characters; usual for the kind if absent. */
  readonly width?: number;
}

/** A line of cells, one a column, or a heading over the lines that follow. */
export type TableRow = { readonly cells: readonly TableCell[] } | { readonly heading: Label };

/**
 * What a cell holds.
 *
 * - `text`, with a footnote symbol, an indent and an anchor to which it links in documents.
 * - `figure`: an estimate in the unit of its row, its mark of quality and its id, in a column of kind `estimate` with its interval beneath; `withheld`: the mark and the id of one that may not be shown.
 * - `interval`: its confidence limits. `count`: a whole number. `number`: any other, shown with `decimals` (a share in per cent).
 * - `few`: fewer than ten respondents, whose number is not shown; with `follows` one that such a number would follow from. `heat` colours a
 *   cell by its class.
 * - `none`: no such estimate, shown as a dash; `blank`: nothing to say.
 *
 * An `id` leads to the trace of what the cell says.
 */
export type TableCell =
  | {
      readonly kind: 'text';
      readonly text: Label;
      readonly symbol?: string;
      readonly indent?: number;
      readonly anchor?: string;
      readonly id?: string;
    }
  | {
      readonly kind: 'figure';
      readonly value: number;
      readonly unit: string;
      readonly mark: string;
      readonly id: string;
      readonly interval?: { readonly low: number; readonly high: number };
    }
  | { readonly kind: 'withheld'; readonly mark: string; readonly id: string }
  | { readonly kind: 'interval'; readonly low: number; readonly high: number; readonly unit: string }
  | { readonly kind: 'count'; readonly value: number; readonly id?: string }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly decimals: number;
      readonly share?: true;
      readonly symbol?: string;
      readonly heat?: Heat;
      readonly id?: string;
    }
  | {
      readonly kind: 'few';
      readonly follows?: true;
      readonly symbol?: string;
      readonly heat?: Heat;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'blank' };

/** The same words in both languages: a year, a code, a file name. */
export const sameInBoth = (text: string): Label => ({ zh: text, en: text });

export const isHeading = (row: TableRow): row is { readonly heading: Label } => 'heading' in row;

/** The id that leads from a cell to its trace. */
export const idOf = (cell: TableCell): string | undefined => ('id' in cell ? cell.id : undefined);
