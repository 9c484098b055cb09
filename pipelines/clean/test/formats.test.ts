import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  numberColumn,
  numbersOf,
  readTable,
  type Table,
  table,
  type WriteTableOptions,
  writeTable,
} from '@wavebook/tables';
import { afterAll, expect, test } from 'vitest';
import { cleanMade, madeWave, recordsOf } from './made-wave.ts';

const made = madeWave('2013');
const expected = cleanMade(made, made.defective);
const folder = mkdtempSync(join(tmpdir(), 'formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The same cells as a statistics program holds them: columns of whole numbers as numbers. */
const asNumbers = (input: Table): Table =>
  table(
    input.rows,
    [...input.columns].map(([name, column]) => [
      name,
      column.kind === 'text' && column.levels.every((level) => /^[1-9]\d{0,8}$/.test(level))
        ? numberColumn(numbersOf(input, name))
        : column,
    ]),
  );

const formats: [name: string, options: WriteTableOptions, encoding?: string][] = [
  ['a.csv', { format: 'csv' }],
  ['a.dta', { format: 'dta' }],
  ['b.dta', { format: 'dta', encoding: 'gb18030' }, 'gb18030'],
  ['a.sav', { format: 'sav' }],
  ['b.sav', { format: 'sav', encoding: 'gb18030' }],
  ['a.parquet', { format: 'parquet' }],
];

test.each(formats)(
  '%s: the defective wave cleans to the same records and issues in any format',
  async (name, options, encoding) => {
    const path = join(folder, name);
    writeTable(path, asNumbers(made.defective), options);
    const read = await readTable(path, encoding === undefined ? {} : { encoding });
    const clean = cleanMade(made, read.table);
    expect(recordsOf(clean.respondents)).toEqual(recordsOf(expected.respondents));
    expect(recordsOf(clean.members)).toEqual(recordsOf(expected.members));
    expect(clean.issues.map((i) => `${i.row} ${i.code} ${i.variable}`)).toEqual(
      expected.issues.map((i) => `${i.row} ${i.code} ${i.variable}`),
    );
  },
);
