import { expect, it } from 'vitest';
import { readSav, type StatColumn, type StatFile, textsOf, writeSav } from '../../src/index.ts';
import { fixture, fixtures } from '../fixture.ts';

const column = (file: StatFile, name: string): StatColumn => file.columns([name]).get(name) as StatColumn;
const file = readSav(fixture('pspp-byte.sav'));

it('reads what PSPP wrote: documents, weight, measures, sets of multiple responses', () => {
  expect(file).toMatchObject({
    format: 'sav',
    version: 2,
    littleEndian: true,
    encoding: { name: 'utf-8', from: 'declared' },
    rows: 5,
    weight: 'W',
  });
  expect(file.documents.slice(0, 2)).toEqual(['A document of two lines:', 'the second one.']);
  expect(file.multipleResponseSets).toEqual([
    {
      name: '$insured',
      label: '参加的保险',
      kind: 'dichotomies',
      countedValue: '1',
      variables: ['A1', 'A2', 'A3'],
    },
    { name: '$codes', label: 'codes', kind: 'categories', variables: ['A1', 'A2'] },
  ]);
  expect(Object.fromEntries(file.variables.map(({ name, measure }) => [name, measure]))).toMatchObject({
    ID: 'ordinal',
    Answer: 'nominal',
    W: 'scale',
  });
});

it('keeps declared missing values beside their codes', () => {
  expect(file.variables[1]?.userMissing).toEqual({
    values: [99],
    range: { low: Number.NEGATIVE_INFINITY, high: -1 },
  });
  expect(column(file, 'Answer')).toEqual({
    kind: 'number',
    values: Int16Array.of(1, 98, 99, 0, -300),
    missing: Uint8Array.of(0, 0, 28, 1, 28),
  });
  expect([...column(file, 'Short').missing]).toEqual([0, 0, 1, 0, 28]);
});

it('gives numbers in the smallest array that holds them all', () => {
  const kinds = ['ID', 'Answer', 'W'].map((name) => {
    const found = column(file, name);
    return found.kind === 'number' && found.values.constructor.name;
  });
  expect(kinds).toEqual(['Int8Array', 'Int16Array', 'Float64Array']);
});

it.each(fixtures(/^pspp.*sav$/))('%s holds the same cells, however it is stored', (name) => {
  const other = readSav(fixture(name));
  expect(other.columns()).toEqual(file.columns());
  expect(other.variables).toEqual(file.variables);
});

it('decodes text after its pieces were joined', () => {
  expect(textsOf(column(readSav(fixture('haven-byte.sav')), 'words'))[0]).toBe('流动'.repeat(150));
});

it('counts the cases where the header does not say how many there are', () => {
  for (const name of ['pspp-byte.sav', 'pspp-plain.sav', 'pspp-z.zsav', 'haven-byte.sav', 'haven-none.sav']) {
    const bytes = fixture(name);
    const known = readSav(bytes);
    new DataView(bytes.buffer).setInt32(80, -1, true);
    const rows = [...bytes].findIndex((_, i) => bytes[i] === 7 && bytes[i + 4] === 16 && bytes[i + 8] === 8);
    if (rows > 0) bytes.fill(0xff, rows + 24, rows + 32);
    expect(readSav(bytes).rows).toBe(known.rows);
    expect(readSav(bytes).columns()).toEqual(known.columns());
  }
});

it('takes the encoding that is given for the one that is declared, and sniffs where none is', () => {
  const bytes = fixture('pspp-gb18030-plain.sav');
  expect(readSav(bytes).encoding).toEqual({ name: 'gb18030', from: 'declared' });
  expect(readSav(bytes, { encoding: 'GBK' }).encoding).toEqual({ name: 'gb18030', from: 'given' });
  const text = String.fromCharCode(...bytes);
  const named = text.indexOf('\x07\0\0\0\x14\0\0\0');
  bytes[named + 4] = 99;
  new DataView(bytes.buffer).setInt32(text.indexOf('\x07\0\0\0\x03\0\0\0') + 16 + 28, 2, true);
  expect(readSav(bytes).encoding).toEqual({ name: 'gb18030', from: 'sniffed' });
});

it('reads big-endian files', () => {
  const bytes = bigEndian();
  const read = readSav(bytes);
  expect([read.littleEndian, read.rows]).toEqual([false, 2]);
  expect(read.columns()).toEqual(
    new Map([
      ['X', { kind: 'number', values: Float64Array.of(1.5, Number.NaN), missing: Uint8Array.of(0, 1) }],
    ]),
  );
});

/** One number in two cases, byte-compressed, written down by hand. */
const bigEndian = (): Uint8Array => {
  const bytes = new Uint8Array(176 + 32 + 8 + 16);
  const view = new DataView(bytes.buffer);
  const put = (text: string, at: number) => bytes.set(new TextEncoder().encode(text), at);
  put('$FL2', 0);
  bytes.fill(0x20, 4, 64);
  [2, 1, 1, 0, 2].forEach((value, i) => {
    view.setInt32(64 + 4 * i, value);
  });
  view.setFloat64(84, 100);
  bytes.fill(0x20, 92, 173);
  [2, 0, 0, 0, 0x050802, 0x050802].forEach((value, i) => {
    view.setInt32(176 + 4 * i, value);
  });
  put('X       ', 200);
  view.setInt32(208, 999);
  bytes.set([253, 255], 216);
  view.setFloat64(224, 1.5);
  return bytes;
};

it('labels of texts longer than 8 bytes, and texts declared missing', () => {
  const bytes = writeSav({
    rows: 2,
    variables: [
      { name: 'place', valueLabels: new Map([['呼和浩特市', 'Hohhot']]), userMissing: { values: ['na'] } },
      { name: 'code', valueLabels: new Map([['ab', 'letters']]), userMissing: { values: ['', 'x'] } },
    ],
    columns: new Map([
      ['place', { kind: 'text', codes: Int32Array.of(0, 1), levels: ['呼和浩特市', 'na'] }],
      ['code', { kind: 'text', codes: Int32Array.of(-1, 0), levels: ['x'] }],
    ]),
  });
  const read = readSav(bytes);
  expect(read.variables[0]?.valueLabels).toEqual(new Map([['呼和浩特市', 'Hohhot']]));
  expect(read.variables[1]?.valueLabels).toEqual(new Map([['ab', 'letters']]));
  expect(read.variables.map(({ userMissing }) => userMissing.values)).toEqual([['na'], ['', 'x']]);
  expect([...column(read, 'place').missing, ...column(read, 'code').missing]).toEqual([0, 28, 28, 28]);
});
