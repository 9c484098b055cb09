import { codeLists, type Label, MissingReason, missingReasonLabels } from '@wavebook/schema';
import type { Column, MissingCodes, VariableInfo } from '@wavebook/tables';
import type { PooledColumn } from './pooled-column.ts';
import type { ExportRequest } from './request.ts';

/** A value of the file and what it stands for. */
interface ExportedValue {
  /** as it stands in the file */
  readonly value: string;
  /** canonical code, or reason of an empty cell */
  readonly code: string;
  readonly label: Label;
}

/** A column as the file has it. */
export interface ExportedVariable {
  readonly name: string;
  readonly pooled: PooledColumn;
  readonly column: Column;
  readonly info: VariableInfo;
  readonly values: readonly ExportedValue[];
}

/** Stata holds names and labels of so many letters; SPSS value labels of so many bytes. */
const longestLabel = 80;
const longestValueLabel = 40;

/** Answers as numbers for Stata and SPSS, as codes for the other formats. */
export function exportedVariable(
  pooled: PooledColumn,
  name: string,
  { format, lang }: Pick<ExportRequest, 'format' | 'lang'>,
): ExportedVariable {
  const isNumeric = format === 'dta' || format === 'sav';
  const answers = answersOf(pooled);
  const numbers = isNumeric && answers.length > 0 ? numbersFor(answers) : undefined;
  const filled = numbers ? asNumbers(pooled.cells, numbers) : pooled.cells;
  const hasReasons = pooled.reasons.some((reason) => reason !== 0 && !(isNumeric && reason === plainMissing));
  const keepsReasons = hasReasons && !(isNumeric && filled.kind === 'text');
  const reasons = keepsReasons ? reasonValues(format, filled) : [];
  const missing = keepsReasons ? missingCodes(pooled.reasons, reasons) : undefined;
  const values = [
    ...answers.map(({ code, label }) => ({ value: String(numbers?.get(code) ?? code), code, label })),
    ...reasons,
  ];
  const cut = (text: string): string => shortened(text, format === 'sav' ? longestValueLabel : longestLabel);
  const declared = format === 'sav' && keepsReasons ? reasons.map(({ value }) => Number(value)) : [];
  return {
    name,
    pooled,
    column: { ...filled, ...(missing ? { missing } : {}) },
    values,
    info: {
      name,
      label: shortened(pooled.label[lang], longestLabel),
      type: filled.kind,
      storage: filled.kind,
      format: '',
      measure: answers.length > 0 ? 'nominal' : filled.kind === 'number' ? 'scale' : 'unknown',
      valueLabels: new Map(
        isNumeric && filled.kind === 'text'
          ? []
          : values.map(({ value, label }) => [value, cut(label[lang])]),
      ),
      userMissing:
        declared.length > 0
          ? { values: [], range: { low: Math.min(...declared), high: Math.max(...declared) } }
          : { values: [] },
    },
  };
}

/** The answers of a categorical variable in the order of its code list, those that occur without being in it behind. */
function answersOf({ variable, cells }: PooledColumn): { code: string; label: Label }[] {
  const list = codeLists[variable?.codes ?? ''];
  if (cells.kind !== 'text' || !list || variable?.kind !== 'category') return [];
  const known = new Set(list.codes.map(({ code }) => code));
  const others = cells.levels.filter((level) => !known.has(level));
  return [
    ...list.codes.map(({ code, label }) => ({ code, label })),
    ...others.map((code) => ({ code, label: { zh: code, en: code } })),
  ];
}

/** Codes that are whole numbers stand for themselves; others for their place, from 1. */
function numbersFor(answers: readonly { code: string }[]): Map<string, number> {
  const areNumbers = answers.every(({ code }) => /^(0|[1-9]\d{0,8})$/.test(code));
  return new Map(answers.map(({ code }, place) => [code, areNumbers ? Number(code) : place + 1]));
}

const asNumbers = (cells: Column, numbers: ReadonlyMap<string, number>): Column => {
  if (cells.kind === 'number') return cells;
  const values = cells.levels.map((level) => numbers.get(level) ?? Number.NaN);
  return { kind: 'number', values: Float64Array.from(cells.codes, (code) => values[code] ?? Number.NaN) };
};

const plainMissing = 1 + MissingReason.options.indexOf('missing');

/** How a format writes the reasons of empty cells: letters in Stata, in SPSS numbers that no answer has, elsewhere their names. */
function reasonValues(format: ExportRequest['format'], cells: Column): ExportedValue[] {
  const isNumeric = format === 'dta' || format === 'sav';
  // a plain empty cell of Stata and SPSS says `missing` by itself
  const told = MissingReason.options.filter((reason) => !(isNumeric && reason === 'missing'));
  const first = format === 'sav' ? firstDeclared(cells) : 0;
  return told.map((reason, i) => ({
    value: format === 'dta' ? `.${'abcde'[i]}` : format === 'sav' ? String(first - i) : reason,
    code: reason,
    label: missingReasonLabels[reason],
  }));
}

/** The first of numbers below all values of the column: −1, or with a step of ten more digits where there are negative values. */
function firstDeclared(cells: Column): number {
  let lowest = 0;
  if (cells.kind === 'number') for (const value of cells.values) if (value < lowest) lowest = value;
  return lowest === 0 ? -1 : -(10 ** (String(Math.ceil(-lowest)).length + 1)) - 1;
}

function missingCodes(reasons: Uint8Array, values: readonly ExportedValue[]): MissingCodes {
  const places = [
    -1,
    ...MissingReason.options.map((reason) => values.findIndex(({ code }) => code === reason)),
  ];
  return {
    codes: Int32Array.from(reasons, (reason) => places[reason] as number),
    levels: values.map(({ value }) => value),
  };
}

const shortened = (text: string, longest: number): string => {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`;
};
