import { codeLists, type IssueCode, type Mapping, type Variable } from '@wavebook/schema';
import { COMMA_ADVICE } from '@wavebook/tables';
import { type Cells, reasonCode } from './cells.ts';
import { prefectureOf } from './places.ts';
import type { RawColumn } from './raw-column.ts';
import { type Reading, readAnswer } from './read-answer.ts';
import { countForms, type FormCount, isUnread, readForms } from './read-forms.ts';

/** A cell that could not be read: its row (from 0), the issue, the raw text, and what more there is to say. */
export interface CellIssue {
  readonly row: number;
  readonly code: IssueCode;
  readonly value: string;
  readonly hint?: string;
}

/** A column read as a variable. */
export interface ReadColumn {
  readonly cells: Cells;
  readonly issues: CellIssue[];
  readonly forms: readonly FormCount[];
}

const reasonOfReading = (reading: Reading | undefined): number => {
  if (!reading) return reasonCode('missing');
  if ('missing' in reading) return reasonCode(reading.missing);
  return 'issue' in reading ? reasonCode('invalid') : 0;
};

// What a list by level, a blank cell first, says of every row: a loop for each type of array, which the compiler keeps apart.

function lookUpNumbers(levels: Int32Array, list: Float64Array, into: Float64Array): void {
  for (let row = 0; row < levels.length; row++) into[row] = list[(levels[row] as number) + 1] as number;
}

function lookUpCodes(levels: Int32Array, list: Int32Array, into: Int32Array): void {
  for (let row = 0; row < levels.length; row++) into[row] = list[(levels[row] as number) + 1] as number;
}

function lookUpReasons(levels: Int32Array, list: Uint8Array, into: Uint8Array): void {
  for (let row = 0; row < levels.length; row++) into[row] = list[(levels[row] as number) + 1] as number;
}

/**
 * Reads a raw column as a canonical variable: each distinct text is read once, then every row looked up. Blanks and codes that the file declares
 * missing are `missing` where neither the codebook nor their label there says more; what cannot be read becomes `invalid` and an issue.
 */
export function readCells(column: RawColumn, mapping: Mapping, variable: Variable): ReadColumn {
  const { declared = [] } = column;
  const first = column.levels.length - declared.length;
  const plainly = column.levels.map((level, i) =>
    readAnswer(level.trim(), mapping, variable, declared[i - first]),
  );
  const { readings, formOf } = plainly.some(isUnread)
    ? readForms(column, plainly, mapping, variable)
    : { readings: plainly, formOf: undefined };
  const rows = column.codes.length;
  const reasons = new Uint8Array(rows);
  const issues: CellIssue[] = [];
  const levels = codeLists[variable.codes ?? '']?.codes.map((c) => c.code) ?? [
    ...new Set(readings.flatMap((r) => ('code' in r ? [r.code] : []))),
  ];
  const position = new Map(levels.map((level, i) => [level, i]));
  const isNumber = variable.kind === 'number';
  const values = new Float64Array(isNumber ? rows : 0);
  const codes = new Int32Array(isNumber ? 0 : rows);
  // by level, a blank cell first
  const numberOf = Float64Array.from([undefined, ...readings], (r) =>
    r && 'value' in r ? r.value : Number.NaN,
  );
  const codeOf = Int32Array.from([undefined, ...readings], (r) =>
    r && 'code' in r ? (position.get(r.code) ?? -1) : -1,
  );
  const reasonOf = Uint8Array.from([undefined, ...readings], (r) => reasonOfReading(r));
  if (isNumber) lookUpNumbers(column.codes, numberOf, values);
  else lookUpCodes(column.codes, codeOf, codes);
  lookUpReasons(column.codes, reasonOf, reasons);
  if (readings.some((reading) => 'issue' in reading))
    for (let row = 0; row < rows; row++) {
      const level = column.codes[row] as number;
      const reading = readings[level];
      if (reading && 'issue' in reading)
        issues.push({
          ...{ row, code: reading.issue, value: column.levels[level] as string },
          ...(formOf?.[level] === 'decimal_comma' ? { hint: COMMA_ADVICE } : {}),
        });
    }
  const cells: Cells = isNumber
    ? { kind: 'number', values, reasons }
    : { kind: variable.kind === 'category' ? 'category' : 'text', codes, levels, reasons };
  return { cells, issues, forms: formOf ? countForms(column, formOf) : [] };
}

/** Turns prefecture names into codes, each inside the province of its row; a name not found becomes `invalid` and an issue. */
export function readPrefectures(names: Cells, provinces: Cells): { cells: Cells; issues: CellIssue[] } {
  if (names.kind === 'number' || provinces.kind === 'number')
    throw new Error('readPrefectures: expected text');
  const rows = names.codes.length;
  const reasons = Uint8Array.from(names.reasons);
  const codes = new Int32Array(rows).fill(-1);
  const issues: CellIssue[] = [];
  const found = new Map<string, string | undefined>();
  const position = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const name = names.levels[names.codes[row] as number];
    const province = provinces.levels[provinces.codes[row] as number];
    if (name === undefined || province === undefined) {
      if (name !== undefined) reasons[row] = reasonCode('invalid');
      continue;
    }
    const key = `${province}${name}`;
    if (!found.has(key)) found.set(key, prefectureOf(name, province));
    const code = found.get(key);
    if (code === undefined) {
      reasons[row] = reasonCode('invalid');
      issues.push({ row, code: 'unknown_place', value: name });
      continue;
    }
    if (!position.has(code)) position.set(code, position.size);
    codes[row] = position.get(code) as number;
  }
  return { cells: { kind: 'text', codes, levels: [...position.keys()], reasons }, issues };
}
