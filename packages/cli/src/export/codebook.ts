import { formatCsv } from '@wavebook/tables';
import type { ExportedVariable } from './exported-variable.ts';
import type { PooledWaves } from './pool-waves.ts';

interface CodebookRow {
  readonly column: string;
  readonly variable: string;
  readonly label_zh: string;
  readonly label_en: string;
  readonly kind: string;
  readonly unit: string;
  readonly waves: string;
  readonly value: string;
  readonly code: string;
  readonly value_label_zh: string;
  readonly value_label_en: string;
  readonly note_zh: string;
  readonly note_en: string;
}

const columns = [
  'column',
  'variable',
  'label_zh',
  'label_en',
  'kind',
  'unit',
  'waves',
  'value',
  'code',
  'value_label_zh',
  'value_label_en',
  'note_zh',
  'note_en',
] as const satisfies readonly (keyof CodebookRow)[];

/** The codebook beside an exported file: a row for each column, then one for each of its values; at the end what was left out, and why. */
export function codebookCsv(variables: readonly ExportedVariable[], leftOut: PooledWaves['leftOut']): string {
  const rows = variables.flatMap(({ name, pooled, info, values }): CodebookRow[] => {
    const { label, variable, waves } = pooled;
    const row = {
      ...empty,
      column: name,
      variable: pooled.name,
      label_zh: label.zh,
      label_en: label.en,
      kind: variable?.kind ?? info.type,
      unit: variable?.unit ?? '',
      waves: waves.join(' '),
    };
    const answers = values.map(({ value, code, label: said }) => ({
      ...empty,
      column: name,
      variable: pooled.name,
      value,
      code,
      value_label_zh: said.zh,
      value_label_en: said.en,
    }));
    return [row, ...answers];
  });
  const notes = leftOut.map(({ name, label }) => ({
    ...empty,
    variable: name,
    label_zh: label.zh,
    label_en: label.en,
    note_zh: '未导出：各轮问法或选项不可比',
    note_en: 'left out: its wording or answers differ between these waves',
  }));
  return formatCsv<CodebookRow>(columns, [...rows, ...notes]);
}

const empty: CodebookRow = {
  column: '',
  variable: '',
  label_zh: '',
  label_en: '',
  kind: '',
  unit: '',
  waves: '',
  value: '',
  code: '',
  value_label_zh: '',
  value_label_en: '',
  note_zh: '',
  note_en: '',
};
