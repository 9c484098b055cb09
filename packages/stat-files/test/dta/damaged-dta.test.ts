import { expect, it } from 'vitest';
import { readDta, StatFileError, type StatTable, writeDta } from '../../src/index.ts';
import { fixture } from '../fixture.ts';
import { int32, labelSet, oldFile } from './hand-made.ts';

const refusal = (bytes: Uint8Array): StatFileError => {
  try {
    readDta(bytes, { name: 'x.dta' }).columns();
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

const indexOf = (bytes: Uint8Array, text: string): number => String.fromCharCode(...bytes).indexOf(text);

const table: StatTable = {
  rows: 3,
  variables: [
    { name: 'place', valueLabels: new Map() },
    { name: 'sex', valueLabels: new Map([[1, 'man']]) },
  ],
  columns: new Map([
    ['place', { kind: 'text', codes: Int32Array.of(0, 1, -1), levels: ['北京', 'x'.repeat(3000)] }],
    ['sex', { kind: 'number', values: Int8Array.of(1, 2, 1) }],
  ]),
};
const tagged = writeDta(table);

it.each([
  ['an empty file', new Uint8Array(0), 0, 'expected 1 bytes of a Stata file; got 0 bytes'],
  [
    'another format',
    new TextEncoder().encode('PK\x03\x04 a zip file'),
    0,
    'expected a Stata file of release 113',
  ],
  ['an old release', Uint8Array.of(105, 2, 1, 0), 0, 'got release 105'],
  [
    'a byte order that does not exist',
    Uint8Array.of(114, 7, 1, 0),
    1,
    'expected 1 or 2 as the byte order; got 7',
  ],
  [
    'a header alone',
    oldFile().slice(0, 60),
    10,
    'expected 81 bytes of data label; got 50 bytes to the end of the file',
  ],
  [
    'more rows than bytes',
    changed(oldFile(), (v) => v.setInt32(6, 2 ** 30, true)),
    315,
    '1073741824 rows of 1 bytes',
  ],
  [
    'a negative number of rows',
    changed(oldFile(), (v) => v.setInt32(6, -5, true)),
    6,
    'number of rows, 0 or more; got -5',
  ],
  [
    'more variables than bytes',
    changed(oldFile(), (v) => v.setUint16(4, 65_535, true)),
    109,
    'bytes of variables',
  ],
  ['an unknown type', oldFile({ type: 250 }), 109, 'expected a type of Stata 8 to 12; got 250'],
  [
    'value labels longer than the file',
    oldFile({ labelSet: [...int32(1e9), ...new Array<number>(60).fill(0)] }),
    357,
    'bytes of value labels',
  ],
  [
    'more labels than their table has room for',
    oldFile({ labelSet: labelSet([[0, 1]], 'a\0').with(40, 200) }),
    357,
    'got 200 labels',
  ],
  [
    'a label outside its table',
    oldFile({ labelSet: labelSet([[9, 1]], 'a\0') }),
    365,
    'lie inside their table',
  ],
  [
    'labels inside each other',
    oldFile({
      labelSet: labelSet(
        [
          [0, 1],
          [1, 2],
          [2, 3],
        ],
        'abcdef\0',
      ),
    }),
    369,
    'not in each other',
  ],
] as [string, Uint8Array, number, string][])('refuses %s', (_, bytes, offset, message) => {
  const error = refusal(bytes);
  expect(error.message).toContain(message);
  expect([error.file, error.offset]).toEqual(['x.dta', offset]);
});

it('refuses sections that were swapped, and says which was expected', () => {
  const names = indexOf(tagged, '<varnames>');
  const formats = indexOf(tagged, '<formats>');
  const swapped = changed(tagged, () => {});
  swapped.set(new TextEncoder().encode('<formats>'), names);
  expect(refusal(swapped).message).toBe(`x.dta: byte ${names}: expected <varnames>; got "<formats>>"`);
  expect(formats).toBeGreaterThan(names);
});

it('refuses a count of rows or variables that cannot be, before it allocates', () => {
  const rows = indexOf(tagged, '<N>') + 3;
  const many = (count: bigint) => changed(tagged, (view) => view.setBigUint64(rows, count, true));
  expect(refusal(many(2n ** 63n)).message).toContain('expected number of rows; got 9223372036854775808');
  expect(refusal(many(2n ** 50n)).message).toContain('rows of');
  const variables = changed(tagged, (view) => view.setUint16(indexOf(tagged, '<K>') + 3, 60_000, true));
  expect(refusal(variables).message).toContain('bytes of variables');
});

it('refuses long strings that run out of the file, and references to none', () => {
  const record = indexOf(tagged, 'GSO');
  const long = changed(tagged, (view) => view.setUint32(record + 16, 2 ** 31, true));
  expect(refusal(long).message).toContain('expected 2147483648 bytes of long string');
  const lost = changed(tagged, (view) => view.setUint32(record + 3, 9, true));
  expect(refusal(lost).message).toContain(
    'expected a reference to a long string of the file; got variable 1, row 1',
  );
});

it('reads on where the map of sections is wrong', () => {
  const map = indexOf(tagged, '<map>') + 5;
  const wrong = changed(tagged, (view) => {
    for (let i = 0; i < 14; i++) view.setBigUint64(map + 8 * i, 12_345_678_901n, true);
  });
  expect(readDta(wrong).variables[1]?.valueLabels).toEqual(new Map([[1, 'man']]));
});

it('refuses two variables of one name', () => {
  const twice = changed(fixture('pandas-118-little.dta'), () => {});
  twice.set(
    twice.slice(indexOf(twice, '<varnames>') + 10).subarray(0, 129),
    indexOf(twice, '<varnames>') + 10 + 129,
  );
  expect(refusal(twice).message).toContain('two variables named "id"');
});

it.each(['haven-14.dta', 'haven-8.dta', 'pandas-118-big.dta'])(
  'refuses %s cut at any place before its end',
  (name) => {
    const whole = fixture(name);
    // files of before release 117 may end after their rows
    const end = name === 'haven-8.dta' ? readDta(whole).rows * 100 : whole.length;
    for (let length = 0; length < end; length += 7)
      expect(() => refusal(whole.subarray(0, length))).not.toThrow();
  },
);
