export { ColumnIssue, ColumnIssueCode } from './column-issue.ts';
export type { DictionaryValues, InputColumn, NumberValues, PlainValues } from './input-column.ts';
export { type ColumnsVerdict, type ValidateOptions, validateColumns } from './validate-columns.ts';
