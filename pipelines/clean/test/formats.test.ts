import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeGb18030 } from '@wavebook/synthetic';
import { readTable, type WriteTableOptions, writeTable, zipOf } from '@wavebook/tables';
import { afterAll, expect, test } from 'vitest';
import { asNumbers } from './as-numbers.ts';
import { cleanMade, madeWave, recordsOf } from './made-wave.ts';

const made = madeWave('2013');
const expected = cleanMade(made, made.defective);
const folder = mkdtempSync(join(tmpdir(), 'formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** How a file is written: by which format, and what is made of its bytes. */
interface Written {
  readonly options: WriteTableOptions;
  readonly wrap?: (bytes: Uint8Array) => Uint8Array;
  readonly encoding?: string;
}

const inZip = (bytes: Uint8Array): Uint8Array => zipOf({ '2013年 个人 【全】.csv': bytes });
const csv = { format: 'csv' } as const;

const formats: [name: string, written: Written][] = [
  ['a.csv', { options: csv }],
  ['gb18030.csv', { options: csv, wrap: (bytes) => encodeGb18030(new TextDecoder().decode(bytes)) }],
  [
    'utf-16.csv',
    { options: csv, wrap: (bytes) => Buffer.from(`\ufeff${new TextDecoder().decode(bytes)}`, 'utf16le') },
  ],
  ['a.dta', { options: { format: 'dta' } }],
  ['b.dta', { options: { format: 'dta', encoding: 'gb18030' }, encoding: 'gb18030' }],
  ['a.sav', { options: { format: 'sav' } }],
  ['b.sav', { options: { format: 'sav', encoding: 'gb18030' } }],
  ['a.xlsx', { options: { format: 'xlsx' } }],
  ['a.parquet', { options: { format: 'parquet' } }],
  ['a.zip', { options: csv, wrap: inZip }],
  ['a.csv.gz', { options: csv, wrap: gzipSync }],
];

test.each(formats)(
  '%s: the defective wave cleans to the same records and issues in any format, encoding or container',
  async (name, { options, wrap, encoding }) => {
    const path = join(folder, name);
    writeTable(path, asNumbers(made.defective), options);
    if (wrap) writeFileSync(path, wrap(readFileSync(path)));
    const read = await readTable(path, encoding === undefined ? {} : { encoding });
    const clean = cleanMade(made, read.table);
    expect(recordsOf(clean.respondents)).toEqual(recordsOf(expected.respondents));
    expect(recordsOf(clean.members)).toEqual(recordsOf(expected.members));
    expect(clean.issues.map((i) => `${i.row} ${i.code} ${i.variable}`)).toEqual(
      expected.issues.map((i) => `${i.row} ${i.code} ${i.variable}`),
    );
  },
);
