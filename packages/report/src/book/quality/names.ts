import {
  codeLists,
  type IssueAction,
  type IssueSeverity,
  type Label,
  respondentVariables,
} from '@wavebook/schema';
import type { TableColumn } from '../../table/table.ts';
import { sameInBoth } from '../../table/table.ts';
import type { BookWave } from '../book-data.ts';

/** What cleaning does with a record or cell that breaks a rule. */
export const actionLabels: Record<IssueAction, Label> = {
  keep: { zh: '保留并标记', en: 'kept, flagged' },
  set_invalid: { zh: '该值作废', en: 'cell set invalid' },
  out_of_scope: { zh: '不属调查总体，剔除', en: 'out of scope' },
  reject: { zh: '剔除记录', en: 'record rejected' },
};

export const severityLabels: Record<IssueSeverity, Label> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
};

/** The label of a variable; its name where the schema has none. */
export const variableLabel = (name: string): Label =>
  respondentVariables.find((v) => v.name === name)?.label ?? sameInBoth(name);

/** The label of an answer to a variable; the code where the schema has none. */
export function answerLabel(variable: string, code: string): Label {
  const list = respondentVariables.find((v) => v.name === variable)?.codes;
  return codeLists[list ?? '']?.codes.find((c) => c.code === code)?.label ?? sameInBoth(code);
}

export const textColumn = (zh: string, en: string, width?: number): TableColumn => ({
  label: { zh, en },
  kind: 'text',
  ...(width === undefined ? {} : { width }),
});

/** A column for each wave, headed by its year. */
export const waveColumns = (waves: readonly BookWave[], kind: TableColumn['kind']): TableColumn[] =>
  waves.map(({ wave }) => ({ label: sameInBoth(wave.wave), kind, width: 8 }));
