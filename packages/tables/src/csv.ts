export { DataError } from './data-error.ts';
export { readCsv } from './read-csv.ts';
export { columnOf, numbersOf, parseNumber, type Table, type TextColumn, textOf } from './table.ts';
export { formatCsv } from './write-csv.ts';
