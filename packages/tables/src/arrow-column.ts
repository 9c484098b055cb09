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
  const valid = new Validity(values.length);
  const cells = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    cells[row] = value;
    valid.set(row);
  }
  return ofBatch(type, { ...valid.parts(), type, values: cells });
};

const texts = ({ codes, levels }: TextColumn): ArrowColumn<unknown> => {
  const ofLevels = utf8();
  const type = dictionary(ofLevels, int32());
  const keyOf = new Map<string, number>();
  const keyOfCode = new Int32Array(levels.length).fill(-1);
  const valid = new Validity(codes.length);
  const cells = new Int32Array(aligned(codes.length, 4));
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code < 0) continue;
    let key = keyOfCode[code] as number;
    if (key < 0) {
      const level = levels[code] as string;
      key = keyOf.get(level) ?? keyOf.size;
      keyOf.set(level, key);
      keyOfCode[code] = key;
    }
    cells[row] = key;
    valid.set(row);
  }
  const column = ofBatch(type, { ...valid.parts(), type, values: cells });
  const dictionaryValues =
    keyOf.size > 0
      ? columnFromArray([...keyOf.keys()], ofLevels)
      : ofBatch(ofLevels, { ...new Validity(0).parts(), ...noTexts, type: ofLevels });
  for (const batch of column.data as readonly unknown[] as readonly DictionaryBatch[])
    batch.setDictionary(dictionaryValues);
  return column;
};

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

/** One bit a row: whether its cell is filled. */
class Validity {
  private readonly bits: Uint8Array;
  private readonly rows: number;
  private filled = 0;

  constructor(rows: number) {
    this.rows = rows;
    this.bits = new Uint8Array(aligned(Math.ceil(rows / 8), 1));
  }

  set(row: number): void {
    this.bits[row >> 3] = (this.bits[row >> 3] as number) | (1 << (row & 7));
    this.filled += 1;
  }

  parts(): Pick<BatchParts, 'length' | 'nullCount' | 'validity'> {
    const nullCount = this.rows - this.filled;
    return { length: this.rows, nullCount, validity: nullCount > 0 ? this.bits : new Uint8Array(0) };
  }
}
