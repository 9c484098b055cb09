import type { FileEncoding, Measure, MultipleResponseSet, UserMissing } from '@wavebook/stat-files';

/** A kind of data file. `csv` is any text with separators. */
export type FileFormat = 'arrow' | 'csv' | 'dta' | 'parquet' | 'sav' | 'xlsx' | 'zsav';

/** What a file says of a variable beside its cells. */
export interface VariableInfo {
  readonly name: string;
  /** in the file's own language; empty if there is none */
  readonly label: string;
  readonly type: 'number' | 'text';
  /** how the file stores it: `byte`, `double`, `string`, `dictionary`, `date`, …; `text` where it stores text alone */
  readonly storage: string;
  /** as the file's program writes it: `%8.0g`, `F8.2`; empty if there is none */
  readonly format: string;
  readonly measure: Measure;
  /** labels by the text of their code: `1`, `.a`, and `99` also where that is declared missing */
  readonly valueLabels: ReadonlyMap<string, string>;
  /** what the user of SPSS declared missing */
  readonly userMissing: UserMissing;
}

/** The file inside a compressed one. */
export interface ContainerInfo {
  readonly kind: 'gz' | 'zip';
  readonly member: string;
  /** names of all files inside */
  readonly members: readonly string[];
}

/** What a data file is and holds. */
export interface FileInfo {
  readonly path: string;
  readonly format: FileFormat;
  /** Stata's release, SPSS's layout code, Parquet's version */
  readonly version?: number;
  readonly container?: ContainerInfo;
  /** of texts; absent where the format knows one alone */
  readonly encoding?: FileEncodingInfo;
  /** between the cells of a text file */
  readonly delimiter?: string;
  readonly sheet?: { readonly name: string; readonly names: readonly string[] };
  readonly rows: number;
  /** of the file; empty if there is none */
  readonly label: string;
  readonly variables: readonly VariableInfo[];
  readonly multipleResponseSets: readonly MultipleResponseSet[];
  /** SPSS's weight variable */
  readonly weight?: string;
  /** what a person should know of how the file was taken, as sentences */
  readonly notes: readonly string[];
}

/** An encoding and how it came to be known. */
export interface FileEncodingInfo {
  readonly name: string;
  readonly from: FileEncoding['from'] | 'byte-order mark';
}

/** A variable of which the file says its name and kind alone. */
export const plainVariable = (
  name: string,
  type: VariableInfo['type'],
  storage: string = type,
): VariableInfo => ({
  name,
  label: '',
  type,
  storage,
  format: '',
  measure: 'unknown',
  valueLabels: new Map(),
  userMissing: { values: [] },
});
