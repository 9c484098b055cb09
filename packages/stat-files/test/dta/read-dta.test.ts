import { expect, it } from 'vitest';
import { missingName, numbersOf, readDta, textsOf, writeDta } from '../../src/index.ts';
import { fixture } from '../fixture.ts';
import { int16, int32, labelSet, oldFile } from './hand-made.ts';

it('reads a file written down by hand', () => {
  const file = readDta(
    oldFile({
      labelSet: labelSet(
        [
          [0, 1],
          [4, 2_147_483_622],
        ],
        'man\0won’t say\0',
      ),
    }),
  );
  expect(file).toMatchObject({
    format: 'dta',
    version: 114,
    littleEndian: true,
    label: 'a survey',
    timestamp: '01 May 2017 08:30',
    rows: 2,
    encoding: { name: 'utf-8', from: 'sniffed' },
    variables: [{ name: 'sex', label: 'Sex', type: 'byte', width: 1, format: '%8.0g', measure: 'unknown' }],
  });
  expect(file.variables[0]?.valueLabels).toEqual(new Map([[1, 'man']]));
  expect(file.variables[0]?.missingLabels).toEqual(new Map([[2, 'won’t say']]));
  const column = file.columns().get('sex');
  expect(column).toEqual({ kind: 'number', values: Int8Array.of(1, 0), missing: Uint8Array.of(0, 2) });
  expect(column && numbersOf(column)).toEqual(Float64Array.of(1, Number.NaN));
});

it.each([
  [251, 'byte', [156, 100, 101, 102, 127], [-100, 100, 0, 0, 0], [0, 0, 1, 2, 27]],
  [252, 'int', [32_740, 32_741, 32_767, -32_767].flatMap(int16), [32_740, 0, 0, -32_767], [0, 1, 27, 0]],
  [
    253,
    'long',
    [2_147_483_620, 2_147_483_621, 2_147_483_647].flatMap(int32),
    [2_147_483_620, 0, 0],
    [0, 1, 27],
  ],
  [
    254,
    'float',
    [0x3f800000, 0x7f000000, 0x7f000800, 0x7f00d000, 0x7f800000].flatMap(int32),
    [1, NaN, NaN, NaN, NaN],
    [0, 1, 2, 27, 1],
  ],
  [
    255,
    'double',
    [0x3ff00000, 0x7fe00000, 0x7fe00100, 0x7fe01a00, 0x7ff00000].flatMap((high) => [
      ...int32(0),
      ...int32(high),
    ]),
    [1, NaN, NaN, NaN, NaN],
    [0, 1, 2, 27, 1],
  ],
])('tells values and missing codes of type %i (%s)', (type, name, data, values, missing) => {
  const file = readDta(oldFile({ type, data, rows: values.length }));
  const column = file.columns().get('sex');
  expect(file.variables[0]?.type).toBe(name);
  expect(column?.kind === 'number' && [...column.values]).toEqual(values);
  expect([...(column?.missing ?? [])]).toEqual(missing);
});

it('names missing codes as Stata does', () => {
  expect([0, 1, 2, 27, 28].map(missingName)).toEqual([undefined, '.', '.a', '.z', 'user']);
});

const cell = (bytes: readonly number[]): number[] => [
  ...bytes,
  ...new Array<number>(6 - bytes.length).fill(0),
];

it('sniffs the encoding of labels and texts, and takes the one that is given', () => {
  const gb = [0xb1, 0xb1, 0xbe, 0xa9];
  const file = oldFile({ type: 6, rows: 2, data: [...cell(gb), ...cell([])] });
  expect(readDta(file).encoding).toEqual({ name: 'gb18030', from: 'sniffed' });
  expect(textsOf(readDta(file).columns().get('sex')!)).toEqual(['北京', null]);
  expect(readDta(file, { encoding: 'cp936' }).encoding).toEqual({ name: 'gb18030', from: 'given' });
  expect(textsOf(readDta(file, { encoding: 'latin1' }).columns().get('sex')!)).toEqual(['±±¾©', null]);
  expect(() => readDta(file, { encoding: 'klingon' })).toThrow('expected an encoding such as utf-8');
});

it('drops the half of a character that a fixed field cut off', () => {
  const utf8 = [...new TextEncoder().encode('北京')].slice(0, 5);
  const file = readDta(oldFile({ type: 5, rows: 1, data: utf8 }));
  expect(file.encoding.name).toBe('utf-8');
  expect(textsOf(file.columns().get('sex')!)).toEqual(['北']);
});

it('refuses text of another encoding, with its row and byte, or replaces it', () => {
  const file = oldFile({
    type: 6,
    rows: 2,
    data: [...cell([0x61]), ...cell([0x62, 0xff, 0x63])],
    label: '性别',
  });
  const strict = readDta(file, { name: 'wave.dta', encoding: 'utf-8' });
  const at = file.length - 6;
  expect(() => strict.columns()).toThrow(
    `wave.dta: byte ${at}: expected the text of sex in row 2 in utf-8; got bytes 62 ff 63; give the right encoding, or invalidText: 'replace'`,
  );
  const lenient = readDta(file, { encoding: 'utf-8', invalidText: 'replace' });
  expect(textsOf(lenient.columns().get('sex')!)).toEqual(['a', 'b\ufffdc']);
});

it('reads long strings of release 119 as Stata numbers them, and as ReadStat does', () => {
  const texts = (name: string) => textsOf(readDta(fixture(name)).columns(['words']).get('words')!);
  expect(texts('pandas-strl-119.dta')).toEqual(texts('pandas-strl-118.dta'));
  expect(texts('haven-15.dta')).toEqual(texts('haven-14.dta'));
  expect(texts('haven-14.dta')[0]).toBe('y'.repeat(2100));
});

it('reads a file of release 118 without variables and one without rows', () => {
  const none = readDta(writeDta({ rows: 0, variables: [], columns: new Map() }));
  expect([none.rows, none.variables, none.columns()]).toEqual([0, [], new Map()]);
  expect(
    [...readDta(fixture('haven-empty.dta')).columns().values()].every((c) => c.missing.length === 0),
  ).toBe(true);
});

it('value labels may share a text and stand for codes that no row has', () => {
  const shared = labelSet(
    [
      [0, 1],
      [0, 2],
    ],
    'same\0',
  );
  expect(readDta(oldFile({ labelSet: shared })).variables[0]?.valueLabels).toEqual(
    new Map([
      [1, 'same'],
      [2, 'same'],
    ]),
  );
});

it('says at which byte a label is not of the encoding', () => {
  const file = oldFile({
    labelSet: labelSet(
      [
        [0, 1],
        [2, 2],
      ],
      'a\0b\0',
    ),
  });
  const end = file.length;
  file[end - 2] = 0xff;
  expect(() => readDta(file, { encoding: 'utf-8', name: 'x.dta' })).toThrow(
    `x.dta: byte ${end - 2}: expected the label of 2 in the set yesno in utf-8; got bytes ff`,
  );
  file[end - 2] = 0x62;
  file[230] = 0xff;
  expect(() => readDta(file, { encoding: 'utf-8', name: 'x.dta' })).toThrow(
    'x.dta: byte 229: expected the label of sex in utf-8; got bytes 53 ff 78',
  );
});
