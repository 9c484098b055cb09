import { extname } from 'node:path';
import { type ByteInput, checkFile, nameOf } from './byte-input.ts';
import { type Unpacked, unpack } from './containers/unpack.ts';
import type { FileInfo } from './file-info.ts';
import type { FormatReader, ReadTable, ReadTableOptions } from './formats/reading.ts';
import type { Table } from './table.ts';

const readers: Readonly<Record<Unpacked['content'], () => Promise<FormatReader>>> = {
  arrow: async () => (await import('./formats/read-arrow.ts')).readArrowFile,
  csv: async () => (await import('./formats/read-text.ts')).readText,
  dta: async () => (await import('./formats/read-stat.ts')).readStat,
  parquet: async () => (await import('./formats/read-parquet.ts')).readParquet,
  sav: async () => (await import('./formats/read-stat.ts')).readStat,
  xlsx: async () => (await import('./formats/read-xlsx.ts')).readXlsx,
};

/**
 * Reads any data file into a columnar table: Stata .dta, SPSS .sav and .zsav, CSV and its kin, Excel .xlsx, Parquet, Arrow, and any of these in a
 * zip or gzip file. What a file is is seen from its content, not its name.
 *
 * @param input a path, or bytes with the name that messages call them by.
 * @returns the table, and what the file is and says of its variables.
 * @throws DataError with file, place, what was expected and what to do: no such file, damaged, truncated, encrypted, too large when unpacked,
 *   of an unknown kind or encoding, without data rows, with a header that names a column twice or not at all.
 * @example
 * const { table, info } = await readTable('2014年全国个人A卷 【全】.dta', { columns: ['q101b1'] });
 * info.encoding; // { name: 'gb18030', from: 'sniffed' }
 * labelsOf(table, 'q101b1').levels; // ['男', '女']
 */
export async function readTable(input: ByteInput, options: ReadTableOptions = {}): Promise<ReadTable> {
  return read(input, options, false);
}

/**
 * What a data file is and holds, without its cells. Of Stata, SPSS, Parquet files the header alone is read; of text and Excel files all, to know
 * which columns are numbers.
 *
 * @throws DataError as `readTable`.
 */
export async function inspectFile(
  input: ByteInput,
  options: Pick<ReadTableOptions, 'encoding' | 'invalidText' | 'member' | 'sheet'> = {},
): Promise<FileInfo> {
  return (await read(input, options, true)).info;
}

/** A file of which it is known what it holds; its cells are read when asked for. */
export interface OpenedTable {
  readonly info: FileInfo;
  /** The columns of these names, default all, as `readTable` gives them. */
  table(columns?: readonly string[]): Promise<Table>;
  readonly places: ReadTable['places'];
}

/**
 * Opens a data file to choose columns by what is in it: of Stata, SPSS, Parquet and Arrow files only those are read that are asked for.
 *
 * @throws DataError as `readTable`.
 */
export async function openTable(input: ByteInput, options: ReadTableOptions = {}): Promise<OpenedTable> {
  const { unpacked, reader } = await recognised(input, options);
  const headerOnly = unpacked.content !== 'csv' && unpacked.content !== 'xlsx';
  const opened = await reader(unpacked, { ...options, headerOnly });
  return {
    info: completed(input, opened.info),
    places: placesOf(opened, options),
    table: async (columns) => {
      if (headerOnly)
        return (await reader(unpacked, { ...options, ...(columns ? { columns } : {}), headerOnly: false }))
          .table;
      if (!columns) return opened.table;
      const wanted = new Set(columns);
      const kept = [...opened.table.columns].filter(([name]) => wanted.has(name));
      return { ...opened.table, columns: new Map(kept) };
    },
  };
}

async function read(input: ByteInput, options: ReadTableOptions, headerOnly: boolean): Promise<ReadTable> {
  const { unpacked, reader } = await recognised(input, options);
  const opened = await reader(unpacked, { ...options, headerOnly });
  return { table: opened.table, info: completed(input, opened.info), places: placesOf(opened, options) };
}

const placesOf =
  ({ info, lines }: Awaited<ReturnType<FormatReader>>, { rows }: ReadTableOptions): ReadTable['places'] =>
  async () => {
    const numbers = await lines?.();
    const word = info.format === 'csv' ? 'line' : 'row';
    const from = rows?.from ?? 0;
    return (row) => (numbers ? `${word} ${numbers[from + row]}` : `data row ${from + row + 1}`);
  };

async function recognised(
  input: ByteInput,
  { member }: ReadTableOptions,
): Promise<{ unpacked: Unpacked; reader: FormatReader }> {
  if (typeof input === 'string') await checkFile(input);
  const unpacked = await unpack(input, member);
  return { unpacked, reader: await readers[unpacked.content]() };
}

function completed(input: ByteInput, info: FileInfo): FileInfo {
  const path = nameOf(input);
  return { ...info, path, notes: [...named(path, info), ...info.notes] };
}

const endings: Readonly<Record<FileInfo['format'], readonly string[]>> = {
  arrow: ['.arrow', '.feather', '.arrows'],
  csv: ['.csv', '.tsv', '.tab', '.txt', ''],
  dta: ['.dta'],
  parquet: ['.parquet'],
  sav: ['.sav'],
  xlsx: ['.xlsx', '.xlsm'],
  zsav: ['.zsav', '.sav'],
};

const said: Readonly<Record<FileInfo['format'], string>> = {
  arrow: 'an Arrow file',
  csv: 'text with separators',
  dta: 'a Stata file',
  parquet: 'a Parquet file',
  sav: 'an SPSS file',
  xlsx: 'an Excel workbook',
  zsav: 'a compressed SPSS file',
};

/** A note where the name ends in what the file is not. */
const named = (path: string, { format, container }: FileInfo): string[] => {
  const name = container?.member ?? path;
  const ending = extname(name).toLowerCase();
  const known = Object.values(endings).some((list) => ending !== '' && list.includes(ending));
  return known && !endings[format].includes(ending)
    ? [`named ${ending}, but by its content ${said[format]}`]
    : [];
};
