import { withSpssDates } from '../dates/spss-dates.ts';
import { userMissing } from '../stat-column.ts';
import { type Encode, textEncoder, type WrittenEncoding } from '../text/text-encoder.ts';
import { ByteWriter, joined } from '../write/byte-writer.ts';
import { checkedColumns, type StatTable, type WrittenColumn } from '../write/stat-table.ts';
import { compressionBias, savRows } from './sav-rows.ts';
import { type SavStorage, savStorages } from './sav-storage.ts';
import { writeExtensions } from './written-extensions.ts';
import { writeValueLabels, writeVariables } from './written-records.ts';

export interface SavWriteOptions {
  /** default `utf-8`; the file declares it */
  readonly encoding?: WrittenEncoding;
  /** Stata's `.a` to `.z`, which SPSS has not: `fail` (default) throws, `system` writes system-missing */
  readonly extendedMissing?: 'fail' | 'system';
  /** default 01 Jan 00, 00:00:00, so that equal tables give equal bytes */
  readonly timestamp?: { readonly date: string; readonly time: string };
}

/**
 * Writes an SPSS system file, byte-compressed: labels, value labels, declared missing values, measures, multiple-response sets, texts of up to
 * 32,767 bytes. Equal tables give equal bytes. Numbers in a date format of Stata become SPSS's seconds.
 *
 * @returns the file. @throws for what SPSS cannot hold: names, labels and texts that are too long, `.a` to `.z` (see the option).
 *
 * R equivalent: `haven::write_sav(data, path, compress = "byte")`. Source: PSPP's description of the system file format.
 * @example
 * const answer = { kind: 'number', values: Int8Array.of(1, 2, 99) };
 * const variables = [{ name: 'answer', label: '回答', userMissing: { values: [99] }, measure: 'nominal' }];
 * writeSav({ rows: 3, variables, columns: new Map([['answer', answer]]) });
 */
export function writeSav(table: StatTable, options: SavWriteOptions = {}): Uint8Array {
  return joined(savPieces(table, options));
}

/** The file that `writeSav` gives in pieces, each good until the next: for files larger than memory. */
export function* savPieces(given: StatTable, options: SavWriteOptions = {}): Generator<Uint8Array> {
  const { encoding = 'utf-8', extendedMissing = 'fail' } = options;
  const encode = textEncoder(encoding);
  const table = withSpssDates(given);
  const columns = checkedColumns('writeSav', table);
  columns.forEach((column, i) => {
    checkNumbers(column, table.variables[i]?.name ?? '', extendedMissing);
  });
  const storages = savStorages(table.variables, columns, encode);
  const writer = new ByteWriter();
  writeHeader(writer, table, storages, { encode, timestamp: options.timestamp });
  writeVariables(writer, storages, encode);
  writeValueLabels(writer, storages, encode);
  writeExtensions(writer, table, storages, { encode, encoding });
  writer.i32(999);
  writer.i32(0);
  yield writer.bytes;
  yield* savRows(storages, table.rows);
}

const checkNumbers = (column: WrittenColumn, name: string, extendedMissing: 'fail' | 'system'): void => {
  if (column.kind === 'text') return;
  const { values, missing } = column;
  for (let row = 0; row < values.length; row++) {
    const code = missing ? (missing[row] as number) : 0;
    if (extendedMissing === 'fail' && code > 1 && code < userMissing)
      throw new Error(
        `writeSav: SPSS has no .a to .z, which "${name}" has in row ${row + 1}; give extendedMissing: 'system', or recode`,
      );
    const value = values[row] as number;
    if (code === 0 && (Math.abs(value) === Number.POSITIVE_INFINITY || value === -Number.MAX_VALUE))
      throw new Error(`writeSav: numbers must be finite; "${name}" has ${value} in row ${row + 1}`);
  }
};

const writeHeader = (
  writer: ByteWriter,
  table: StatTable,
  storages: readonly SavStorage[],
  { encode, timestamp }: { encode: Encode; timestamp: SavWriteOptions['timestamp'] },
): void => {
  const slotsOf = ({ pieces }: SavStorage) => pieces.reduce((sum, piece) => sum + piece.slots, 0);
  const weight = storages.findIndex(({ variable }) => variable.name === table.weight);
  if (table.weight !== undefined && weight < 0)
    throw new Error(`writeSav: the weight must be a variable of the table; "${table.weight}" is none`);
  const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  writer.ascii('$FL2');
  writer.field(ascii('@(#) SPSS DATA FILE - wavebook stat-files'), 60, 0x20);
  writer.i32(2);
  writer.i32(storages.reduce((sum, storage) => sum + slotsOf(storage), 0));
  writer.i32(1);
  writer.i32(weight < 0 ? 0 : storages.slice(0, weight).reduce((sum, storage) => sum + slotsOf(storage), 1));
  writer.i32(table.rows);
  writer.f64(compressionBias);
  writer.field(ascii(timestamp?.date ?? '01 Jan 00'), 9, 0x20);
  writer.field(ascii(timestamp?.time ?? '00:00:00'), 8, 0x20);
  const label = encode(table.label ?? '');
  if (label.length > 64)
    throw new Error(`writeSav: the file label has at most 64 bytes; got ${label.length}`);
  writer.field(label, 64, 0x20);
  writer.field(new Uint8Array(0), 3);
};
