import { DataError } from './data-error.ts';
import type { VariableInfo } from './file-info.ts';
import { COMMA_ADVICE, numberForms } from './number-forms.ts';
import { parseNumber } from './parse-number.ts';
import { textsOfNumbers } from './texts-of-numbers.ts';

/**
 * Why cells are empty, where a file says so: `codes[row]` points into `levels`, which are Stata's missing codes (`.a`) and values that SPSS's
 * user declared missing (`99`); -1 for every other cell.
 */
export interface MissingCodes {
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** Text by dictionary: `codes[row]` points into `levels`, -1 is an empty cell. */
export interface TextColumn {
  readonly kind: 'text';
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  readonly missing?: MissingCodes;
}

/** Numbers; NaN is an empty cell. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
  readonly missing?: MissingCodes;
}

export type Column = TextColumn | NumberColumn;

/**
 * A columnar table: every column has `rows` entries. `labels` holds the variable labels of the schema that travel with the table, `variables`
 * what the file that it was read from says of them, both by column.
 */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly labels?: ReadonlyMap<string, { zh: string; en: string }>;
  readonly variables?: ReadonlyMap<string, VariableInfo>;
}

/** A table of the given columns. Throws if their lengths differ. */
export function table(
  rows: number,
  columns: Iterable<readonly [string, Column]>,
  labels?: Table['labels'],
): Table {
  const map = new Map(columns);
  for (const [name, column] of map) {
    const length = column.kind === 'text' ? column.codes.length : column.values.length;
    if (length !== rows) throw new Error(`table: column "${name}" has ${length} rows, expected ${rows}`);
  }
  return labels ? { rows, columns: map, labels } : { rows, columns: map };
}

/** Dictionary-codes an array of strings; null and the empty text are empty cells. Levels stand in the order of their first row. */
export function textColumn(values: ArrayLike<string | null>): TextColumn {
  const index = new Map<string, number>();
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (!value) {
      codes[row] = -1;
      continue;
    }
    let code = index.get(value);
    if (code === undefined) {
      code = index.size;
      index.set(value, code);
    }
    codes[row] = code;
  }
  return { kind: 'text', codes, levels: [...index.keys()] };
}

export function numberColumn(values: Float64Array): NumberColumn {
  return { kind: 'number', values };
}

const nearestNames = (table: Table, name: string): string => {
  const wanted = name.trim().toLowerCase();
  const names = [...table.columns.keys()];
  const near = names.filter((n) => n.toLowerCase().includes(wanted) || wanted.includes(n.toLowerCase()));
  const shown = (near.length > 0 ? near : names).slice(0, 8).map((n) => `"${n}"`);
  return `${near.length > 0 ? 'nearest' : 'columns'}: ${shown.join(', ')}${near.length === 0 && names.length > 8 ? ', …' : ''}`;
};

/** The column of that name. Throws a `DataError` that names the nearest columns. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (!column) throw new DataError(`no column "${name}" (${nearestNames(table, name)})`);
  return column;
}

/**
 * A column as numbers. Text that is not a number, however it may be written (`numberForms`), throws a `DataError` with the first such cell and how
 * many there are.
 */
export function numbersOf(table: Table, name: string): Float64Array {
  const column = columnOf(table, name);
  if (column.kind === 'number') return column.values;
  let parsed = column.levels.map(parseNumber);
  const forms = parsed.includes(undefined) ? numberForms(column.levels) : undefined;
  if (forms) parsed = column.levels.map((level) => parseNumber(forms.plain.get(level)?.text ?? level));
  const values = new Float64Array(column.codes.length);
  let bad = 0;
  let first = -1;
  for (let row = 0; row < values.length; row++) {
    const code = column.codes[row] as number;
    const value = code < 0 ? Number.NaN : (parsed[code] as number | undefined);
    if (value === undefined) {
      if (bad === 0) first = row;
      bad += 1;
    }
    values[row] = value ?? Number.NaN;
  }
  if (bad > 0) {
    const text = column.levels[column.codes[first] as number] as string;
    const advice = forms?.doubtful.has(text) ? `; ${COMMA_ADVICE}` : '';
    throw new DataError(
      `column "${name}": ${bad} of ${values.length} cells are not numbers, first "${text}" in data row ${first + 1}${advice}`,
    );
  }
  return values;
}

/** A column as text codes; numbers are written in their shortest round-trip form. */
export function textOf(table: Table, name: string): TextColumn {
  const column = columnOf(table, name);
  return column.kind === 'text' ? column : textsOfNumbers(column);
}

/**
 * A column as text codes, in which cells that are empty for a reason hold its code: `.a`, or `99` where that is declared missing. The codes of
 * a column of numbers are made in `room` where that is given, which the next call with it overwrites.
 */
export function codesOf(table: Table, name: string, room?: Int32Array): TextColumn {
  const column = columnOf(table, name);
  const { missing } = column;
  const { codes, levels } = column.kind === 'text' ? column : textsOfNumbers(column, room);
  if (!missing) return { kind: 'text', codes, levels };
  return {
    kind: 'text',
    codes: codes.map((code, row) => {
      const reason = missing.codes[row] as number;
      return reason < 0 ? code : levels.length + reason;
    }),
    levels: [...levels, ...missing.levels],
  };
}

/** A column as the labels of its codes; a code without a label stands as it is. */
export function labelsOf(table: Table, name: string): TextColumn {
  const column = textOf(table, name);
  const labels = table.variables?.get(name)?.valueLabels;
  if (!labels || labels.size === 0) return column;
  return { ...column, levels: column.levels.map((level) => labels.get(level) ?? level) };
}
