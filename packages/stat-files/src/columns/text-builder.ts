import { systemMissing, type TextColumn, userMissing } from '../stat-column.ts';
import type { FileText, TextPlace } from '../text/text-decoder.ts';
import { ByteDictionary } from './byte-dictionary.ts';
import { type ColumnBuilder, MissingCodes, type RawRows } from './column-builder.ts';

/** How a text cell lies in its row. */
export interface TextCells {
  /** pieces that make one text: where each starts in the row, and its bytes */
  readonly pieces: readonly { readonly at: number; readonly length: number }[];
  /** `nul`: text ends at the first NUL; `blank`: trailing blanks are padding */
  readonly padding: 'nul' | 'blank';
  /** texts that the user declared missing */
  readonly userMissing: readonly string[];
}

/** Gathers text cells into a dictionary-coded column; each distinct text is decoded once, after its bytes are joined. */
export class TextBuilder implements ColumnBuilder {
  private readonly cells: TextCells;
  private readonly text: FileText;
  private readonly place: (row: number) => TextPlace;
  private readonly codes: Int32Array;
  private readonly dictionary = new ByteDictionary();
  private readonly joined: Uint8Array | undefined;
  private readonly firstRows: number[] = [];
  private at = 0;

  constructor(
    rows: number,
    cells: TextCells,
    text: { decoder: FileText; place: (row: number) => TextPlace },
  ) {
    this.cells = cells;
    this.text = text.decoder;
    this.place = text.place;
    this.codes = new Int32Array(rows);
    if (cells.pieces.length !== 1)
      this.joined = new Uint8Array(cells.pieces.reduce((sum, piece) => sum + piece.length, 0));
  }

  take(raw: RawRows): void {
    const [piece] = this.cells.pieces;
    for (let r = 0; r < raw.rows; r++) {
      const start = r * raw.rowBytes;
      if (this.joined) this.push(this.join(raw.bytes, start), 0, this.joined.length);
      else if (piece) this.push(raw.bytes, start + piece.at, start + piece.at + piece.length);
    }
  }

  /** A text that is not in its row. */
  add(bytes: Uint8Array): void {
    this.push(bytes, 0, bytes.length);
  }

  column(): TextColumn {
    const { pool, ends, count } = this.dictionary;
    const levels = this.text.decodeAll(pool, ends, count, (code) =>
      this.place(this.firstRows[code] as number),
    );
    const declared = levels.map((level) => this.cells.userMissing.includes(level));
    const blank = this.cells.userMissing.includes('') ? userMissing : systemMissing;
    const missing = new MissingCodes(this.codes.length);
    for (let row = 0; row < this.codes.length; row++) {
      const code = this.codes[row] as number;
      if (code < 0) missing.set(row, blank);
      else if (declared[code]) missing.set(row, userMissing);
    }
    return { kind: 'text', codes: this.codes, levels, missing: missing.result() };
  }

  private push(bytes: Uint8Array, start: number, limit: number): void {
    let end = start;
    if (this.cells.padding === 'nul') while (end < limit && bytes[end] !== 0) end++;
    else {
      end = limit;
      while (end > start && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
    }
    const row = this.at++;
    if (end === start) {
      this.codes[row] = -1;
      return;
    }
    const { count } = this.dictionary;
    const code = this.dictionary.code(bytes, start, end);
    if (code === count) this.firstRows.push(row);
    this.codes[row] = code;
  }

  private join(bytes: Uint8Array, start: number): Uint8Array {
    const joined = this.joined as Uint8Array;
    let to = 0;
    for (const piece of this.cells.pieces) {
      joined.set(bytes.subarray(start + piece.at, start + piece.at + piece.length), to);
      to += piece.length;
    }
    return joined;
  }
}
