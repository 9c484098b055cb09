import { ByteWriter } from '../write/byte-writer.ts';
import type { WrittenColumn } from '../write/stat-table.ts';
import type { Storage } from './dta-storage.ts';

const textKind = 130;

interface LongText {
  readonly row: number;
  readonly variable: number;
  readonly text: Uint8Array;
}

/** Long strings of a table: the reference of each level by variable, and the records, each string once. */
export interface WrittenLongStrings {
  readonly references: readonly (readonly Uint8Array[])[];
  readonly records: readonly LongText[];
}

/** Numbers the long strings by the first row in which each occurs. */
export function writtenLongStrings(
  columns: readonly WrittenColumn[],
  storages: readonly Storage[],
  release: number,
): WrittenLongStrings {
  const records: LongText[] = [];
  const references = columns.map((column, index) => {
    const { type, texts } = storages[index] as Storage;
    if (type !== 'strL' || column.kind === 'number') return [];
    const found: Uint8Array[] = texts.map(() => new Uint8Array(8));
    const seen = new Uint8Array(texts.length);
    column.codes.forEach((code, row) => {
      const text = texts[code];
      if (!text || seen[code] === 1 || text.length === 0) return;
      seen[code] = 1;
      found[code] = reference(index + 1, row + 1, release);
      records.push({ row: row + 1, variable: index + 1, text });
    });
    return found;
  });
  records.sort((a, b) => a.row - b.row || a.variable - b.variable);
  return { references, records };
}

/** Variable and row in eight bytes: four and four in release 117, two and six in 118. */
const reference = (variable: number, row: number, release: number): Uint8Array => {
  const writer = new ByteWriter();
  if (release === 117) {
    writer.i32(variable);
    writer.i32(row);
  } else {
    writer.u16(variable);
    writer.u64(row);
  }
  return writer.bytes.slice(0, 8);
};

/** The records as the file holds them. */
export function* longStringRecords(records: readonly LongText[], release: number): Generator<Uint8Array> {
  for (const { row, variable, text } of records) {
    const writer = new ByteWriter();
    writer.ascii('GSO');
    writer.i32(variable);
    if (release === 117) writer.i32(row);
    else writer.u64(row);
    writer.u8(textKind);
    writer.i32(text.length + 1);
    writer.field(text, text.length + 1);
    yield writer.bytes;
  }
}
