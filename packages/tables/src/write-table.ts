import { dtaPieces, savPieces } from '@wavebook/stat-files';
import { formatArrow } from './arrow.ts';
import type { Table } from './table.ts';
import { csvPieces } from './write/csv-pieces.ts';
import { parquetPieces } from './write/parquet-pieces.ts';
import { statTableOf } from './write/stat-table-of.ts';
import { withMissingColumns } from './write/with-missing-columns.ts';
import { xlsxBytes } from './write/xlsx-bytes.ts';
import { writeFiles } from './write-files.ts';

/** Formats that tables are written in: `dta` is release 118, `csv` is UTF-8 with commas. */
export const writtenFormats = ['arrow', 'csv', 'dta', 'parquet', 'sav', 'xlsx'] as const;
export type WrittenFormat = (typeof writtenFormats)[number];

export interface WriteTableOptions {
  readonly format: WrittenFormat;
  /** of the file; formats without one leave it out */
  readonly label?: string;
  /** of .dta and .sav files; GB18030 makes a .dta of release 117. Default `utf-8` */
  readonly encoding?: 'gb18030' | 'utf-8';
}

/**
 * Writes a table to a file: labels, value labels and missing codes where the format has them; in the others a text column `<name>_missing` says why
 * cells are empty. The file appears when it is whole. Equal tables give equal bytes.
 *
 * @throws DataError for a table that the format cannot hold, a folder that cannot be written to, a full disk; nothing is left behind then.
 * @example
 * writeTable('clean.dta', table, { format: 'dta', label: '2017' });
 */
export function writeTable(path: string, table: Table, options: WriteTableOptions): void {
  writeFiles([{ path, pieces: tablePieces(table, options) }]);
}

/** The bytes of a table in a format, as `writeTable` writes them. */
export function formatTable(table: Table, options: WriteTableOptions): Buffer {
  return Buffer.concat([...tablePieces(table, options)].map((piece) => piece.slice()));
}

/** The bytes of a table in a format in pieces, each good until the next. */
export function tablePieces(table: Table, options: WriteTableOptions): Iterable<Uint8Array> {
  const { format, label = '', encoding = 'utf-8' } = options;
  switch (format) {
    case 'arrow':
      return [formatArrow(withMissingColumns(table), label)];
    case 'csv':
      return csvPieces(withMissingColumns(table));
    case 'parquet':
      return parquetPieces(withMissingColumns(table), label);
    case 'dta':
      return dtaPieces(statTableOf(table, label), { release: encoding === 'utf-8' ? 118 : 117, encoding });
    case 'sav':
      return savPieces(statTableOf(table, label), { encoding });
    case 'xlsx':
      return [xlsxBytes(withMissingColumns(table))];
  }
}
