import { type Cursor, pieceOf } from '../cursor.ts';
import { encodingName, encodingOfCodePage } from '../text/encoding-name.ts';
import type { ExtensionRecord, SavRecords } from './sav-records.ts';

const subtype = { integers: 3, floats: 4, rows: 16, encoding: 20 } as const;
const utf8 = new TextDecoder();

/** A cursor over the content of an extension record; undefined if the file has none of that kind. */
export function extensionCursor(cursor: Cursor, records: SavRecords, kind: number): Cursor | undefined {
  const found = records.extensions.get(kind);
  return found && cursor.within(found.at, found.bytes.length);
}

/** The encoding that the file declares by name or code page; undefined if by neither. */
export function declaredEncoding(cursor: Cursor, records: SavRecords): string | undefined {
  const named = records.extensions.get(subtype.encoding);
  const name = named && utf8.decode(named.bytes).replace(/\0.*$/s, '').trim();
  if (named && name) {
    const known = encodingName(name);
    if (known) return known;
    cursor.fail('the name of a known encoding (or give one)', `"${name}"`, named.at);
  }
  const integers = extensionCursor(cursor, records, subtype.integers);
  if (!integers) return undefined;
  integers.skip(28, 'version and number format');
  const page = integers.i32('code page');
  if (page === ebcdic) integers.fail('an ASCII code page', 'EBCDIC', integers.at - 4);
  return encodingOfCodePage(page);
}

const ebcdic = 1;

/** The number that stands for system-missing. */
export function systemMissingValue(cursor: Cursor, records: SavRecords): number {
  return extensionCursor(cursor, records, subtype.floats)?.f64('system-missing value') ?? -Number.MAX_VALUE;
}

/** The number of cases, of which a record of its own has 64 bits; −1 where the writer did not know it. */
export function caseCount(cursor: Cursor, records: SavRecords, inHeader: number): number {
  const record = extensionCursor(cursor, records, subtype.rows);
  if (!record) return inHeader;
  record.skip(8, 'version');
  const low = record.bytes(8, 'number of cases');
  if (low.every((byte) => byte === 0xff)) return inHeader;
  record.at -= 8;
  return record.u64('number of cases');
}

/** The pairs `name=value` of a record of text, as bytes. */
export function namedBytes(record: ExtensionRecord | undefined): { name: Uint8Array; value: Uint8Array }[] {
  if (!record) return [];
  const pairs: { name: Uint8Array; value: Uint8Array }[] = [];
  let start = 0;
  while (start < record.bytes.length) {
    const found = record.bytes.indexOf(tab, start);
    const end = found < 0 ? record.bytes.length : found;
    const pair = pieceOf(record.bytes, start, end);
    const equals = pair.indexOf('='.charCodeAt(0));
    if (equals > 0) pairs.push({ name: pieceOf(pair, 0, equals), value: pieceOf(pair, equals + 1) });
    start = end + 1;
  }
  return pairs;
}

const tab = 9;
