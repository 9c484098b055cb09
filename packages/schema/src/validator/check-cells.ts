import type { Variable } from '../variable.ts';
import type { ColumnIssueCode } from './column-issue.ts';
import type { Cells, DictionaryValues, NumberValues, PlainValues } from './input-column.ts';
import type { IssueCollector } from './issue-collector.ts';

/** What a cell of a variable may hold. `codes` is undefined for text. One that may not be empty is a key: text is not '', a number is whole. */
export interface CellRule {
  readonly kind: Variable['kind'];
  readonly codes: ReadonlySet<string> | undefined;
  readonly low: number;
  readonly high: number;
  readonly mayBeEmpty: boolean;
}

/** Checks every cell of a column against the rule: a dictionary by its levels, numbers by their range, plain values one by one. */
export function checkCells(cells: Cells, rule: CellRule, issues: IssueCollector): void {
  if (cells.form === 'numbers') checkNumbers(cells.values, rule, issues);
  else if (cells.form === 'dictionary') checkDictionary(cells, rule, issues);
  else checkPlain(cells.values, rule, issues);
}

function checkNumbers(values: NumberValues, rule: CellRule, issues: IssueCollector): void {
  const { low, high, mayBeEmpty } = rule;
  if (rule.kind !== 'number') {
    for (let row = 0; row < values.length; row++) {
      const value = values[row] as number;
      if (!Number.isNaN(value)) issues.add(rule.kind === 'text' ? 'not_text' : 'unknown_code', row, value);
      else if (!mayBeEmpty) issues.add('empty_cell', row, null);
    }
    return;
  }
  const from = Math.max(low, -Number.MAX_VALUE);
  const to = Math.min(high, Number.MAX_VALUE);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value >= from && value <= to && (mayBeEmpty || Number.isSafeInteger(value))) continue;
    if (Number.isNaN(value)) {
      if (!mayBeEmpty) issues.add('empty_cell', row, null);
    } else if (!Number.isFinite(value)) issues.add('not_a_number', row, String(value));
    else issues.add(value >= from && value <= to ? 'not_an_integer' : 'value_out_of_range', row, value);
  }
}

function checkDictionary({ codes, levels }: DictionaryValues, rule: CellRule, issues: IssueCollector): void {
  const fault = levels.map((level) => plainFault(level, rule));
  // one place before the levels for the empty cell, so that no index is negative
  const bad = Uint8Array.from([rule.mayBeEmpty ? 0 : 1, ...fault.map((f) => (f === 'none' ? 0 : 1))]);
  let outside = false;
  for (let row = 0; row < codes.length; row++) {
    const at = (codes[row] as number) + 1;
    const flag = bad[at];
    if (flag === 0) continue;
    if (flag === undefined) outside = true;
    else if (at === 0) issues.add('empty_cell', row, null);
    else issues.add(fault[at - 1] as Fault, row, levels[at - 1] as string);
  }
  if (outside)
    throw new RangeError(
      `validateColumns: dictionary codes must lie between -1 and ${levels.length - 1}, the last of the levels; got others`,
    );
}

function checkPlain(values: PlainValues, rule: CellRule, issues: IssueCollector): void {
  if (rule.kind === 'number') checkPlainNumbers(values, rule, issues);
  else checkPlainText(values, rule, issues);
}

/** Numbers one by one; the common right cells first. */
function checkPlainNumbers(values: PlainValues, rule: CellRule, issues: IssueCollector): void {
  const { mayBeEmpty } = rule;
  const from = Math.max(rule.low, -Number.MAX_VALUE);
  const to = Math.min(rule.high, Number.MAX_VALUE);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null && mayBeEmpty) continue;
    if (
      typeof value === 'number' &&
      value >= from &&
      value <= to &&
      (mayBeEmpty || Number.isSafeInteger(value))
    )
      continue;
    addFault(value, row, rule, issues);
  }
}

/** Text and codes: the last three different right values are known by sight, others are looked up. */
function checkPlainText(values: PlainValues, rule: CellRule, issues: IssueCollector): void {
  const { kind, codes, mayBeEmpty } = rule;
  let one: string | undefined;
  let two: string | undefined;
  let three: string | undefined;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null && mayBeEmpty) continue;
    if (typeof value === 'string') {
      if (value === one || value === two || value === three) continue;
      if (codes ? codes.has(value) : kind === 'text' && (mayBeEmpty || value !== '')) {
        three = two;
        two = one;
        one = value;
        continue;
      }
    }
    addFault(value, row, rule, issues);
  }
}

function addFault(value: PlainValues[number], row: number, rule: CellRule, issues: IssueCollector): void {
  const fault = plainFault(value, rule);
  if (fault === 'none') return;
  issues.add(
    fault,
    row,
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : (value ?? null),
  );
}

type Fault = Exclude<ColumnIssueCode, 'routing_violation' | 'missing_column' | 'unknown_column'>;

function plainFault(value: PlainValues[number], rule: CellRule): Fault | 'none' {
  if (value === null || value === undefined || Number.isNaN(value))
    return rule.mayBeEmpty ? 'none' : 'empty_cell';
  if (rule.kind === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'not_a_number';
    if (value < rule.low || value > rule.high) return 'value_out_of_range';
    return rule.mayBeEmpty || Number.isSafeInteger(value) ? 'none' : 'not_an_integer';
  }
  if (typeof value !== 'string') return rule.kind === 'text' ? 'not_text' : 'unknown_code';
  if (rule.codes) return rule.codes.has(value) ? 'none' : 'unknown_code';
  return rule.mayBeEmpty || value !== '' ? 'none' : 'empty_cell';
}
