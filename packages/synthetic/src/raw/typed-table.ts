import {
  type Codebook,
  codeLists,
  type Mapping,
  memberVariables,
  respondentVariables,
} from '@wavebook/schema';
import { type Column, type Table, table, textColumn, type VariableInfo } from '@wavebook/tables';
import type { RawTable } from './csv.ts';

const variablesOf = new Map(respondentVariables.map((variable) => [variable.name, variable]));
const memberOf = new Map(memberVariables.map((variable) => [variable.name, variable]));

interface Described {
  readonly label: string;
  readonly valueLabels: ReadonlyMap<string, string>;
}

/**
 * Raw cells as a statistics program holds them: columns of numbers as numbers, with the Chinese labels of variables and codes; all others as text,
 * among them those that defects left a text in.
 *
 * @param declareMissing SPSS's way: raw codes that stand for a missing reason are declared missing.
 */
export function typedTable(
  { columns, rows }: RawTable,
  codebook: Codebook,
  { declareMissing }: { readonly declareMissing: boolean },
): Table {
  const described = describedColumns(codebook);
  const variables = new Map<string, VariableInfo>();
  const made = columns.map((name, i): [string, Column] => {
    const texts = textColumn(rows.map((cells) => cells[i] as string));
    const column = numbers(texts) ?? texts;
    const { label = '', valueLabels = new Map<string, string>() } = described.get(name) ?? {};
    const declared = column.kind === 'number' && declareMissing ? missingValues(name, codebook) : [];
    variables.set(name, {
      name,
      label,
      type: column.kind,
      storage: column.kind,
      format: '',
      measure: valueLabels.size > 0 ? 'nominal' : 'unknown',
      valueLabels: column.kind === 'number' ? valueLabels : new Map(),
      userMissing: { values: declared },
    });
    return [name, column];
  });
  return { ...table(rows.length, made), variables };
}

/** The column as numbers if all its texts are such, and none is a code with leading zeros. */
function numbers({ codes, levels }: { codes: Int32Array; levels: readonly string[] }): Column | undefined {
  const values = levels.map((text) =>
    /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) ? Number(text) : undefined,
  );
  if (levels.length === 0 || values.includes(undefined)) return undefined;
  return { kind: 'number', values: Float64Array.from(codes, (code) => values[code] ?? Number.NaN) };
}

/** Raw columns by name, those of every roster slot among them. */
function describedColumns({ respondent, member, roster_slots }: Codebook): Map<string, Described> {
  const found = new Map<string, Described>();
  const add = (raw: string | undefined, described: Described): void => {
    if (raw !== undefined && !found.has(raw)) found.set(raw, described);
  };
  for (const mapping of respondent) {
    const label = variablesOf.get(mapping.variable)?.label.zh ?? '';
    const described = { label, valueLabels: labelsOf(mapping, variablesOf.get(mapping.variable)?.codes) };
    for (const raw of [mapping.raw, mapping.times, mapping.plus]) add(raw, described);
  }
  for (let slot = 1; slot <= roster_slots; slot++)
    for (const mapping of member) {
      const variable = memberOf.get(mapping.variable);
      const label = `成员${slot}：${variable?.label.zh ?? ''}`;
      add(mapping.raw.replace('{n}', String(slot)), {
        label,
        valueLabels: labelsOf(mapping, variable?.codes),
      });
    }
  return found;
}

const reasonLabels: Readonly<Record<string, string>> = {
  not_asked: '未询问',
  not_applicable: '不适用',
  refused: '拒绝回答',
  dont_know: '不清楚',
  invalid: '无效',
  missing: '缺失',
};

function labelsOf({ codes = {}, missing = {} }: Mapping, list: string | undefined): Map<string, string> {
  const labels = new Map(codeLists[list ?? '']?.codes.map(({ code, label }) => [code, label.zh]));
  const isWhole = ([raw]: [string, string]): boolean => /^-?\d{1,9}$/.test(raw);
  return new Map([
    ...Object.entries(codes)
      .filter(isWhole)
      .map(([raw, code]): [string, string] => [raw, labels.get(code) ?? code]),
    ...Object.entries(missing)
      .filter(isWhole)
      .map(([raw, reason]): [string, string] => [raw, reasonLabels[reason] ?? reason]),
  ]);
}

/** SPSS declares up to three values. */
const mostDeclared = 3;

function missingValues(raw: string, { respondent }: Codebook): number[] {
  const { missing = {} } = respondent.find((mapping) => mapping.raw === raw) ?? {};
  const values = Object.keys(missing).filter((code) => /^-?\d{1,9}$/.test(code));
  return values.length <= mostDeclared ? values.map(Number) : [];
}
