/** Numbers as their file stores them, or in the smallest array that holds them all exactly. */
export type NumberArray = Int8Array | Int16Array | Int32Array | Float32Array | Float64Array;

/**
 * Numbers of one variable. `missing[row]` is 0 where a value is present, 1 for Stata's `.` and SPSS's system-missing, 2 to 27 for Stata's
 * `.a` to `.z`, and 28 for a value that SPSS's user declared missing (the value itself stays in `values`). In cells missing by 1 to 27,
 * float arrays hold NaN and integer arrays 0.
 */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: NumberArray;
  /** may be one array for several columns that miss nothing: not to be written to */
  readonly missing: Uint8Array;
}

/**
 * Text by dictionary: `codes[row]` points into `levels`, −1 is an empty cell. `missing` is 1 where the cell is empty and 28 where SPSS's user
 * declared the text missing. Levels stand in the order of their first row.
 */
export interface TextColumn {
  readonly kind: 'text';
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  readonly missing: Uint8Array;
}

export type StatColumn = NumberColumn | TextColumn;

/** The missing code of `.` and of system-missing. */
export const systemMissing = 1;
/** The missing code of a value that the user of SPSS declared missing. */
export const userMissing = 28;

/**
 * What a missing code stands for, as Stata writes it: `.`, `.a` to `.z`; `user` for a declared missing value, `undefined` for 0.
 *
 * @example missingName(3); // '.b'
 */
export function missingName(code: number): string | undefined {
  if (code === 0) return undefined;
  if (code === systemMissing) return '.';
  if (code === userMissing) return 'user';
  if (code > systemMissing && code < userMissing) return `.${String.fromCharCode(95 + code)}`;
  throw new Error(`missingName: expected a missing code from 0 to 28; got ${code}`);
}

/**
 * A numeric column as doubles with NaN where a value is missing, whatever the reason.
 *
 * @param options `userMissing: 'keep'` leaves SPSS's declared missing values as numbers.
 * @throws if the column is text.
 * R equivalent: `haven::zap_missing(x)`.
 * @example
 * numbersOf({ kind: 'number', values: Int8Array.of(1, 0), missing: Uint8Array.of(0, 2) }); // [1, NaN]
 */
export function numbersOf(
  column: StatColumn,
  options: { readonly userMissing?: 'missing' | 'keep' } = {},
): Float64Array {
  if (column.kind === 'text') throw new Error('numbersOf: expected a numeric column; got text');
  const kept = options.userMissing === 'keep' ? userMissing : 0;
  const numbers = Float64Array.from(column.values);
  for (let row = 0; row < numbers.length; row++) {
    const code = column.missing[row] as number;
    if (code !== 0 && code !== kept) numbers[row] = Number.NaN;
  }
  return numbers;
}

/**
 * A text column as strings, `null` where the cell is empty.
 *
 * @throws if the column is numeric.
 */
export function textsOf(column: StatColumn): (string | null)[] {
  if (column.kind === 'number') throw new Error('textsOf: expected a text column; got numbers');
  return Array.from(column.codes, (code) => column.levels[code] ?? null);
}
