/** Numbers; NaN is an empty cell. */
export type NumberValues =
  | Float64Array
  | Float32Array
  | Int32Array
  | Int16Array
  | Int8Array
  | Uint32Array
  | Uint16Array
  | Uint8Array;

/** Text by dictionary: `codes[row]` points into `levels`, -1 is an empty cell. */
export interface DictionaryValues {
  readonly codes: Int32Array | Int16Array | Int8Array;
  readonly levels: readonly string[];
}

/** One value a row; `null` and `undefined` are empty cells. */
export type PlainValues = readonly (string | number | boolean | null | undefined)[];

/** A column as a caller has it. `{ values }` is a column of numbers with other properties beside, such as those of `@wavebook/tables`. */
export type InputColumn = NumberValues | DictionaryValues | PlainValues | { readonly values: NumberValues };

/** A column by its three forms. */
export type Cells =
  | { readonly form: 'numbers'; readonly values: NumberValues }
  | ({ readonly form: 'dictionary' } & DictionaryValues)
  | { readonly form: 'plain'; readonly values: PlainValues };

/** Which form a column has. Throws if it has none. */
export function cellsOf(column: InputColumn, name: string): Cells {
  if (Array.isArray(column)) return { form: 'plain', values: column };
  if (ArrayBuffer.isView(column)) return { form: 'numbers', values: column as NumberValues };
  const isObject = typeof column === 'object' && column !== null;
  if (isObject && 'levels' in column && 'codes' in column)
    return { form: 'dictionary', codes: column.codes, levels: column.levels };
  if (isObject && 'values' in column && ArrayBuffer.isView(column.values))
    return { form: 'numbers', values: column.values as NumberValues };
  throw new TypeError(
    `validateColumns: column "${name}" must be a typed array, an array, or { codes, levels }; got ${typeof column}`,
  );
}

export const lengthOf = (cells: Cells): number =>
  cells.form === 'dictionary' ? cells.codes.length : cells.values.length;
