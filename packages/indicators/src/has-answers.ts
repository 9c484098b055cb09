import type { Table } from '@wavebook/tables';

/** Whether any row of a table answers a variable. */
export function hasAnswers(records: Table, variable: string): boolean {
  const column = records.columns.get(variable);
  if (!column) return false;
  return column.kind === 'number'
    ? column.values.some((v) => !Number.isNaN(v))
    : column.codes.some((code) => code >= 0);
}
