import type { StatColumn } from '../stat-column.ts';

/** Some rows of a file, each `rowBytes` long, one after the other. */
export interface RawRows {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly rows: number;
  readonly rowBytes: number;
}

/** Gathers a column from raw rows that come in order. */
export interface ColumnBuilder {
  take(raw: RawRows): void;
  column(): StatColumn;
}

/** Raw rows read in order, from some row on. */
export interface RowReader {
  /** At least one and at most `most` rows. */
  next(most: number): RawRows;
}

/** What a format has to give so that its columns can be read. */
export interface CellSource {
  reader(from: number): RowReader;
  /** A builder for `rows` rows from `first` on of the variable with that index. */
  builder(variable: number, rows: number, first: number): ColumnBuilder;
}

export function rawRows(bytes: Uint8Array, rows: number, rowBytes: number): RawRows {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), rows, rowBytes };
}

/** Missing codes of a column under way; the array is made when the first missing cell comes. */
export class MissingCodes {
  private readonly rows: number;
  private codes: Uint8Array | undefined;

  constructor(rows: number) {
    this.rows = rows;
  }

  set(row: number, code: number): void {
    this.codes ??= new Uint8Array(this.rows);
    this.codes[row] = code;
  }

  /** undefined: nothing is missing */
  get array(): Uint8Array | undefined {
    return this.codes;
  }

  result(): Uint8Array {
    return this.codes ?? nothingMissing(this.rows);
  }
}

let shared = new Uint8Array(0);

/** Zeros, shared between columns that miss nothing. */
function nothingMissing(rows: number): Uint8Array {
  if (shared.length < rows) shared = new Uint8Array(rows);
  return shared.subarray(0, rows);
}
