import { type ColumnBuilder, MissingCodes, type RawRows } from '../columns/column-builder.ts';
import { type NumberArray, type NumberColumn, systemMissing } from '../stat-column.ts';
import type { UserMissing } from '../stat-file.ts';
import { markDeclared } from './user-missing.ts';

/** How a numeric slot lies in its case. */
export interface SlotCells {
  readonly at: number;
  readonly littleEndian: boolean;
  readonly systemMissing: number;
  readonly userMissing: UserMissing;
}

const arrays = [Int8Array, Int16Array, Int32Array, Float64Array] as const;
/** The largest magnitude that fits the integer arrays, in their order. */
const limits = [2 ** 7 - 1, 2 ** 15 - 1, 2 ** 31 - 1];

/**
 * Gathers SPSS's numbers, all doubles in the file, in the smallest array that holds them exactly: it is replaced by a wider one when a value
 * comes that it cannot hold.
 */
export class SavNumberBuilder implements ColumnBuilder {
  private readonly cells: SlotCells;
  private readonly rows: number;
  private readonly missing: MissingCodes;
  private size = 0;
  private values: NumberArray;
  private scratch = new Float64Array(0);
  private at = 0;

  constructor(rows: number, cells: SlotCells) {
    this.cells = cells;
    this.rows = rows;
    this.missing = new MissingCodes(rows);
    this.values = new Int8Array(rows);
  }

  take(raw: RawRows): void {
    const { at, littleEndian, systemMissing: absent } = this.cells;
    const { view, rows, rowBytes } = raw;
    if (this.scratch.length < rows) this.scratch = new Float64Array(rows);
    const { scratch } = this;
    let largest = 0;
    for (let r = 0, from = at; r < rows; r++, from += rowBytes) {
      const value = view.getFloat64(from, littleEndian);
      if (value === absent || Number.isNaN(value)) {
        this.missing.set(this.at + r, systemMissing);
        scratch[r] = Number.NaN;
        continue;
      }
      scratch[r] = value;
      if ((value | 0) !== value) largest = Number.POSITIVE_INFINITY;
      else if (value > largest) largest = value;
      else if (-value > largest) largest = -value;
    }
    this.widen(largest);
    this.values.set(rows === scratch.length ? scratch : scratch.subarray(0, rows), this.at);
    this.at += rows;
  }

  column(): NumberColumn {
    const { userMissing } = this.cells;
    if (userMissing.values.length > 0 || userMissing.range)
      markDeclared(this.values, this.missing, userMissing);
    return { kind: 'number', values: this.values, missing: this.missing.result() };
  }

  private widen(largest: number): void {
    let size = this.size;
    while (size < limits.length && largest > (limits[size] as number)) size++;
    if (size === this.size) return;
    const wider = new (arrays[size] ?? Float64Array)(this.rows);
    wider.set(this.values);
    const missing = this.missing.array;
    if (missing && size === limits.length)
      for (let row = 0; row < this.at; row++) if (missing[row] !== 0) wider[row] = Number.NaN;
    this.size = size;
    this.values = wider;
  }
}
