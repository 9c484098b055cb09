import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { DataError } from './data-error.ts';
import { parseNumber } from './parse-number.ts';
import { readCsv } from './read-csv.ts';
import { textOf } from './table.ts';

/** Which columns of a CSV file are text and which are true or false; all others are numbers, empty where there is none. */
interface Kinds {
  readonly texts: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
}

/** Reads a CSV file as rows of a schema; one with a header alone has none. A row that breaks it throws a `DataError` with file, row and field. */
export async function readRecords<Row>(
  path: string,
  schema: z.ZodType<Row>,
  columns: readonly string[],
  kinds: Kinds,
): Promise<Row[]> {
  if ((await readFile(path, 'utf8')).trimEnd() === columns.join(',')) return [];
  const { table } = await readCsv(path, { encoding: 'utf-8' });
  const cellOf = (column: string, text: string): string | number | boolean | null => {
    if (kinds.texts.has(column)) return text;
    if (kinds.flags.has(column)) return text === 'true';
    return text === '' ? null : (parseNumber(text) ?? Number.NaN);
  };
  const read = columns.map((name) => [name, textOf(table, name)] as const);
  return Array.from({ length: table.rows }, (_, row) => {
    const record = Object.fromEntries(
      read.map(([name, column]) => [name, cellOf(name, column.levels[column.codes[row] as number] ?? '')]),
    );
    const result = schema.safeParse(record);
    if (!result.success)
      throw new DataError(
        `${path}: row ${row + 1}: ${result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
      );
    return result.data;
  });
}
