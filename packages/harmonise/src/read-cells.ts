import { codeLists, type IssueCode, type Mapping, type MissingReason, type Variable } from '@wavebook/schema';
import { codesOf, columnOf, parseNumber, type Table, type TextColumn } from '@wavebook/tables';
import { type Cells, reasonCode } from './cells.ts';
import { missingReasonOf } from './missing-words.ts';
import { isGarbled, prefectureOf, provinceOf } from './places.ts';

/** A cell that could not be read: its row (from 0), the issue, and the raw text. */
export interface CellIssue {
  readonly row: number;
  readonly code: IssueCode;
  readonly value: string;
}

/** A raw column as its texts; the last levels are codes that the file itself declares missing, `declared` their labels there, if any. */
export interface RawColumn extends TextColumn {
  readonly declared?: readonly string[];
}

/**
 * A column of a raw table as it is read: its texts, and the codes that the file declares missing behind them. `room` is for the codes of a
 * column of numbers, which the next call with it overwrites.
 */
export function rawColumn(raw: Table, name: string, room?: Int32Array): RawColumn {
  const column = codesOf(raw, name, room);
  const declared = columnOf(raw, name).missing?.levels ?? [];
  if (declared.length === 0) return column;
  const labels = raw.variables?.get(name)?.valueLabels;
  return { ...column, declared: declared.map((code) => labels?.get(code) ?? '') };
}

type Reading = { value: number } | { code: string } | { missing: MissingReason } | { issue: IssueCode };

/** A number as it is written in codebooks: 2.0, which went through a spreadsheet, is 2. */
const plainNumber = (text: string): string => text.replace(/\.0+$/, '');

const readCode = (text: string, mapping: Mapping, variable: Variable): Reading => {
  const direct = mapping.codes?.[text] ?? mapping.codes?.[plainNumber(text)] ?? mapping.texts?.[text];
  if (direct !== undefined) return { code: direct };
  const known = new Set(Object.values(mapping.codes ?? {}));
  const byLabel = codeLists[variable.codes ?? '']?.codes.find(
    (c) => c.label.zh === text && known.has(c.code),
  );
  if (byLabel) return { code: byLabel.code };
  return { issue: isGarbled(text) ? 'garbled_text' : 'unknown_code' };
};

const readNumber = (text: string, variable: Variable): Reading => {
  const value = parseNumber(text);
  if (value === undefined) return { issue: 'not_a_number' };
  const [low, high] = variable.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return value < low || value > high ? { issue: 'value_out_of_range' } : { value };
};

/** A date written as one number, YYYYMM: its year or its month. */
const readYearMonth = (text: string, part: 'year' | 'month', variable: Variable): Reading => {
  const digits = /^(\d{4})(\d{2})(\.0+)?$/.exec(text);
  if (!digits) return { issue: parseNumber(text) === undefined ? 'not_a_number' : 'value_out_of_range' };
  return readNumber((part === 'year' ? digits[1] : digits[2]) as string, variable);
};

const readProvince = (text: string): Reading => {
  const code = provinceOf(text);
  return code === undefined ? { issue: isGarbled(text) ? 'garbled_text' : 'unknown_place' } : { code };
};

/** `.a` to `.z` without a meaning in the codebook are empty cells. */
const isStataMissing = (text: string): boolean => /^\.[a-z]$/.test(text);

/** `declared`: the label of a code that the file itself declares missing; one that the codebook gives a meaning has it all the same. */
const readOne = (
  text: string,
  mapping: Mapping,
  variable: Variable,
  declared: string | undefined,
): Reading => {
  if (text === '') return { missing: 'missing' };
  const reason = mapping.missing?.[text] ?? mapping.missing?.[plainNumber(text)];
  if (reason) return { missing: reason };
  const told = declared === undefined ? undefined : missingReasonOf(declared, variable);
  if (isStataMissing(text)) return { missing: told ?? 'missing' };
  const isAnswer = mapping.codes?.[plainNumber(text)] !== undefined || mapping.texts?.[text] !== undefined;
  if (declared !== undefined && !isAnswer) return { missing: told ?? 'missing' };
  switch (mapping.read) {
    case 'code':
      return readCode(text, mapping, variable);
    case 'number':
      return readNumber(text, variable);
    case 'year_of_yyyymm':
      return readYearMonth(text, 'year', variable);
    case 'month_of_yyyymm':
      return readYearMonth(text, 'month', variable);
    case 'province':
      return readProvince(text);
    case 'province_of_code':
      return /^\d{6}$/.test(text) ? readProvince(text.slice(0, 2)) : { issue: 'unknown_place' };
    default:
      return isGarbled(text) ? { issue: 'garbled_text' } : { code: text };
  }
};

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
export function readCells(
  column: RawColumn,
  mapping: Mapping,
  variable: Variable,
): { cells: Cells; issues: CellIssue[] } {
  const { declared = [] } = column;
  const first = column.levels.length - declared.length;
  const readings = column.levels.map((level, i) =>
    readOne(level.trim(), mapping, variable, declared[i - first]),
  );
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
        issues.push({ row, code: reading.issue, value: column.levels[level] as string });
    }
  const cells: Cells = isNumber
    ? { kind: 'number', values, reasons }
    : { kind: variable.kind === 'category' ? 'category' : 'text', codes, levels, reasons };
  return { cells, issues };
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
