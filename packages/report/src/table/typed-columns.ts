import type { Label } from '@wavebook/schema';
import { decimalsOf } from '../words/number.ts';
import { cellSymbol } from './cell-text.ts';
import { idOf, isHeading, sameInBoth, type Table, type TableCell } from './table.ts';

/** A value as a file with typed cells holds it: a text, or a number with the decimals at which it is shown. */
export type TypedValue =
  | { readonly text: Label }
  | { readonly number: number; readonly decimals: number; readonly share: boolean }
  | undefined;

/** A column of typed values. `part` says which part of the table's column it holds. */
export interface TypedColumn {
  readonly column: number;
  readonly part: 'value' | 'symbol' | 'low' | 'high' | 'id';
  readonly label: Label;
  readonly value: (cell: TableCell) => TypedValue;
}

const limits = {
  low: { zh: '下限', en: 'low' },
  high: { zh: '上限', en: 'high' },
};
const symbolLabel: Label = { zh: '标记', en: 'mark' };

const wholeValue = (cell: TableCell): TypedValue => {
  if (cell.kind === 'text') return { text: cell.text };
  if (cell.kind === 'figure')
    return { number: cell.value, decimals: decimalsOf(cell.unit), share: cell.unit === 'share' };
  if (cell.kind === 'count') return { number: cell.value, decimals: 0, share: false };
  if (cell.kind === 'number')
    return { number: cell.value, decimals: cell.decimals, share: cell.share === true };
  return cell.kind === 'few' ? { text: sameInBoth(cell.follows ? '×' : '<10') } : undefined;
};

const symbolOf = (cell: TableCell): TypedValue => {
  const symbol = cell.kind === 'withheld' ? cell.mark : cellSymbol(cell);
  return symbol ? { text: sameInBoth(symbol) } : undefined;
};

const limitOf =
  (side: 'low' | 'high') =>
  (cell: TableCell): TypedValue => {
    const interval = cell.kind === 'interval' ? cell : cell.kind === 'figure' ? cell.interval : undefined;
    if (!interval || !('unit' in cell)) return undefined;
    return { number: interval[side], decimals: decimalsOf(cell.unit), share: cell.unit === 'share' };
  };

const under = (label: Label, part: Label): Label => ({
  zh: `${label.zh}${part.zh}`,
  en: `${label.en}, ${part.en}`,
});

/**
 * The columns of a table where numbers stay numbers: an interval becomes its two limits, a symbol stands in a column of its own where any
 * cell has one, and the ids of the figures follow at the right end.
 */
export function typedColumns(table: Table): TypedColumn[] {
  const cellsOf = (column: number): TableCell[] =>
    table.rows.flatMap((row) => (isHeading(row) ? [] : [row.cells[column] as TableCell]));
  const shown = table.columns.flatMap(({ kind, label }, column): TypedColumn[] => {
    const ends = (['low', 'high'] as const).map((part) => ({
      ...{ column, part, label: under(label, limits[part]) },
      value: limitOf(part),
    }));
    if (kind === 'interval') return ends;
    const symbols = cellsOf(column).some((cell) => symbolOf(cell) !== undefined);
    return [
      { column, part: 'value', label, value: wholeValue },
      ...(symbols
        ? [{ column, part: 'symbol', label: under(label, symbolLabel), value: symbolOf } as const]
        : []),
      ...(kind === 'estimate' ? ends : []),
    ];
  });
  const ids = table.columns.flatMap(({ label }, column): TypedColumn[] =>
    cellsOf(column).some((cell) => idOf(cell) !== undefined)
      ? [
          {
            column,
            part: 'id',
            label: under(label, sameInBoth('id')),
            value: (cell) => {
              const id = idOf(cell);
              return id === undefined ? undefined : { text: sameInBoth(id) };
            },
          },
        ]
      : [],
  );
  return [...shown, ...ids];
}
