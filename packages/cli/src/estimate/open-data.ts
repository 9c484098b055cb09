import { contentOf, type Encoding, readCsv, type Table } from '@wavebook/tables/csv';

/** A data file of any supported format, opened. */
export interface OpenedData {
  readonly table: Table;
  /** all names of the file, in its order */
  readonly names: readonly string[];
  /** of a text file; undefined for other formats */
  readonly encoding: Encoding | undefined;
}

/**
 * Opens a data file of any supported format, also in a zip or gzip file. What it is is seen from its content, not its extension.
 *
 * @throws DataError naming the path: no such file, a folder, a file that is no data; else as `readTable`.
 */
export async function openData(path: string): Promise<Table> {
  return (await openColumns(path)).table;
}

/**
 * As `openData`, with the encoding that was found and all names of the file.
 *
 * @param columns the only ones that the table shall have; absent: all. @param numbers those of which only numbers are wanted.
 */
export async function openColumns(
  path: string,
  columns?: readonly string[],
  numbers?: readonly string[],
): Promise<OpenedData> {
  if ((await contentOf(path)) === 'csv') return readCsv(path, { columns, numbers });
  const { readTable } = await import('@wavebook/tables');
  const { table, info } = await readTable(path, { typed: false, ...(columns ? { columns } : {}) });
  return { table, names: info.variables.map(({ name }) => name), encoding: undefined };
}
