export { contentOf } from './content-of.ts';
export { DataError } from './data-error.ts';
export type { Encoding } from './encoding.ts';
export { formNotes, numberReader } from './number-forms.ts';
export { parseNumber } from './parse-number.ts';
export { readCsv } from './read-csv.ts';
export { codesOf, columnOf, numbersOf, type Table, type TextColumn, textOf } from './table.ts';
export { csvText, formatCsv } from './write-csv.ts';
export { writeProblem } from './write-problem.ts';
