import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formatTable, numberColumn, readTable, type Table, table, writeTable, zipOf } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostile 文件 '));
const made: Table = table(2, [['收入', numberColumn(Float64Array.of(1, 2.5))]]);
const csv = Buffer.from('a,b\n1,2\n');
const at = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

test.each(['2014年全国个人A卷 【全】.dta', 'a path (1) with spaces.dta', 'wrong ending.csv'])(
  'a file of any name is read and written: %s',
  async (name) => {
    writeTable(join(folder, name), made, { format: 'dta' });
    expect((await readTable(join(folder, name))).table.rows).toBe(2);
  },
);

/** A flag of the directory says that the file is encrypted. */
const encrypted = (): Uint8Array => {
  const bytes = Buffer.from(zipOf({ 'a.csv': csv }));
  const entry = bytes.indexOf(Buffer.from('PK\u0001\u0002'));
  bytes.writeUInt16LE(bytes.readUInt16LE(entry + 8) | 1, entry + 8);
  return bytes;
};

const zeros = new Uint8Array(2 ** 27);
const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.csv`, csv]));

test.each<[string, () => Uint8Array, RegExp]>([
  ['an empty file', () => new Uint8Array(0), /the file is empty \(0 bytes\)/],
  ['a header alone', () => Buffer.from('a,b\n'), /only a header line with 2 columns, no data rows/],
  ['two columns of one name', () => Buffer.from('a,b,a\n1,2,3\n'), /names "a" twice, in columns 1 and 3/],
  ['bytes that are no data', () => Buffer.from([1, 0, 0, 7, 0, 0]), /got bytes that are none of them/],
  ['an old Excel file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /save it as \.xlsx/],
  ['a PDF', () => Buffer.from('%PDF-1.7'), /got a PDF file/],
  ['an encrypted zip', encrypted, /is encrypted; unpack it/],
  [
    'a zip that climbs',
    () => zipOf({ 'x/../../a.csv': csv }),
    /expected names inside the zip, got "x\/\.\.\//,
  ],
  ['a zip of an absolute name', () => zipOf({ '/etc/a.csv': csv }), /got "\/etc\/a\.csv", which leads out/],
  [
    'an OpenDocument spreadsheet',
    () => zipOf({ mimetype: csv, 'content.xml': csv, 'Thumbnails/a.png': csv }),
    /an OpenDocument file \(\.ods\); save it as \.xlsx/,
  ],
  [
    'a web page saved as .xls',
    () => Buffer.from('\ufeff\n<HTML><table><tr><td>1</td></tr></table>'),
    /a web page or XML .* save it as \.xlsx or CSV/,
  ],
  [
    'text put together from two encodings',
    () => Buffer.concat([Buffer.from('省份,性别\n广东,男\n'), Buffer.from('b9e3b6ab2cc4d00a', 'hex')]),
    /not gb18030 at byte \d+.*as utf-8 it can be read up to byte 25; .* two encodings/,
  ],
  [
    'a title above the names of a text file',
    () => Buffer.from('某县数据\na,b\n1,2\n'),
    /a title stands above/,
  ],
  ['a zip of two files', () => zipOf({ 'a.csv': csv, 'b.csv': csv }), /name one: "a\.csv", "b\.csv"/],
  ['a zip of too many files', () => zipOf(many), /at most 1000 files in the zip, got 1001/],
  ['a zip in a zip', () => zipOf({ 'a.zip': zipOf({ 'a.csv': csv }) }), /a packed file inside a packed file/],
  [
    'a zip bomb',
    () => zipSync({ 'a.csv': zeros }, { level: 9 }),
    /would expand from .* more than the 64\.0 MB allowed/,
  ],
  ['a gzip bomb', () => gzipSync(zeros), /expands from .* to more than the 64\.0 MB allowed/],
  ['a cut gzip', () => gzipSync(csv).subarray(0, 20), /the gzip file is damaged or truncated/],
  [
    'an Excel sheet with a header alone',
    () => formatTable(table(0, [['a', numberColumn(new Float64Array(0))]]), { format: 'xlsx' }),
    /only a header row with 1 columns, no data rows/,
  ],
])('%s is refused with a reason', async (_, bytes, message) => {
  const path = at('hostile.data', bytes());
  await expect(readTable(path)).rejects.toThrow(message);
  await expect(readTable(path)).rejects.toThrow(/^.*hostile\.data/);
});

test('a file in a folder of a zip is read, what a Mac adds is not looked at', async () => {
  const path = at(
    'folder.zip',
    zipOf({ '数据/a.csv': csv, '__MACOSX/数据/._a.csv': csv, '数据/.DS_Store': csv }),
  );
  const { table: read, info } = await readTable(path);
  expect(read.rows).toBeGreaterThan(0);
  expect(info.container).toEqual({ kind: 'zip', member: '数据/a.csv', members: ['数据/a.csv'] });
});

test('a file of a zip with several is read by its name', async () => {
  const path = at('two.zip', zipOf({ 'a.csv': csv, 'b.csv': Buffer.from('c\n3\n4\n') }));
  const { table: read, info } = await readTable(path, { member: 'b.csv' });
  expect([...read.columns.keys()]).toEqual(['c']);
  expect(info.container?.members).toEqual(['a.csv', 'b.csv']);
});

test('names of files in a zip that Chinese Windows packed are read, though nothing says that they are GB18030', async () => {
  const bytes = Buffer.from(zipOf({ 'aaaa.csv': csv, 'bbbb.csv': Buffer.from('c\n3\n4\n') }));
  const names = { aaaa: 'cafdbedd', bbbb: 'b5f7b2e9' };
  for (const [plain, gb18030] of Object.entries(names))
    for (let found = bytes.indexOf(plain); found >= 0; found = bytes.indexOf(plain))
      bytes.write(gb18030, found, 'hex');
  const path = at('windows.zip', bytes);
  await expect(readTable(path)).rejects.toThrow(/name one: "数据\.csv", "调查\.csv"/);
  const { table: read, info } = await readTable(path, { member: '调查.csv' });
  expect([...read.columns.keys()]).toEqual(['c']);
  expect(info.container).toEqual({ kind: 'zip', member: '调查.csv', members: ['数据.csv', '调查.csv'] });
});
