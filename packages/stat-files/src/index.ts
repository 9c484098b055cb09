export { type ByteSource, bytesSource } from './byte-source.ts';
export { dateOf } from './dates/date-of.ts';
export { readDta } from './dta/read-dta.ts';
export { type DtaWriteOptions, dtaPieces, writeDta } from './dta/write-dta.ts';
export { openStatFile } from './open-stat-file.ts';
export { type Inflate, inflate } from './sav/inflate.ts';
export { readSav, type SavOptions } from './sav/read-sav.ts';
export { type SavWriteOptions, savPieces, writeSav } from './sav/write-sav.ts';
export {
  missingName,
  type NumberArray,
  type NumberColumn,
  numbersOf,
  type StatColumn,
  type TextColumn,
  textsOf,
} from './stat-column.ts';
export type {
  BlockOptions,
  FileEncoding,
  Measure,
  MultipleResponseSet,
  ReadOptions,
  RowRange,
  StatBlock,
  StatFile,
  StatFileInfo,
  StatVariable,
  StorageType,
  UserMissing,
} from './stat-file.ts';
export { StatFileError } from './stat-file-error.ts';
export type { WrittenEncoding } from './text/text-encoder.ts';
export type { StatTable, WrittenColumn, WrittenVariable } from './write/stat-table.ts';
export { writeStatFile } from './write-stat-file.ts';
