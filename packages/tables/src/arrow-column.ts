import {
  type Column as ArrowColumn,
  batchType,
  Column as ColumnOfBatches,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  int32,
  utf8,
} from '@uwdata/flechette';
import type { Column, NumberColumn, TextColumn } from './table.ts';

/** A column as Arrow has it: text as a dictionary of the levels that occur, in the order of their first row; empty cells as nulls. */
export function arrowColumn(column: Column): ArrowColumn<unknown> {
  return column.kind === 'number' ? numbers(column) : texts(column);
}

const numbers = ({ values }: NumberColumn): ArrowColumn<unknown> => {
  const type = float64();
  const cells = new Float64Array(values.length);
  const filled = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    cells[row] = value;
    filled[row] = 1;
  }
  return ofBatch(type, { ...validity(filled), type, values: cells });
};

const texts = ({ codes, levels }: TextColumn): ArrowColumn<unknown> => {
  const ofLevels = utf8();
  const type = dictionary(ofLevels, int32());
  const { keyOf, keyOfCode } = keysOf(codes, levels);
  const filled = new Uint8Array(codes.length);
  const cells = new Int32Array(aligned(codes.length, 4));
  // by code, an empty cell first
  const isFilled = new Uint8Array(levels.length + 1).fill(1, 1);
  for (let row = 0; row < codes.length; row++) {
    const place = (codes[row] as number) + 1;
    cells[row] = keyOfCode[place] as number;
    filled[row] = isFilled[place] as number;
  }
  const column = ofBatch(type, { ...validity(filled), type, values: cells });
  const dictionaryValues =
    keyOf.size > 0
      ? columnFromArray([...keyOf.keys()], ofLevels)
      : ofBatch(ofLevels, { ...validity(new Uint8Array(0)), ...noTexts, type: ofLevels });
  for (const batch of column.data as readonly unknown[] as readonly DictionaryBatch[])
    batch.setDictionary(dictionaryValues);
  return column;
};

/** The levels that occur, numbered in the order of their first row, and the number of each code; an empty cell, with the number 0, first. */
function keysOf(codes: Int32Array, levels: readonly string[]) {
  const keyOf = new Map<string, number>();
  const keyOfCode = new Int32Array(levels.length + 1);
  const seen = new Uint8Array(levels.length + 1).fill(1, 0, 1);
  let left = levels.length;
  for (let row = 0; row < codes.length && left > 0; row++) {
    const place = (codes[row] as number) + 1;
    if (seen[place] === 1) continue;
    seen[place] = 1;
    left -= 1;
    const level = levels[place - 1] as string;
    const key = keyOf.get(level) ?? keyOf.size;
    keyOf.set(level, key);
    keyOfCode[place] = key;
  }
  return { keyOf, keyOfCode };
}

interface DictionaryBatch {
  setDictionary(values: ArrowColumn<unknown>): unknown;
}

interface BatchParts {
  readonly length: number;
  readonly nullCount: number;
  readonly type: DataType;
  readonly validity: Uint8Array;
  readonly values: Float64Array | Int32Array | Uint8Array;
  readonly offsets?: Int32Array;
}

const ofBatch = (type: DataType, parts: BatchParts): ArrowColumn<unknown> => {
  const Batch: new (parts: BatchParts) => ArrowColumn<unknown>['data'][number] = batchType(type);
  return new ColumnOfBatches([new Batch(parts)], type);
};

const noTexts = { values: new Uint8Array(8), offsets: new Int32Array(2) };

/** Buffers end at a multiple of eight bytes. */
const aligned = (length: number, bytes: number): number => (Math.ceil((length * bytes) / 8) * 8) / bytes;

/** One bit a row: whether its cell is filled. None where all are. */
function validity(filled: Uint8Array): Pick<BatchParts, 'length' | 'nullCount' | 'validity'> {
  const rows = filled.length;
  const bits = new Uint8Array(aligned(Math.ceil(rows / 8), 1));
  let count = 0;
  let row = 0;
  for (let at = 0; row < rows; at++) {
    let byte = 0;
    for (let bit = 0; bit < 8 && row < rows; bit++) {
      const is = filled[row++] as number;
      byte |= is << bit;
      count += is;
    }
    bits[at] = byte;
  }
  const nullCount = rows - count;
  return { length: rows, nullCount, validity: nullCount > 0 ? bits : new Uint8Array(0) };
}
