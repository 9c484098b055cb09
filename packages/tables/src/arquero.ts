import { table as arqueroTable, type ColumnTable } from 'arquero';
import type { Table, TextColumn } from './table.ts';

/** Texts as Arquero reads a column: nothing is copied. */
class TextView {
  readonly length: number;
  private readonly codes: Int32Array;
  private readonly levels: readonly string[];

  constructor({ codes, levels }: TextColumn) {
    this.length = codes.length;
    this.codes = codes;
    this.levels = levels;
  }

  at(row: number): string | null {
    return this.levels[this.codes[row] as number] ?? null;
  }

  *[Symbol.iterator](): Iterator<string | null> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }
}

/**
 * The table as an Arquero table, without copying: numbers are the array itself, in which NaN is an empty cell, as Arquero's own functions take it;
 * text is looked up in its levels, null where the cell is empty.
 */
export function toArquero(input: Table): ColumnTable {
  return arqueroTable(
    [...input.columns].map(([name, column]) => [
      name,
      column.kind === 'number' ? column.values : new TextView(column),
    ]),
  );
}
