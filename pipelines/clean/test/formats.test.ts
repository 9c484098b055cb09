import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeGb18030 } from '@wavebook/synthetic';
import { readTable, type Table, table, type WriteTableOptions, writeTable, zipOf } from '@wavebook/tables';
import { afterAll, expect, test } from 'vitest';
import { formLines } from '../src/form-lines.ts';
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

/** The same texts, written as `write` says. */
function written(columns: Table['columns'], names: ReadonlySet<string>, write: (text: string) => string) {
  return [...columns].map(([name, column]) => {
    if (column.kind !== 'text' || !names.has(name)) return [name, column] as const;
    return [name, { ...column, levels: column.levels.map(write) }] as const;
  });
}

const fullWidth = (text: string): string =>
  /^-?[\d.]+$/.test(text)
    ? text.replace(/[\d.-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    : text;
const inThousands = (text: string): string =>
  /^\d+$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ',') : text;

test('full-width digits and commas between thousands clean to the same records and issues, and are told', () => {
  const { codebook, defective } = made;
  const rawOf = (read: string): Set<string> =>
    new Set(codebook.respondent.filter((mapping) => mapping.read === read).map(({ raw }) => raw));
  const incomes = new Set(
    codebook.respondent.filter(({ variable }) => /income/.test(variable)).map(({ raw }) => raw),
  );
  for (const [names, write, form] of [
    [new Set([...rawOf('code'), ...rawOf('number'), ...rawOf('year_of_yyyymm')]), fullWidth, 'full_width'],
    [incomes, inThousands, 'thousands'],
  ] as const) {
    const columns = written(defective.columns, names, write);
    const clean = cleanMade(made, table(defective.rows, columns));
    expect(recordsOf(clean.respondents)).toEqual(recordsOf(expected.respondents));
    expect(clean.issues.map((i) => `${i.row} ${i.code} ${i.variable}`)).toEqual(
      expected.issues.map((i) => `${i.row} ${i.code} ${i.variable}`),
    );
    expect(clean.forms.length).toBeGreaterThan(0);
    expect(new Set(clean.forms.map((count) => count.form))).toEqual(new Set([form]));
  }
  expect(expected.forms).toEqual([]);
});

test('decimal commas are not read, whatever the rest; the issue and the line of the log say what to do', () => {
  const weights = made.codebook.respondent.filter(({ variable }) => variable === 'survey_weight');
  const columns = written(made.twin.columns, new Set(weights.map(({ raw }) => raw)), (text) =>
    text.replace('.', ','),
  );
  const clean = cleanMade(made, table(made.twin.rows, columns));
  const [count] = clean.forms;
  expect(count?.form).toBe('decimal_comma');
  const unread = clean.issues.filter(({ code }) => code === 'not_a_number');
  expect(unread).toHaveLength(count?.cells ?? 0);
  expect(unread[0]?.message).toBe(
    'not a number; the comma may be a decimal mark; write a decimal point, and no separator of thousands, in the file',
  );
  expect(formLines(clean.forms)).toEqual([
    `column "${weights[0]?.raw}" (survey_weight): ${unread.length} cells not read as numbers: the comma may be a decimal mark; write a decimal point, and no separator of thousands, in the file, then wavebook new-wave … --replace`,
  ]);
});
