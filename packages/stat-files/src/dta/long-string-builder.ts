import type { ByteSource } from '../byte-source.ts';
import type { ColumnBuilder, RawRows } from '../columns/column-builder.ts';
import { TextBuilder } from '../columns/text-builder.ts';
import type { TextColumn } from '../stat-column.ts';
import type { FileText, TextPlace } from '../text/text-decoder.ts';
import { findLongString, type LongStrings } from './long-strings.ts';

/** Where the references of a strL variable stand, and the strings they refer to. */
export interface LongStringCells {
  readonly at: number;
  readonly release: number;
  readonly littleEndian: boolean;
  readonly source: ByteSource;
  readonly strings: LongStrings;
}

/** Gathers a strL column: each distinct string is read once from the records after the data. */
export class LongStringBuilder implements ColumnBuilder {
  private readonly cells: LongStringCells;
  private readonly text: TextBuilder;
  private readonly place: (row: number) => TextPlace;
  private row = 0;

  constructor(
    rows: number,
    cells: LongStringCells,
    text: { decoder: FileText; place: (row: number) => TextPlace },
  ) {
    this.cells = cells;
    this.place = text.place;
    this.text = new TextBuilder(rows, { pieces: [], padding: 'nul', userMissing: [] }, text);
  }

  take(raw: RawRows): void {
    const { at, release, littleEndian, source, strings } = this.cells;
    for (let r = 0; r < raw.rows; r++) {
      const from = r * raw.rowBytes + at;
      const { file, offset } = this.place(this.row++);
      const place = { release, littleEndian, file, offset };
      const found = findLongString(strings, raw.bytes.subarray(from, from + 8), place);
      this.text.add(found ? source.read(found.at, found.length) : noBytes);
    }
  }

  column(): TextColumn {
    return this.text.column();
  }
}

const noBytes = new Uint8Array(0);
