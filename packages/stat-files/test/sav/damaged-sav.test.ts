import { expect, it } from 'vitest';
import { readSav, StatFileError, writeSav } from '../../src/index.ts';
import { fixture } from '../fixture.ts';

const refusal = (bytes: Uint8Array): StatFileError => {
  try {
    readSav(bytes, { name: 'x.sav' }).columns();
  } catch (error) {
    if (error instanceof StatFileError) return error;
    throw error;
  }
  throw new Error('the file was read');
};

const changed = (bytes: Uint8Array, change: (view: DataView) => void): Uint8Array => {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
};

const plain = fixture('pspp-plain.sav');
const byte = fixture('pspp-byte.sav');
const zsav = fixture('pspp-z.zsav');
/** The start of an extension record's content. */
const extension = (bytes: Uint8Array, subtype: number): number =>
  String.fromCharCode(...bytes).indexOf(`\x07\0\0\0${String.fromCharCode(subtype)}\0\0\0`) + 16;
const casesOf = (bytes: Uint8Array): number =>
  String.fromCharCode(...bytes).indexOf('\xe7\x03\0\0\0\0\0\0') + 8;

it.each([
  [
    'an empty file',
    new Uint8Array(0),
    0,
    'expected $FL2 or $FL3 of an SPSS system file; got the end of the file',
  ],
  ['another format', new TextEncoder().encode('<stata_dta>'), 0, 'got "<sta"'],
  ['a header alone', plain.slice(0, 100), 92, 'expected 17 bytes of creation time; got 8 bytes to the end'],
  [
    'a layout code that does not exist',
    changed(plain, (v) => v.setInt32(64, 77, true)),
    64,
    'expected 2 or 3',
  ],
  [
    'an unknown compression',
    changed(plain, (v) => v.setInt32(72, 9, true)),
    72,
    '0, 1 or 2 as the compression',
  ],
  ['a record of no kind', changed(plain, (v) => v.setInt32(176, 5, true)), 176, 'got 5'],
  [
    'a text too wide',
    changed(plain, (v) => v.setInt32(180, 256, true)),
    180,
    'expected a width from 0 to 255; got 256',
  ],
  [
    'seven missing values',
    changed(plain, (v) => v.setInt32(188, 7, true)),
    188,
    '0 to 3, −2 or −3 missing values; got 7',
  ],
  ['a continuation where none belongs', changed(plain, (v) => v.setInt32(180, -1, true)), 180, 'got -1'],
  [
    'more cases than bytes',
    changed(plain, (v) => v.setInt32(80, 2 ** 30, true)),
    casesOf(plain),
    '1073741824 cases',
  ],
  [
    'more compressed cases than bytes',
    changed(byte, (v) => v.setInt32(80, 2 ** 30, true)),
    casesOf(byte),
    '1073741824 cases',
  ],
  [
    'a longer extension record than the file',
    changed(plain, (v) => v.setInt32(extension(plain, 13) - 4, 2 ** 30, true)),
    extension(plain, 13),
    'bytes of extension record',
  ],
  [
    'an encoding that does not exist',
    changed(plain, (v) => v.setUint8(extension(plain, 20), 0x58)),
    extension(plain, 20),
    'the name of a known encoding (or give one); got "XTF-8"',
  ],
] as [string, Uint8Array, number, string][])('refuses %s', (_, bytes, offset, message) => {
  const error = refusal(bytes);
  expect(error.message).toContain(message);
  expect([error.file, error.offset]).toEqual(['x.sav', offset]);
});

it('refuses cases that end too early', () => {
  expect(refusal(byte.slice(0, byte.length - 40)).message).toContain(
    'expected the cases that the header declares',
  );
  expect(refusal(plain.slice(0, plain.length - 1)).message).toContain('room for');
});

it('refuses a list of blocks that lies outside, blocks that overlap, and damaged blocks', () => {
  const at = casesOf(zsav);
  const view = new DataView(zsav.buffer);
  const trailer = Number(view.getBigUint64(at + 8, true));
  expect(refusal(changed(zsav, (v) => v.setBigUint64(at + 8, 2n ** 50n, true))).message).toContain(
    'a list of blocks inside',
  );
  expect(refusal(changed(zsav, (v) => v.setInt32(trailer + 20, 2 ** 28, true))).message).toContain(
    'bytes of list of blocks',
  );
  expect(refusal(changed(zsav, (v) => v.setInt32(trailer + 24 + 20, 2 ** 28, true))).message).toContain(
    'a block inside',
  );
  expect(refusal(changed(zsav, (v) => v.setInt32(trailer + 24 + 16, 2 ** 30, true))).message).toContain(
    'what zlib can make of',
  );
  expect(refusal(changed(zsav, (v) => v.setUint8(at + 40, 0x77))).message).toMatch(
    /expected a zlib stream of \d+ bytes/,
  );
});

it('refuses text of another encoding than declared, or replaces it', () => {
  const bytes = writeSav({
    rows: 1,
    variables: [{ name: 'place' }],
    columns: new Map([['place', { kind: 'text', codes: Int32Array.of(0), levels: ['北京'] }]]),
  });
  bytes[bytes.length - 8] = 0xff;
  expect(refusal(bytes).message).toContain('expected the text of place in row 1 in utf-8');
  const column = readSav(bytes, { invalidText: 'replace' }).columns().get('place');
  expect(column?.kind === 'text' && column.levels[0]).toContain('\ufffd');
});

it('value labels must be of variables that exist', () => {
  const bytes = writeSav({
    rows: 0,
    variables: [{ name: 'sex', valueLabels: new Map([[1, 'man']]) }],
    columns: new Map([['sex', { kind: 'number', values: new Int8Array(0) }]]),
  });
  const slot = String.fromCharCode(...bytes).indexOf('\x04\0\0\0\x01\0\0\0') + 8;
  expect(refusal(changed(bytes, (v) => v.setInt32(slot, 5, true))).message).toContain(
    'value labels of variables of the file',
  );
});

it('says at which byte a name is not of the encoding', () => {
  const names = extension(plain, 13);
  const bytes = changed(plain, (v) => v.setUint8(names + 4, 0xff));
  expect(refusal(bytes).message).toContain(
    `x.sav: byte ${names + 3}: expected a long variable name in utf-8; got bytes 49 ff`,
  );
});
