import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type StatTable, writeDta, writeSav } from '@wavebook/stat-files';
import { op } from 'arquero';
import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import {
  formatArrow,
  inspectFile,
  labelsOf,
  numbersOf,
  openTable,
  readTable,
  type Table,
  textOf,
  toArquero,
} from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'read table '));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const wave: StatTable = {
  rows: 4,
  label: '流动人口',
  variables: [
    {
      name: 'q101b1',
      label: '性别',
      valueLabels: new Map([
        [1, '男'],
        [2, '女'],
      ]),
    },
    { name: 'income', label: '月收入' },
    { name: 'place', label: '地点' },
  ],
  columns: new Map([
    ['q101b1', { kind: 'number', values: Int8Array.of(1, 2, 0, 2), missing: Uint8Array.of(0, 0, 1, 0) }],
    ['income', { kind: 'number', values: Float64Array.of(3000.5, Number.NaN, -1, 0) }],
    [
      'place',
      {
        kind: 'text',
        codes: Int32Array.of(0, 1, -1, 2),
        levels: ['北京市', '㐀𠮷', ' '],
        missing: new Uint8Array(4),
      },
    ],
  ]),
};
const csv = 'q101b1,income,place\n1,3000.5,北京市\n2,,㐀𠮷\n,-1,\n2,0, \n';
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};

const cells = (table: Table, name: string): (string | null)[] => {
  const { codes, levels } = textOf(table, name);
  return Array.from(codes, (code) => levels[code] ?? null);
};

describe('readTable', () => {
  test.each([
    ['dta 118', () => writeDta(wave), 'dta', 'utf-8'],
    ['dta 117 in GB18030', () => writeDta(wave, { release: 117 }), 'dta', 'gb18030'],
    ['sav', () => writeSav(wave), 'sav', 'utf-8'],
    ['sav in GB18030', () => writeSav(wave, { encoding: 'gb18030' }), 'sav', 'gb18030'],
    ['csv', () => Buffer.from(csv), 'csv', 'utf-8'],
    ['csv with a mark', () => Buffer.from(`\ufeff${csv}`), 'csv', 'utf-8'],
    ['tsv', () => Buffer.from(csv.replaceAll(',', '\t')), 'csv', 'utf-8'],
    ['csv by semicolons', () => Buffer.from(csv.replaceAll(',', ';')), 'csv', 'utf-8'],
    ['UTF-16LE with a mark', () => utf16(`\ufeff${csv}`, false), 'csv', 'utf-16le'],
    ['UTF-16LE', () => utf16(csv, false), 'csv', 'utf-16le'],
    ['UTF-16BE', () => utf16(csv, true), 'csv', 'utf-16be'],
    ['zip of csv', () => zipSync({ '数据.csv': Buffer.from(csv) }), 'csv', 'utf-8'],
    ['zip of dta', () => zipSync({ 'a.dta': [writeDta(wave), { level: 0 }] }), 'dta', 'utf-8'],
    ['gz of sav', () => gzipSync(writeSav(wave)), 'sav', 'utf-8'],
    ['gz of GB18030', () => gzipSync(writeDta(wave, { release: 117 })), 'dta', 'gb18030'],
  ])('reads the same cells from %s, whatever the name', async (_, bytes, format, encoding) => {
    const path = file('一个 文件【全】.dat', bytes());
    const { table, info } = await readTable(path);
    expect(info.format).toBe(format);
    expect(info.encoding?.name).toBe(encoding);
    expect(info.rows).toBe(4);
    expect(info.variables.map(({ name, type }) => [name, type])).toEqual([
      ['q101b1', 'number'],
      ['income', 'number'],
      ['place', 'text'],
    ]);
    expect(cells(table, 'q101b1')).toEqual(['1', '2', null, '2']);
    expect([...numbersOf(table, 'income')]).toEqual([3000.5, Number.NaN, -1, 0]);
    expect(cells(table, 'place')).toEqual(['北京市', '㐀𠮷', null, null]);
    const part = await readTable(path, { columns: ['place', 'none'], rows: { from: 1, to: 3 } });
    expect([...part.table.columns.keys()]).toEqual(['place']);
    expect(cells(part.table, 'place')).toEqual(['㐀𠮷', null]);
    expect(part.info.variables).toHaveLength(3);
    expect(await inspectFile(path)).toEqual(info);
  });

  test('gives labels, codes and the reasons of empty cells of a Stata file', async () => {
    const made = writeDta({
      rows: 4,
      variables: [
        {
          name: 'a',
          label: '性别',
          valueLabels: new Map([[1, '男']]),
          missingLabels: new Map([[2, '未问']]),
        },
      ],
      columns: new Map([
        ['a', { kind: 'number', values: Int8Array.of(1, 2, 0, 0), missing: Uint8Array.of(0, 0, 2, 1) }],
      ]),
    });
    const { table, info } = await readTable(file('a.dta', made));
    expect(info.variables[0]?.valueLabels).toEqual(
      new Map([
        ['1', '男'],
        ['.a', '未问'],
      ]),
    );
    const { codes, levels } = labelsOf(table, 'a');
    expect(Array.from(codes, (code) => levels[code])).toEqual(['男', '2', undefined, undefined]);
    const { missing } = table.columns.get('a') ?? {};
    expect(Array.from(missing?.codes ?? [], (code) => missing?.levels[code])).toEqual([
      undefined,
      undefined,
      '.a',
      undefined,
    ]);
  });

  test('keeps what the user of SPSS declared missing beside the data', async () => {
    const made = writeSav({
      rows: 3,
      variables: [{ name: 'a', userMissing: { values: [99] }, valueLabels: new Map([[99, '不知道']]) }],
      columns: new Map([['a', { kind: 'number', values: Int8Array.of(1, 99, 3) }]]),
    });
    const { table, info } = await readTable(file('a.sav', made));
    expect([...numbersOf(table, 'a')]).toEqual([1, Number.NaN, 3]);
    expect(table.columns.get('a')?.missing).toEqual({ codes: Int32Array.of(-1, 0, -1), levels: ['99'] });
    expect(info.variables[0]?.userMissing).toEqual({ values: [99] });
    expect(info.variables[0]?.valueLabels.get('99')).toBe('不知道');
  });

  test('a column of a text file is numbers only where nothing is lost by it', async () => {
    const { table } = await readTable(file('n.csv', 'a,b,c\n1,01,1.0\n2.5,2,2\n'));
    expect(table.columns.get('a')?.kind).toBe('number');
    expect(cells(table, 'b')).toEqual(['01', '2']);
    expect(cells(table, 'c')).toEqual(['1.0', '2']);
  });

  test('says what the name does not', async () => {
    const { info } = await readTable(file('really.csv', writeDta(wave)));
    expect(info.notes).toEqual(['named .csv, but by its content a Stata file']);
    expect((await inspectFile(file('t.csv', csv.replaceAll(',', ';')))).delimiter).toBe(';');
    const zipped = await inspectFile(file('w.zip', zipSync({ 'w.sav': writeSav(wave) })));
    expect(zipped.container).toEqual({ kind: 'zip', member: 'w.sav', members: ['w.sav'] });
  });

  test('reads Parquet and Arrow files of any writer', async () => {
    const columns = { a: [1, null, 2.5], b: ['x', null, '男'], c: [1n, 2n, null], d: [true, false, null] };
    const columnData = Object.entries(columns).map(([name, data]) => ({ name, data }));
    const path = file('p.parquet', new Uint8Array(parquetWriteBuffer({ columnData })));
    const { table, info } = await readTable(path);
    expect(info.variables.map(({ type }) => type)).toEqual(['number', 'text', 'number', 'text']);
    expect([...numbersOf(table, 'a')]).toEqual([1, Number.NaN, 2.5]);
    expect(cells(table, 'b')).toEqual(['x', null, '男']);
    expect([...numbersOf(table, 'c')]).toEqual([1, 2, Number.NaN]);
    expect(cells(table, 'd')).toEqual(['true', 'false', null]);
    expect(await inspectFile(path)).toEqual(info);
    const again = await readTable(file('p.arrow', formatArrow(table)), { columns: ['b'] });
    expect(cells(again.table, 'b')).toEqual(['x', null, '男']);
    expect(again.info.variables.map(({ type }) => type)).toEqual(['number', 'text', 'number', 'text']);
  });
});

test('arquero works on the arrays of the table themselves', async () => {
  const { table } = await readTable(file('q.sav', writeSav(wave)));
  const arquero = toArquero(table);
  expect(arquero.data().income).toBe(
    table.columns.get('income')?.kind === 'number' && numbersOf(table, 'income'),
  );
  const result = arquero
    .groupby('place')
    .rollup({ n: op.count(), mean: op.mean('income') })
    .objects();
  expect(result).toEqual([
    { place: '北京市', n: 1, mean: 3000.5 },
    { place: '㐀𠮷', n: 1, mean: undefined },
    { place: null, n: 2, mean: -0.5 },
  ]);
});

test('a folder is no file', async () => {
  mkdirSync(join(folder, 'dir'));
  await expect(readTable(join(folder, 'dir'))).rejects.toThrow(/got a folder/);
});

test('where rows stand: lines of text, also packed and from a row on; data rows of other formats', async () => {
  const broken = 'a,b\n"1\n2",3\n\n4,5\n6,7\n';
  const text = await readTable(file('broken.csv.gz', gzipSync(broken)), { rows: { from: 1 } });
  const placeOf = await text.places();
  expect([placeOf(0), placeOf(1)]).toEqual(['line 5', 'line 6']);
  const stata = await openTable(file('wave.dta', writeDta(wave)));
  expect((await stata.places())(2)).toBe('data row 3');
});
