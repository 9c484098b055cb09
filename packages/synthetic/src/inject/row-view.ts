import type { Codebook } from '@wavebook/schema';
import type { RawTable } from '../raw/csv.ts';

/** A raw row read by canonical variable or by column; the injector knows layouts, not rules. */
export interface RowView {
  readonly codebook: Codebook;
  /** The raw column of a respondent's variable. */
  column(variable: string): string;
  /** Raw columns of a member slot. */
  slotColumns(slot: number): string[];
  /** The cell of a raw column. */
  cell(column: string): string;
  /** The cell of a respondent's variable. */
  value(variable: string): string;
  /** The number in the cell of a respondent's variable; NaN if blank. */
  number(variable: string): number;
}

/** Reads rows of one table; `cellsOf` says which row is being looked at. */
export function rowView(table: RawTable, codebook: Codebook, cells: readonly string[]): RowView {
  const column = (variable: string): string => {
    const mapping = codebook.respondent.find((m) => m.variable === variable);
    if (!mapping) throw new Error(`rowView: codebook ${codebook.name} has no column for "${variable}"`);
    return mapping.raw;
  };
  const cell = (name: string): string => cells[placeOf(table, name)] ?? '';
  const value = (variable: string): string => cell(column(variable));
  return {
    codebook,
    column,
    slotColumns: (slot) => codebook.member.map(({ raw }) => raw.replace('{n}', String(slot))),
    cell,
    value,
    number: (variable) => (value(variable) === '' ? Number.NaN : Number(value(variable))),
  };
}

const places = new WeakMap<readonly string[], Map<string, number>>();

/** Where a column stands in a table. */
export function placeOf(table: RawTable, name: string): number {
  let known = places.get(table.columns);
  if (!known) {
    known = new Map(table.columns.map((column, i) => [column, i]));
    places.set(table.columns, known);
  }
  const place = known.get(name);
  if (place === undefined) throw new Error(`placeOf: the table has no column "${name}"`);
  return place;
}
