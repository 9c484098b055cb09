import type { Label } from '@wavebook/schema';
import type { Table, TableColumn } from './table.ts';

/** A header cell: what it says and how many columns and lines it takes. */
export interface HeaderCell {
  readonly label: Label;
  readonly symbol: string;
  readonly unit?: Label;
  readonly kind: TableColumn['kind'] | 'group';
  readonly columns: number;
  readonly lines: number;
  /** The column where it begins. */
  readonly at: number;
}

const sameLabel = (a: Label, b: Label): boolean => a.zh === b.zh && a.en === b.en;

/** The header of a table: one line, or two where columns share a group above their own labels. */
export function headerRows({ columns }: Pick<Table, 'columns'>): HeaderCell[][] {
  const grouped = columns.some((column) => column.group !== undefined);
  const own = (column: TableColumn, at: number, lines: number): HeaderCell => ({
    label: column.label,
    symbol: column.symbol ?? '',
    ...(column.unit ? { unit: column.unit } : {}),
    kind: column.kind,
    columns: 1,
    lines,
    at,
  });
  if (!grouped) return [columns.map((column, at) => own(column, at, 1))];
  const upper: HeaderCell[] = [];
  const lower: HeaderCell[] = [];
  columns.forEach((column, at) => {
    if (column.group === undefined) {
      upper.push(own(column, at, 2));
      return;
    }
    lower.push(own(column, at, 1));
    const last = upper.at(-1);
    if (last?.kind === 'group' && last.at + last.columns === at && sameLabel(last.label, column.group))
      upper[upper.length - 1] = { ...last, columns: last.columns + 1 };
    else upper.push({ label: column.group, symbol: '', kind: 'group', columns: 1, lines: 1, at });
  });
  return [upper, lower];
}
