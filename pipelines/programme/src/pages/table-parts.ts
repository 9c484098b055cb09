import { type Table, type TableCell, type TableColumn, type TableRow, textCell } from '@wavebook/report';
import { codeLists, type Label, type MeasurableIndicator } from '@wavebook/schema';
import { say, tableNumber } from './cells.ts';

/** Where a table stands: its anchor, and its number. */
export interface Place {
  readonly id: string;
  readonly number: string;
}

export const tableOf = (
  { id, number }: Place,
  title: Label,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  notes: readonly Label[] = [],
): Table => ({ id, number: tableNumber(number), title, columns, rows, notes });

export const codeLabel = (list: string, code: string): Label =>
  codeLists[list]?.codes.find((item) => item.code === code)?.label ?? say(code, code);

export const indicatorLabel = (known: ReadonlyMap<string, MeasurableIndicator>, id: string): Label =>
  known.get(id)?.label ?? say(id, id);

const grouped = (group: Label | undefined) => (group ? { group } : {});

export const textColumn = (label: Label, width = 30): TableColumn => ({ label, kind: 'text', width });
export const estimateColumn = (label: Label, group?: Label): TableColumn => ({
  label,
  kind: 'estimate',
  ...grouped(group),
});
export const countColumn = (label = say('n', 'n'), group?: Label): TableColumn => ({
  label,
  kind: 'count',
  ...grouped(group),
});
export const numberColumn = (label: Label, group?: Label): TableColumn => ({
  label,
  kind: 'number',
  ...grouped(group),
});
export const errorColumn = (group?: Label): TableColumn => numberColumn(say('标准误', 'SE'), group);

/** Leaves out lines in which nothing may be shown, and names them in one line at the end. */
export function withoutEmpty(
  rows: readonly { readonly label: Label; readonly cells: readonly TableCell[] }[],
): TableRow[] {
  const isShown = ({ cells }: (typeof rows)[number]): boolean =>
    cells.some(({ kind }) => kind === 'figure' || kind === 'count' || kind === 'number');
  const lines = rows
    .filter(isShown)
    .map(({ label, cells }): TableRow => ({ cells: [textCell(label, { indent: 1 }), ...cells] }));
  const empty = rows.filter((row) => !isShown(row));
  const [first] = empty;
  if (!first) return lines;
  const names = say(
    `不予公布：${empty.map(({ label }) => label.zh).join('、')}`,
    `Not shown: ${empty.map(({ label }) => label.en).join('; ')}`,
  );
  const nothing = first.cells.map((): TableCell => ({ kind: 'blank' }));
  return [...lines, { cells: [textCell(names, { indent: 1 }), ...nothing] }];
}
