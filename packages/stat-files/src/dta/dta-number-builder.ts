import { type ColumnBuilder, MissingCodes, type RawRows } from '../columns/column-builder.ts';
import { type NumberArray, type NumberColumn, systemMissing } from '../stat-column.ts';
import { doubleMissingBits, floatMissingBits, largestInteger } from './dta-layout.ts';

type NumberType = 'byte' | 'int' | 'long' | 'float' | 'double';

/** How a numeric cell lies in its row. */
export interface NumberCells {
  readonly type: NumberType;
  readonly at: number;
  readonly littleEndian: boolean;
}

const arrays = {
  byte: Int8Array,
  int: Int16Array,
  long: Int32Array,
  float: Float32Array,
  double: Float64Array,
} as const;

/** Gathers numbers of Stata's five types; `.` and `.a` to `.z` go to the missing codes. */
export class DtaNumberBuilder implements ColumnBuilder {
  private readonly cells: NumberCells;
  private readonly values: NumberArray;
  private readonly missing: MissingCodes;
  private at = 0;

  constructor(rows: number, cells: NumberCells) {
    this.cells = cells;
    this.values = new arrays[cells.type](rows);
    this.missing = new MissingCodes(rows);
  }

  take(raw: RawRows): void {
    const { type, at, littleEndian } = this.cells;
    const place = { at, littleEndian, to: this.at };
    if (type === 'byte') takeBytes(raw, place, this.values as Int8Array, this.missing);
    else if (type === 'int') takeInts(raw, place, this.values as Int16Array, this.missing);
    else if (type === 'long') takeLongs(raw, place, this.values as Int32Array, this.missing);
    else if (type === 'float') takeFloats(raw, place, this.values as Float32Array, this.missing);
    else takeDoubles(raw, place, this.values as Float64Array, this.missing);
    this.at += raw.rows;
  }

  column(): NumberColumn {
    return { kind: 'number', values: this.values, missing: this.missing.result() };
  }
}

interface Place {
  readonly at: number;
  readonly littleEndian: boolean;
  /** the first row to fill */
  readonly to: number;
}

/** The missing code of an integer above the largest value. */
const integerCode = (value: number, largest: number): number => value - largest - 1 + systemMissing;
/** The missing code of a float by its bits. NaN, infinity and bits between the codes, which Stata never writes, are `.`. */
const bitsCode = (steps: number): number =>
  Number.isInteger(steps) && steps >= 0 && steps <= 26 ? steps + systemMissing : systemMissing;

function takeBytes(raw: RawRows, place: Place, values: Int8Array, missing: MissingCodes): void {
  const { bytes, rows, rowBytes } = raw;
  const largest = largestInteger.byte;
  for (let r = 0, from = place.at; r < rows; r++, from += rowBytes) {
    const value = ((bytes[from] as number) << 24) >> 24;
    if (value > largest) missing.set(place.to + r, integerCode(value, largest));
    else values[place.to + r] = value;
  }
}

function takeInts(raw: RawRows, place: Place, values: Int16Array, missing: MissingCodes): void {
  const { view, rows, rowBytes } = raw;
  const largest = largestInteger.int;
  for (let r = 0, from = place.at; r < rows; r++, from += rowBytes) {
    const value = view.getInt16(from, place.littleEndian);
    if (value > largest) missing.set(place.to + r, integerCode(value, largest));
    else values[place.to + r] = value;
  }
}

function takeLongs(raw: RawRows, place: Place, values: Int32Array, missing: MissingCodes): void {
  const { view, rows, rowBytes } = raw;
  const largest = largestInteger.long;
  for (let r = 0, from = place.at; r < rows; r++, from += rowBytes) {
    const value = view.getInt32(from, place.littleEndian);
    if (value > largest) missing.set(place.to + r, integerCode(value, largest));
    else values[place.to + r] = value;
  }
}

const firstMissingFloat = 2 ** 127;
const firstMissingDouble = 2 ** 1023;

function takeFloats(raw: RawRows, place: Place, values: Float32Array, missing: MissingCodes): void {
  const { view, rows, rowBytes } = raw;
  for (let r = 0, from = place.at; r < rows; r++, from += rowBytes) {
    const value = view.getFloat32(from, place.littleEndian);
    if (value < firstMissingFloat && value > Number.NEGATIVE_INFINITY) values[place.to + r] = value;
    else {
      values[place.to + r] = Number.NaN;
      const bits = view.getUint32(from, place.littleEndian);
      missing.set(place.to + r, bitsCode((bits - floatMissingBits) / 0x800));
    }
  }
}

function takeDoubles(raw: RawRows, place: Place, values: Float64Array, missing: MissingCodes): void {
  const { view, rows, rowBytes } = raw;
  for (let r = 0, from = place.at; r < rows; r++, from += rowBytes) {
    const value = view.getFloat64(from, place.littleEndian);
    if (value < firstMissingDouble && value > Number.NEGATIVE_INFINITY) values[place.to + r] = value;
    else {
      values[place.to + r] = Number.NaN;
      const bits = view.getUint32(from + (place.littleEndian ? 4 : 0), place.littleEndian);
      missing.set(place.to + r, bitsCode((bits - doubleMissingBits) / 0x100));
    }
  }
}
