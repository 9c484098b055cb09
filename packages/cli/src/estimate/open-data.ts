import { contentOf, readCsv, type Table } from '@wavebook/tables/csv';

/** A data file of any supported format, opened. */
export interface OpenedData {
  readonly table: Table;
  /** all names of the file, in its order */
  readonly names: readonly string[];
  /** of a text file; undefined for other formats */
  readonly encoding: string | undefined;
}

/**
 * Opens a data file of any supported format, also in a zip or gzip file. What it is is seen from its content, not its extension.
 *
 * @throws DataError naming the path: no such file, a folder, a file that is no data; else as `readTable`.
 */
export async function openData(path: string): Promise<Table> {
  return (await openColumns(path, {})).table;
}

/** What of a file to read, and how, where it does not say so itself; see `ReadTableOptions`. */
export interface Reading {
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
  readonly member?: string | undefined;
}

/** What is wanted of a file. */
export interface WantedColumns {
  /** the only ones that the table shall have; absent: all */
  readonly columns?: readonly string[] | undefined;
  /** those of which only numbers are wanted */
  readonly numbers?: readonly string[] | undefined;
}

/** As `openData`, with the encoding that was found and all names of the file. */
export async function openColumns(
  path: string,
  { encoding, sheet, member }: Reading,
  { columns, numbers }: WantedColumns = {},
): Promise<OpenedData> {
  const isText = (await contentOf(path)) === 'csv';
  if (isText && encoding === undefined) return readCsv(path, { columns, numbers });
  const { readTable } = await import('@wavebook/tables');
  const { table, info } = await readTable(path, {
    typed: false,
    ...(columns ? { columns } : {}),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(member === undefined ? {} : { member }),
  });
  return {
    table,
    names: info.variables.map(({ name }) => name),
    encoding: isText ? info.encoding?.name : undefined,
  };
}
