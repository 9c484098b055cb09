export { toArquero } from './arquero.ts';
export { formatArrow, readArrow } from './arrow.ts';
export type { ByteInput } from './byte-input.ts';
export { DataError } from './data-error.ts';
export { checkEncoding, type Encoding } from './encoding.ts';
export {
  formatEstimates,
  readComparisons,
  readDesignComparisons,
  readEstimates,
  readProgrammeFigures,
  readProgrammeStatuses,
} from './estimates-csv.ts';
export type { ContainerInfo, FileEncodingInfo, FileFormat, FileInfo, VariableInfo } from './file-info.ts';
export type { Places, ReadTable, ReadTableOptions } from './formats/reading.ts';
export {
  COMMA_ADVICE,
  type FormCounts,
  formCounts,
  formNotes,
  formSentences,
  type NumberForm,
  numberForms,
  numberReader,
} from './number-forms.ts';
export { parseNumber } from './parse-number.ts';
export { pathInside } from './path-inside.ts';
export { readPublished } from './published-csv.ts';
export { readClusters, readSeries } from './quality-csv.ts';
export { type CsvFile, type CsvOptions, readCsv } from './read-csv.ts';
export { inspectFile, type OpenedTable, openTable, readTable } from './read-table.ts';
export {
  type Column,
  codesOf,
  columnOf,
  labelsOf,
  type MissingCodes,
  type NumberColumn,
  numberColumn,
  numbersOf,
  type Table,
  type TextColumn,
  table,
  textColumn,
  textOf,
} from './table.ts';
export { zipOf } from './write/zip-of.ts';
export { type CsvCell, formatCsv } from './write-csv.ts';
export { type WrittenFile, writeFiles } from './write-files.ts';
export {
  formatTable,
  tablePieces,
  type WriteTableOptions,
  type WrittenFormat,
  writeTable,
  writtenFormats,
} from './write-table.ts';
