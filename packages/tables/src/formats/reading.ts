import type { Unpacked } from '../containers/unpack.ts';
import type { FileInfo } from '../file-info.ts';
import type { Table } from '../table.ts';

/** What to read of a file. */
export interface ReadTableOptions {
  /** names of columns, the only ones in the table; those that the file has not are passed over. Default all */
  readonly columns?: readonly string[];
  /** rows from `from` (default 0) up to, not with, `to` (default all) */
  readonly rows?: { readonly from?: number; readonly to?: number };
  /** of texts, in spite of what the file declares: `utf-8`, `gb18030`, `gbk`, … Default: declared, else sniffed */
  readonly encoding?: string;
  /** name, or number from 1, of a sheet of Excel. Default: the first */
  readonly sheet?: string | number;
  /** name of the file inside a zip that holds several */
  readonly member?: string;
  /** bytes of .dta and .sav files that are no text of the encoding: `fail` (default) throws, `replace` puts U+FFFD */
  readonly invalidText?: 'fail' | 'replace';
  /** whether columns of text files that hold numbers alone become numbers (default); with `false` they stay text, which takes half the memory */
  readonly typed?: boolean;
}

/** Where a row, counted from 0, stands for who opens the file: `line 12`, of a sheet `row 12`, of other formats `data row 11`. */
export type Places = (row: number) => string;

export interface ReadTable {
  readonly table: Table;
  readonly info: FileInfo;
  /** Where the rows stand. A text file is read again for it. */
  readonly places: () => Promise<Places>;
}

/** Reads one format. `headerOnly`: only `info` is wanted, the table may be without columns. */
export type FormatReader = (
  unpacked: Unpacked,
  options: ReadTableOptions & { readonly headerOnly: boolean },
) => Promise<
  Omit<ReadTable, 'places'> & {
    /** The lines, or rows of the sheet, in which the rows begin, from 1. */
    readonly lines?: () => Promise<readonly number[]>;
  }
>;
