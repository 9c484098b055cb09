import type { CodeList } from '../code-list.ts';
import { codeLists as ownCodeLists } from '../code-lists/index.ts';
import type { RecordDefinition } from '../instrument-definition.ts';
import { MissingReason } from '../missing-reason.ts';
import type { Variable } from '../variable.ts';
import { type CellRule, checkCells } from './check-cells.ts';
import type { ColumnIssue } from './column-issue.ts';
import { type Cells, cellsOf, type InputColumn, lengthOf } from './input-column.ts';
import { IssueCollector } from './issue-collector.ts';
import { answersOutside, Routing, textAt } from './routing.ts';

export interface ValidateOptions {
  /** How many rows of each kind of fault are named; all are counted. Default 20. */
  readonly limit?: number;
  /** Whether variables without a column are left in peace, as a wave does not ask everything. Default false. */
  readonly partial?: boolean;
  /** Code lists by id. Default: those of this package. */
  readonly codeLists?: Readonly<Record<string, CodeList>>;
}

export interface ColumnsVerdict {
  readonly rows: number;
  /** One entry a variable and kind of fault, in the order of the definition. Empty if all is well. */
  readonly issues: readonly ColumnIssue[];
  /** 1 for every row that has a malformed cell: exactly the rows that the record's zod schema rejects. Routing is not among them. */
  readonly invalid: Uint8Array;
}

/**
 * Validates records that are held as columns: codes by distinct value, numbers by range, routing by the universes of the definition. The verdict
 * on a row is that of the record's zod schema; it takes a small fraction of the time (`bench/results.md`).
 *
 * @param record the definition of the records: its variables, and their universes
 * @param columns by variable name: typed arrays (NaN is empty), arrays (null is empty), or dictionary-coded `{ codes, levels }` (-1 is empty);
 * `<variable>_missing` may hold the reasons of empty cells beside
 * @returns faults with counts and first rows (from 1), and the malformed rows
 * @throws RangeError if the columns differ in length; TypeError if one is no column
 * @example
 * const verdict = validateColumns(record, { sex: ['male', 'x'], age: new Float64Array([20, 300]) }, { partial: true });
 * verdict.issues.map(({ variable, code, rows }) => [variable, code, rows]);
 * // [['sex', 'unknown_code', [2]], ['age', 'value_out_of_range', [2]]]
 */
export function validateColumns(
  record: Pick<RecordDefinition, 'variables'>,
  columns: Readonly<Record<string, InputColumn>>,
  { limit = 20, partial = false, codeLists = ownCodeLists }: ValidateOptions = {},
): ColumnsVerdict {
  const cells = new Map(Object.entries(columns).map(([name, column]) => [name, cellsOf(column, name)]));
  const rows = commonLength(cells);
  const invalid = new Uint8Array(rows);
  const routing = new Routing(cells, rows);
  const issues = record.variables.flatMap((variable) => {
    const column = cells.get(variable.name);
    if (!column) return partial ? [] : missingColumn(variable.name, invalid);
    const found = new IssueCollector(invalid, limit);
    checkCells(column, ruleOf(variable, codeLists), found);
    if (variable.universe)
      answersOutside(column, routing.outside(variable.universe), (row) =>
        found.add('routing_violation', row, textAt(column, row)),
      );
    return found.issues(variable.name, messagesOf(variable));
  });
  const names = new Set(record.variables.map(({ name }) => name));
  for (const [name, column] of cells)
    if (!names.has(name)) issues.push(...besideVariables(name, column, { names, invalid, limit }));
  return { rows, issues, invalid };
}

function commonLength(cells: ReadonlyMap<string, Cells>): number {
  let rows: number | undefined;
  for (const [name, column] of cells) {
    const length = lengthOf(column);
    if (rows !== undefined && length !== rows)
      throw new RangeError(
        `validateColumns: all columns must have the same length; "${name}" has ${length} rows, those before it ${rows}`,
      );
    rows = length;
  }
  return rows ?? 0;
}

function ruleOf(variable: Variable, lists: Readonly<Record<string, CodeList>>): CellRule {
  const { name, kind, range, missing } = variable;
  const list = kind === 'category' ? lists[variable.codes ?? ''] : undefined;
  if (kind === 'category' && !list)
    throw new RangeError(
      `validateColumns: variable "${name}" needs the code list "${variable.codes}"; give it in codeLists`,
    );
  return {
    kind,
    codes: list && new Set(list.codes.map(({ code }) => code)),
    low: range?.[0] ?? -Infinity,
    high: range?.[1] ?? Infinity,
    mayBeEmpty: missing?.length !== 0,
  };
}

function messagesOf({ codes, range }: Variable): Readonly<Record<string, string>> {
  return {
    unknown_code: `expected a code of the list ${codes}`,
    not_a_number: 'expected a finite number',
    not_an_integer: 'expected a whole number',
    not_text: 'expected text',
    value_out_of_range: `expected a number between ${range?.[0]} and ${range?.[1]}`,
    empty_cell: 'expected a value in every row',
    routing_violation: 'expected no answer outside the universe',
  };
}

function missingColumn(variable: string, invalid: Uint8Array): ColumnIssue[] {
  if (invalid.length === 0) return [];
  invalid.fill(1);
  const message = `${variable}: expected a column; got none`;
  return [{ variable, code: 'missing_column', count: invalid.length, rows: [], values: [], message }];
}

/** A column that is no variable: the reasons of one, or unknown. */
function besideVariables(
  name: string,
  column: Cells,
  { names, invalid, limit }: { names: ReadonlySet<string>; invalid: Uint8Array; limit: number },
): ColumnIssue[] {
  if (name.endsWith('_missing') && names.has(name.slice(0, -'_missing'.length))) {
    const found = new IssueCollector(invalid, limit);
    const codes = new Set<string>(MissingReason.options);
    checkCells(column, { kind: 'category', codes, low: -Infinity, high: Infinity, mayBeEmpty: true }, found);
    return found.issues(name, { unknown_code: `expected one of ${MissingReason.options.join(', ')}` });
  }
  if (invalid.length === 0) return [];
  const message = `${name}: expected only variables of the record; got another column`;
  return [{ variable: name, code: 'unknown_column', count: invalid.length, rows: [], values: [], message }];
}
