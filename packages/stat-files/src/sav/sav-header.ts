import type { ByteSource } from '../byte-source.ts';
import { Cursor } from '../cursor.ts';

/** How the cases are stored. */
export type SavCompression = 'none' | 'byte' | 'zlib';

/** The first 176 bytes of a system file. */
export interface SavHeader {
  readonly cursor: Cursor;
  readonly layoutCode: number;
  readonly compression: SavCompression;
  /** the 8-byte slot of the weight variable, from 1; 0 for none */
  readonly weightSlot: number;
  /** −1 where the writer did not know */
  readonly rows: number;
  /** what a command byte is above its value */
  readonly bias: number;
  readonly timestamp: string;
  readonly label: Uint8Array;
}

const compressions: readonly SavCompression[] = ['none', 'byte', 'zlib'];

/** Reads the header; the layout code, 2 or 3, tells the byte order. The cursor is left at the first record. */
export function readSavHeader(source: ByteSource): SavHeader {
  const start = new Cursor(source, true);
  if (!start.tagIs('$FL2') && !start.tagIs('$FL3'))
    start.fail('$FL2 or $FL3 of an SPSS system file', start.shown(4));
  start.skip(64, 'file header');
  const code = start.i32('layout code');
  const littleEndian = code === 2 || code === 3;
  const cursor = new Cursor(source, littleEndian, 64);
  const layoutCode = cursor.i32('layout code');
  if (layoutCode !== 2 && layoutCode !== 3) cursor.fail('2 or 3 as the layout code', String(code), 64);
  cursor.skip(4, 'number of slots');
  const compression = compressions[cursor.i32('compression')];
  if (!compression) return cursor.fail('0, 1 or 2 as the compression', cursor.shown(4), cursor.at - 4);
  const weightSlot = cursor.i32('weight variable');
  const rows = cursor.i32('number of cases');
  if (rows < -1) cursor.fail('a number of cases', String(rows), cursor.at - 4);
  const bias = cursor.f64('compression bias');
  const timestamp = String.fromCharCode(...cursor.bytes(17, 'creation time')).trim();
  const label = cursor.bytes(64, 'file label');
  cursor.skip(3, 'padding');
  return { cursor, layoutCode, compression, weightSlot, rows, bias, timestamp, label };
}
