import {
  type Column as ArrowColumn,
  batchType,
  Column as ColumnOfBatches,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  type IntType,
  int8,
  int16,
  int32,
  utf8,
} from '@uwdata/flechette';
import type { Column, NumberColumn, TextColumn } from './table.ts';

/**
 * Columns of so many rows as Arrow has them: text as a dictionary of the levels that occur, in the order of their first row, its keys in the
 * narrowest integers; empty cells as nulls.
 */
export function arrowColumns(
  rows: number,
  columns: Iterable<readonly [string, Column]>,
): [string, ArrowColumn<unknown>][] {
  const keys = new Int32Array(rows);
  return Array.from(columns, ([name, column]) => [
    name,
    column.kind === 'number' ? numbers(column) : texts(column, keys),
  ]);
}

const numbers = ({ values }: NumberColumn): ArrowColumn<unknown> => {
  const type = float64();
  const rows = values.length;
  const cells = new Float64Array(rows);
  const bits = new Uint8Array(aligned(Math.ceil(rows / 8), 1));
  let nullCount = rows;
  for (let row = 0; row < rows; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    cells[row] = value;
    bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7));
    nullCount -= 1;
  }
  return ofBatch(type, {
    length: rows,
    nullCount,
    validity: nullCount > 0 ? bits : noBits,
    type,
    values: cells,
  });
};

/** `keys` is room for the keys of all rows, written anew by each column. */
const texts = ({ codes, levels }: TextColumn, keys: Int32Array): ArrowColumn<unknown> => {
  const ofLevels = utf8();
  const { keyOf, ...parts } = keysOf(codes, levels, keys);
  const { ofKeys, values } = narrowest(keys, keyOf.size);
  const type = dictionary(ofLevels, ofKeys);
  const column = ofBatch(type, { ...parts, type, values });
  const dictionaryOfTexts = textsColumn([...keyOf.keys()], ofLevels);
  // not by setDictionary, which reads every text back
  for (const batch of column.data) Object.assign(batch, { dictionary: dictionaryOfTexts });
  return column;
};

const encoder = new TextEncoder();

/** Texts as a column without empty cells. */
function textsColumn(texts: readonly string[], type: DataType): ArrowColumn<unknown> {
  const bytes = encoder.encode(texts.join(''));
  const offsets = new Int32Array(aligned(texts.length + 1, 4));
  for (let i = 0, at = 0; i < texts.length; i++) {
    at += (texts[i] as string).length;
    offsets[i + 1] = at;
  }
  // in ASCII, as identifiers are, a letter is a byte
  if (offsets[texts.length] !== bytes.length) return columnFromArray([...texts], type);
  const values = new Uint8Array(Math.max(8, aligned(bytes.length, 1)));
  values.set(bytes);
  return ofBatch(type, { length: texts.length, nullCount: 0, validity: noBits, type, offsets, values });
}

/** Keys in the narrowest integers that number so many levels. */
function narrowest(keys: Int32Array, levels: number): { ofKeys: IntType; values: KeyArray } {
  const rows = keys.length;
  const [ofKeys, values]: [IntType, KeyArray] =
    levels <= 2 ** 7
      ? [int8(), new Int8Array(aligned(rows, 1))]
      : levels <= 2 ** 15
        ? [int16(), new Int16Array(aligned(rows, 2))]
        : [int32(), new Int32Array(aligned(rows, 4))];
  values.set(keys);
  return { ofKeys, values };
}

const UNSEEN = -1;

/** Numbers the levels that occur in the order of their first row, and writes the number of each row; of an empty cell 0. */
function keysOf(codes: Int32Array, levels: readonly string[], keys: Int32Array) {
  const rows = codes.length;
  const keyOf = new Map<string, number>();
  // by code, an empty cell first
  const keyAt = new Int32Array(levels.length + 1).fill(UNSEEN, 1);
  const number = (place: number): number => {
    const level = levels[place - 1] as string;
    const key = keyOf.get(level) ?? keyOf.size;
    keyOf.set(level, key);
    keyAt[place] = key;
    return key;
  };
  let nullCount = 0;
  for (let row = 0; row < rows; row++) {
    const place = (codes[row] as number) + 1;
    const key = keyAt[place] as number;
    keys[row] = key === UNSEEN ? number(place) : key;
    nullCount += place === 0 ? 1 : 0;
  }
  return { keyOf, length: rows, nullCount, validity: nullCount > 0 ? filledBits(codes) : noBits };
}

/** 1 for a code, 0 for an empty cell, which is below 0. */
const isFilled = (codes: Int32Array, row: number): number => ~(codes[row] as number) >>> 31;

/** A bit a row: whether its cell is filled. */
function filledBits(codes: Int32Array): Uint8Array {
  const rows = codes.length;
  const bits = new Uint8Array(aligned(Math.ceil(rows / 8), 1));
  const whole = rows >> 3;
  for (let at = 0, row = 0; at < whole; at++, row += 8)
    bits[at] =
      isFilled(codes, row) |
      (isFilled(codes, row + 1) << 1) |
      (isFilled(codes, row + 2) << 2) |
      (isFilled(codes, row + 3) << 3) |
      (isFilled(codes, row + 4) << 4) |
      (isFilled(codes, row + 5) << 5) |
      (isFilled(codes, row + 6) << 6) |
      (isFilled(codes, row + 7) << 7);
  for (let row = whole * 8; row < rows; row++)
    bits[whole] = (bits[whole] as number) | (isFilled(codes, row) << (row & 7));
  return bits;
}

type KeyArray = Int8Array | Int16Array | Int32Array;

interface BatchParts {
  readonly length: number;
  readonly nullCount: number;
  readonly type: DataType;
  readonly validity: Uint8Array;
  readonly values: Float64Array | KeyArray | Uint8Array;
  readonly offsets?: Int32Array;
}

const ofBatch = (type: DataType, parts: BatchParts): ArrowColumn<unknown> => {
  const Batch: new (parts: BatchParts) => ArrowColumn<unknown>['data'][number] = batchType(type);
  return new ColumnOfBatches([new Batch(parts)], type);
};

/** Buffers end at a multiple of eight bytes. */
const aligned = (length: number, bytes: number): number => (Math.ceil((length * bytes) / 8) * 8) / bytes;

const noBits = new Uint8Array(0);
