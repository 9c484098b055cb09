import type { Table, TextColumn } from '@wavebook/tables';

/** The text column of a variable; undefined where the table has none or it holds numbers. */
export function textColumnOf(table: Table, name: string): TextColumn | undefined {
  const column = table.columns.get(name);
  return column?.kind === 'text' ? column : undefined;
}

/** The numbers of a variable; undefined where the table has none or it holds text. */
export function numbersIn(table: Table, name: string): Float64Array | undefined {
  const column = table.columns.get(name);
  return column?.kind === 'number' ? column.values : undefined;
}

/** How often each level of a text column occurs, empty cells not counted. */
export function levelCounts({ codes, levels }: TextColumn): number[] {
  const counts = new Int32Array(levels.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code >= 0) counts[code] = (counts[code] as number) + 1;
  }
  return [...counts];
}
