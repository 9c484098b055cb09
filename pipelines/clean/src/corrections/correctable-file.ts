import type { Mapping } from '@wavebook/schema';
import { codesOf, type Table, type TextColumn } from '@wavebook/tables';

/** A file of a wave as corrections name its cells. */
export interface CorrectableFile {
  /** As `snapshot.json` lists it. */
  readonly name: string;
  readonly table: Table;
  /** All columns of the file, also those that nothing is read from and `table` lacks. */
  readonly columns: readonly string[];
  /** Which variables are read from which column. */
  readonly mappings: readonly Mapping[];
  /** The column of the identifier. */
  readonly key: string;
  /** It lists the units of the design and holds no answers: meant only where no file of records has the variable. */
  readonly isList: boolean;
}

/** The column that a correction means: named itself, or by the one variable that is read from it. */
export function columnMeant(variable: string, { columns, mappings }: CorrectableFile): string | undefined {
  if (columns.includes(variable)) return variable;
  const mapping = mappings.find((m) => m.variable === variable);
  return mapping && mapping.times === undefined && mapping.plus === undefined && columns.includes(mapping.raw)
    ? mapping.raw
    : undefined;
}

/** The file that a correction means, or why there is none. */
export function fileMeant(
  { file, variable }: { readonly file: string; readonly variable: string },
  files: readonly CorrectableFile[],
): CorrectableFile | string {
  const names = (some: readonly CorrectableFile[]): string => some.map(({ name }) => name).join(', ');
  if (file !== '')
    return (
      files.find(({ name }) => name === file) ?? `"${file}" is no file of the wave, which has ${names(files)}`
    );
  const having = files.filter((one) => columnMeant(variable, one) !== undefined);
  const records = having.filter(({ isList }) => !isList);
  const [found, ...others] = records.length > 0 ? records : having;
  if (!found)
    return `"${variable}" is no column of ${files.length === 1 ? 'the file' : names(files)} and no variable of one column`;
  return others.length === 0
    ? found
    : `"${variable}" stands in ${names([found, ...others])}; say which is meant in a column "file"`;
}

/** The text of a cell; empty where it is blank. */
export const textIn = (column: TextColumn, row: number): string =>
  column.levels[column.codes[row] as number]?.trim() ?? '';

/** The rows of each identifier, from 0. */
export function rowsById({ table, key }: CorrectableFile): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  if (!table.columns.has(key)) return rows;
  const ids = codesOf(table, key);
  for (let row = 0; row < table.rows; row++) {
    const id = textIn(ids, row);
    const own = rows.get(id);
    if (own) own.push(row);
    else rows.set(id, [row]);
  }
  return rows;
}
