import { userMissing } from '../stat-column.ts';
import type { Encode } from '../text/text-encoder.ts';
import type { WrittenColumn, WrittenVariable } from '../write/stat-table.ts';
import { type CellType, largestInteger } from './dta-layout.ts';

type NumberColumn = Extract<WrittenColumn, { kind: 'number' }>;
type TextColumn = Extract<WrittenColumn, { kind: 'text' }>;

/** How a column is stored: its cell type, and the bytes of its texts. */
export interface Storage extends CellType {
  readonly texts: readonly Uint8Array[];
}

const widestText = 2045;
const widths = { byte: 1, int: 2, long: 4, float: 4, double: 8 } as const;
const smallest = { byte: -127, int: -32_767, long: -2_147_483_647 } as const;
const largestFloat = 1.7014117331926443e38;
const largestDouble = 8.988465674311579e307;

/**
 * The storage of a column: the smallest type that holds all its values exactly, or, without `compress`, the variable's own or the array's type.
 * Throws for values that Stata cannot hold.
 */
export function dtaStorage(
  column: WrittenColumn,
  variable: WrittenVariable,
  options: { compress: boolean; encode: Encode },
): Storage {
  if (column.kind === 'text') return textStorage(column, variable, options);
  const range = rangeOf(column);
  if (-range.low > largestDouble || range.high > largestDouble)
    throw new Error(
      `writeDta: Stata holds numbers up to ${largestDouble}; "${variable.name}" has larger ones`,
    );
  const own = options.compress ? 'byte' : ownType(column, variable);
  const type = holds(own, range) ? own : (order.find((candidate) => holds(candidate, range)) ?? 'double');
  return { type, width: widths[type], texts: [] };
}

const textStorage = (
  column: TextColumn,
  variable: WrittenVariable,
  { compress, encode }: { compress: boolean; encode: Encode },
): Storage => {
  const texts = column.levels.map(encode);
  const widest = texts.reduce((most, text) => Math.max(most, text.length), 1);
  if (texts.some((text) => text.includes(0)))
    throw new Error(`writeDta: text must not hold the character NUL; "${variable.name}" does`);
  if (widest > widestText || (!compress && variable.type === 'strL'))
    return { type: 'strL', width: 8, texts };
  const own = !compress && variable.type === 'string' ? Math.min(widestText, variable.width ?? 1) : 1;
  return { type: 'string', width: Math.max(widest, own), texts };
};

type NumberType = keyof typeof widths;
const order: readonly NumberType[] = ['byte', 'int', 'long', 'float', 'double'];

/** The type of the variable, else that of the array. */
const ownType = ({ values }: NumberColumn, { type }: WrittenVariable): NumberType => {
  if (type && type in widths) return type as NumberType;
  if (values instanceof Float64Array) return 'double';
  if (values instanceof Float32Array) return 'float';
  if (values instanceof Int32Array) return 'long';
  return values instanceof Int16Array ? 'int' : 'byte';
};

interface Range {
  readonly low: number;
  readonly high: number;
  /** all are whole numbers of 32 bits */
  readonly whole: boolean;
  /** all are floats */
  readonly single: boolean;
}

const holds = (type: NumberType, { low, high, whole, single }: Range): boolean => {
  if (type === 'double') return true;
  if (type === 'float') return single && -low <= largestFloat && high <= largestFloat;
  return whole && low >= smallest[type] && high <= largestInteger[type];
};

/** What the present values need. */
const rangeOf = ({ values, missing }: NumberColumn): Range => {
  let low = 0;
  let high = 0;
  let whole = true;
  let single = true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    const code = missing ? (missing[row] as number) : 0;
    if (Number.isNaN(value) || (code !== 0 && code !== userMissing)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    if (whole && (value | 0) !== value) whole = false;
    if (single && Math.fround(value) !== value) single = false;
  }
  return { low, high, whole, single };
};
