import type { StatColumn } from './stat-column.ts';

/** How a variable is stored: Stata's types; in SPSS every number is a double. */
export type StorageType = 'byte' | 'int' | 'long' | 'float' | 'double' | 'string' | 'strL';

export type Measure = 'unknown' | 'nominal' | 'ordinal' | 'scale';

/** What SPSS's user declared missing: single values, a range with both ends in it, or a range and one value. */
export interface UserMissing {
  readonly values: readonly (number | string)[];
  readonly range?: { readonly low: number; readonly high: number };
}

export interface StatVariable {
  readonly name: string;
  /** empty if there is none */
  readonly label: string;
  readonly type: StorageType;
  /** bytes of a cell; for `strL` those of the reference */
  readonly width: number;
  /** as the file's program writes it: `%8.0g`, `%td`, `F8.2`, `DATE11` */
  readonly format: string;
  /** Stata files do not say: `unknown` */
  readonly measure: Measure;
  readonly valueLabels: ReadonlyMap<number | string, string>;
  /** labels of Stata's missing codes, by code: 1 is `.`, 2 is `.a` */
  readonly missingLabels: ReadonlyMap<number, string>;
  readonly userMissing: UserMissing;
}

/** SPSS's multiple-response set: one question whose answers stand in several variables. */
export interface MultipleResponseSet {
  /** with its dollar sign */
  readonly name: string;
  readonly label: string;
  /** `dichotomies`: a variable an answer, chosen where it holds `countedValue`; `categories`: each variable holds an answer's code */
  readonly kind: 'categories' | 'dichotomies';
  readonly countedValue?: string;
  readonly variables: readonly string[];
}

/** Rows from `from` (default 0) up to, not with, `to` (default all). */
export interface RowRange {
  readonly from?: number;
  readonly to?: number;
}

export interface BlockOptions {
  /** names of variables, default all */
  readonly columns?: readonly string[];
  readonly rows?: RowRange;
  /** rows in a block, default 65,536 */
  readonly blockRows?: number;
}

export interface StatBlock {
  /** the block's first row in the file */
  readonly first: number;
  readonly rows: number;
  /** each with a dictionary and number type of its own */
  readonly columns: ReadonlyMap<string, StatColumn>;
}

/** An encoding and how it came to be known. */
export interface FileEncoding {
  readonly name: string;
  readonly from: 'given' | 'declared' | 'sniffed';
}

export interface StatFileInfo {
  readonly format: 'dta' | 'sav' | 'zsav';
  /** Stata's release number (113 to 119), SPSS's layout code (2 or 3) */
  readonly version: number;
  readonly littleEndian: boolean;
  readonly encoding: FileEncoding;
  readonly label: string;
  /** as it stands in the file */
  readonly timestamp: string;
  /** lines of SPSS's document record */
  readonly documents: readonly string[];
  readonly rows: number;
  readonly variables: readonly StatVariable[];
  readonly multipleResponseSets: readonly MultipleResponseSet[];
  /** SPSS's weight variable */
  readonly weight?: string;
}

/** An opened file: what it holds is known, its cells are read when asked for. */
export interface StatFile extends StatFileInfo {
  /** Columns by name, in the order asked for (default all). Throws for names that are not in the file. */
  columns(names?: readonly string[], options?: { readonly rows?: RowRange }): Map<string, StatColumn>;
  /** The same, a block of rows at a time: memory stays that of one block. */
  blocks(options?: BlockOptions): Generator<StatBlock>;
  /** Lets go of the file on disk. */
  close(): void;
}

export interface ReadOptions {
  /** in spite of what the file declares: a name that `TextDecoder` knows, or `gbk`, `cp936`, … */
  readonly encoding?: string;
  /** bytes that are no text of the encoding: `fail` (default) throws, `replace` puts U+FFFD */
  readonly invalidText?: 'fail' | 'replace';
  /** what messages call the file, default `bytes` */
  readonly name?: string;
}
