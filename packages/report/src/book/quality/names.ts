import {
  codeLists,
  type InstrumentDefinition,
  type IssueAction,
  type IssueCode,
  type IssueSeverity,
  issueLabel,
  type Label,
  respondentVariables,
  type Variable,
} from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import type { TableColumn } from '../../table/table.ts';
import { sameInBoth } from '../../table/table.ts';
import type { QualityWave } from '../book-data.ts';

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

/** The instrument of that id, if the schema has it. */
export const instrumentNamed = (instrument: string | undefined): InstrumentDefinition | undefined =>
  Object.values(instruments).find(({ id }) => id === instrument);

/** The variables of a unit of an instrument; those of the monitoring survey where it is not known. */
const unitVariables = (instrument = 'monitoring'): readonly Variable[] =>
  instrumentNamed(instrument)?.records[0]?.variables ?? respondentVariables;

/** The label of a variable of an instrument; its name where the schema has none. */
export const variableLabel = (name: string, instrument?: string): Label =>
  unitVariables(instrument).find((v) => v.name === name)?.label ?? sameInBoth(name);

/** The label of an answer to a variable; the code where the schema has none. */
export function answerLabel(variable: string, code: string, instrument?: string): Label {
  const list = unitVariables(instrument).find((v) => v.name === variable)?.codes;
  return codeLists[list ?? '']?.codes.find((c) => c.code === code)?.label ?? sameInBoth(code);
}

const rounds: Readonly<Record<string, Label>> = {
  baseline: { zh: '基线', en: 'baseline' },
  midline: { zh: '中期', en: 'midline' },
  endline: { zh: '终期', en: 'endline' },
};

/** What a wave is called in its survey: its year, and for a baseline survey its round. */
export function waveName({ wave }: { readonly wave: string }): Label {
  const [year = wave, round] = wave.split('-');
  if (round === undefined) return sameInBoth(wave);
  const { zh, en } = rounds[round] ?? sameInBoth(round);
  return { zh: `${year}年${zh}`, en: `${year} ${en}` };
}

/** The survey whose waves a table shows. */
export const instrumentOf = ([first]: readonly QualityWave[]): string | undefined => first?.wave.instrument;

/** Tables of other surveys than the monitoring one have its name behind theirs, so that anchors stay apart. */
export function tableId(name: string, waves: readonly QualityWave[]): string {
  const instrument = instrumentOf(waves) ?? 'monitoring';
  return instrument === 'monitoring' ? name : `${name}-${instrument}`;
}

export const textColumn = (zh: string, en: string, width?: number): TableColumn => ({
  label: { zh, en },
  kind: 'text',
  ...(width === undefined ? {} : { width }),
});

/** What an issue is called in the survey of a wave. */
export const issueNamed = (code: IssueCode, instrument: string | undefined): Label =>
  issueLabel(code, instrumentNamed(instrument)?.records[0]?.name);

/** A column for each wave, headed by its year. */
export const waveColumns = (waves: readonly QualityWave[], kind: TableColumn['kind']): TableColumn[] =>
  waves.map(({ wave }) => ({ label: waveName(wave), kind, width: wave.wave.length > 4 ? 11 : 8 }));
