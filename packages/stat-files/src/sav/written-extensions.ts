import type { Measure } from '../stat-file.ts';
import type { Encode, WrittenEncoding } from '../text/text-encoder.ts';
import { ByteWriter } from '../write/byte-writer.ts';
import type { StatTable } from '../write/stat-table.ts';
import type { SavStorage } from './sav-storage.ts';

const codePages: Record<WrittenEncoding, number> = { 'utf-8': 65_001, gb18030: 54_936 };
const encodingNames: Record<WrittenEncoding, string> = { 'utf-8': 'UTF-8', gb18030: 'GB18030' };
const measures: Record<Measure, number> = { unknown: 0, nominal: 1, ordinal: 2, scale: 3 };

/** Writes the extension records: number formats, sets, measures, long names and texts, case count, encoding. */
export function writeExtensions(
  writer: ByteWriter,
  table: StatTable,
  storages: readonly SavStorage[],
  { encode, encoding }: { encode: Encode; encoding: WrittenEncoding },
): void {
  const record = (kind: number, size: number, content: (to: ByteWriter) => void): void => {
    const part = new ByteWriter();
    content(part);
    if (part.length === 0) return;
    writer.i32(7);
    writer.i32(kind);
    writer.i32(size);
    writer.i32(part.length / size);
    writer.put(part.bytes);
  };
  record(3, 4, (to) => {
    for (const value of [20, 0, 0, -1, 1, 1, 2, codePages[encoding]]) to.i32(value);
  });
  record(4, 8, (to) => {
    for (const value of [-Number.MAX_VALUE, Number.MAX_VALUE, -1.7976931348623155e308]) to.f64(value);
  });
  record(7, 1, (to) => to.put(encode(responseSets(table, storages, encode))));
  record(11, 4, (to) => {
    for (const { variable, width, pieces } of storages)
      for (const piece of pieces) {
        to.i32(measures[variable.measure ?? 'unknown']);
        to.i32(Math.max(8, Math.min(32, piece.width)));
        to.i32(width === 0 ? 1 : 0);
      }
  });
  record(13, 1, (to) => {
    storages.forEach(({ name, pieces }, i) => {
      to.ascii(`${i > 0 ? '\t' : ''}${pieces[0]?.shortName}=`);
      to.put(name);
    });
  });
  record(14, 1, (to) => {
    for (const { width, pieces } of storages)
      if (width > 255) to.ascii(`${pieces[0]?.shortName}=${String(width).padStart(5, '0')}\0\t`);
  });
  record(16, 8, (to) => {
    to.u64(1);
    to.u64(table.rows);
  });
  record(20, 1, (to) => to.ascii(encodingNames[encoding]));
  record(21, 1, (to) => writeLongTextLabels(to, storages, encode));
  record(22, 1, (to) => writeLongTextMissing(to, storages, encode));
}

const responseSets = (table: StatTable, storages: readonly SavStorage[], encode: Encode): string => {
  const short = new Map(
    storages.map(({ variable, pieces }) => [variable.name, pieces[0]?.shortName.toLowerCase()]),
  );
  const counted = (text: string) => `${encode(text).length} ${text}`;
  return (table.multipleResponseSets ?? [])
    .map(({ name, label, kind, countedValue = '1', variables }) => {
      const names = variables.map((variable) => {
        const found = short.get(variable);
        if (found) return found;
        throw new Error(`writeSav: the set ${name} must be of variables of the table; "${variable}" is none`);
      });
      const start = kind === 'dichotomies' ? `D${counted(countedValue)} ` : 'C ';
      return `${name}=${start}${counted(label)} ${names.join(' ')}\n`;
    })
    .join('');
};

const put = (to: ByteWriter, bytes: Uint8Array): void => {
  to.i32(bytes.length);
  to.put(bytes);
};

/** A text value as long as its variable. */
const padded = (value: number | string, width: number, encode: Encode): Uint8Array => {
  const filled = new ByteWriter();
  filled.field(encode(String(value)), width, 0x20);
  return filled.bytes;
};

const writeLongTextLabels = (to: ByteWriter, storages: readonly SavStorage[], encode: Encode): void => {
  for (const { variable, name, width } of storages) {
    const labels = [...(variable.valueLabels ?? [])];
    if (width <= 8 || labels.length === 0) continue;
    put(to, name);
    to.i32(width);
    to.i32(labels.length);
    for (const [value, label] of labels) {
      put(to, padded(value, width, encode));
      put(to, encode(label));
    }
  }
};

/** Missing values of longer texts are told by their first 8 bytes. */
const writeLongTextMissing = (to: ByteWriter, storages: readonly SavStorage[], encode: Encode): void => {
  for (const { variable, name, width } of storages) {
    const values = variable.userMissing?.values ?? [];
    if (width <= 8 || values.length === 0) continue;
    if (values.length > 3 || values.some((value) => encode(String(value)).length > 8))
      throw new Error(
        `writeSav: up to 3 texts of at most 8 bytes can be missing; not so for "${variable.name}"`,
      );
    put(to, name);
    to.u8(values.length);
    to.i32(8);
    for (const value of values) to.put(padded(value, 8, encode));
  }
};
