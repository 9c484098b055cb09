import { expect, it } from 'vitest';
import { bytesSource } from '../../src/byte-source.ts';
import { Cursor } from '../../src/cursor.ts';
import { findLongString, indexLongStrings } from '../../src/dta/long-strings.ts';

/** One string, "hé", of variable 258 in row 66,051, by byte order. */
const records = (release: number, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  const put = (text: string, at: number) => bytes.set(new TextEncoder().encode(text), at);
  put('<strls>GSO', 0);
  view.setUint32(10, 258, littleEndian);
  if (release === 117) view.setUint32(14, 66_051, littleEndian);
  else view.setBigUint64(14, 66_051n, littleEndian);
  const at = release === 117 ? 18 : 22;
  view.setUint8(at, 130);
  view.setUint32(at + 1, 4, littleEndian);
  put('hé\0</strls>', at + 5);
  return bytes;
};

const found = { length: 3 };

it.each([
  [117, true, [2, 1, 0, 0, 3, 2, 1, 0]],
  [117, false, [0, 0, 1, 2, 0, 1, 2, 3]],
  [118, true, [2, 1, 3, 2, 1, 0, 0, 0]],
  [118, false, [1, 2, 0, 0, 0, 1, 2, 3]],
  [119, true, [2, 1, 0, 3, 2, 1, 0, 0]],
  [119, false, [0, 1, 2, 0, 0, 1, 2, 3]],
  // as ReadStat writes 119
  [119, true, [2, 1, 3, 2, 1, 0, 0, 0]],
])('release %i, little-endian %s: %j is variable 258, row 66051', (release, littleEndian, reference) => {
  const source = bytesSource(records(release, littleEndian), 'x.dta');
  const strings = indexLongStrings(new Cursor(source, littleEndian), release);
  const place = { release, littleEndian, file: 'x.dta', offset: 7 };
  expect(findLongString(strings, Uint8Array.from(reference), place)).toMatchObject(found);
  expect(findLongString(strings, new Uint8Array(8), place)).toBeUndefined();
  expect(() => findLongString(strings, Uint8Array.from(reference.toReversed()), place)).toThrow(
    'x.dta: byte 7: expected a reference to a long string of the file; got variable',
  );
});

it('refuses records of no kind', () => {
  const bytes = records(118, true);
  bytes[22] = 5;
  const read = () => indexLongStrings(new Cursor(bytesSource(bytes, 'x.dta'), true), 118);
  expect(read).toThrow('x.dta: byte 22: expected 129 or 130 as the kind of a long string; got 5');
});
