import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  type Column,
  formatTable,
  type Table,
  table,
  textColumn,
  type VariableInfo,
  type WriteTableOptions,
  zipOf,
} from '../src/index.ts';

/** An undamaged file, and how much of it a change of some bytes can reach. */
export interface Sample {
  readonly name: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  /**
   * `sums`: packed with checksums, so that a table is the undamaged one; `lines`, `cells`: rows whose bytes are untouched are as they were;
   * `stream`: rows before the change are; `columns`: other columns are; `none`: no statement.
   */
  readonly reach: 'cells' | 'columns' | 'lines' | 'none' | 'stream' | 'sums';
}

const rows = 40;
const labels = new Map([
  ['1', '男'],
  ['2', '女'],
]);
const variable = (name: string, valueLabels: ReadonlyMap<string, string>): VariableInfo => ({
  name,
  label: `变量 ${name}`,
  type: 'number',
  storage: '',
  format: '',
  measure: 'unknown',
  valueLabels,
  userMissing: { values: [] },
});

/** Forty rows of codes, amounts, decimals and Chinese texts, with empty cells. */
export function sampleTable(): Table {
  const numbers = (of: (row: number) => number): Column => ({
    kind: 'number',
    values: Float64Array.from({ length: rows }, (_, row) => of(row)),
  });
  const texts = (of: (row: number) => string | null): Column =>
    textColumn(Array.from({ length: rows }, (_, row) => of(row)));
  const places = ['北京市', '新疆生产建设兵团', 'a b', null];
  return {
    ...table(rows, [
      ['id', numbers((row) => 1000 + row)],
      ['sex', numbers((row) => (row % 7 === 0 ? Number.NaN : 1 + (row % 2)))],
      ['income', numbers((row) => row * 250.5 - 3)],
      ['hours', numbers((row) => 40 + (row % 9))],
      ['place', texts((row) => places[row % places.length] as string | null)],
      ['name', texts((row) => `name ${row} 号`)],
    ]),
    variables: new Map([
      ['sex', variable('sex', labels)],
      ['income', variable('income', new Map())],
    ]),
  };
}

/** One sample for each way in which a file is read, and the fixtures of stat-files, which other programs wrote. */
export function samples(): Sample[] {
  const made = sampleTable();
  const written = (options: WriteTableOptions): Uint8Array => new Uint8Array(formatTable(made, options));
  const csv = written({ format: 'csv' });
  const text = new TextDecoder().decode(csv);
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const own: Sample[] = [
    { name: 'own.dta', kind: 'dta', bytes: written({ format: 'dta' }), reach: 'cells' },
    {
      name: 'own-117.dta',
      kind: 'dta',
      bytes: written({ format: 'dta', encoding: 'gb18030' }),
      reach: 'cells',
    },
    { name: 'own.sav', kind: 'sav', bytes: written({ format: 'sav' }), reach: 'stream' },
    { name: 'own.csv', kind: 'csv', bytes: csv, reach: 'lines' },
    {
      name: 'semicolon.csv',
      kind: 'csv',
      bytes: new TextEncoder().encode(text.replaceAll(',', ';')),
      reach: 'lines',
    },
    { name: 'utf16.csv', kind: 'csv', bytes: utf16, reach: 'none' },
    { name: 'own.xlsx', kind: 'xlsx', bytes: written({ format: 'xlsx' }), reach: 'sums' },
    { name: 'own.parquet', kind: 'parquet', bytes: written({ format: 'parquet' }), reach: 'columns' },
    { name: 'own.arrow', kind: 'arrow', bytes: written({ format: 'arrow' }), reach: 'none' },
    { name: 'csv.zip', kind: 'zip', bytes: zipOf({ '数据.csv': csv }), reach: 'sums' },
    { name: 'sav.zip', kind: 'zip', bytes: zipOf({ '数据.sav': written({ format: 'sav' }) }), reach: 'sums' },
    { name: 'csv.gz', kind: 'gz', bytes: new Uint8Array(gzipSync(csv)), reach: 'sums' },
    {
      name: 'dta.gz',
      kind: 'gz',
      bytes: new Uint8Array(gzipSync(written({ format: 'dta' }))),
      reach: 'sums',
    },
  ];
  const folder = new URL('../../stat-files/test/fixtures/made/', import.meta.url);
  const others = readdirSync(folder)
    .filter((name) => /\.(dta|z?sav)$/.test(name))
    .sort()
    .map((name): Sample => {
      const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
      return { name, kind: name.slice(name.lastIndexOf('.') + 1), bytes, reach: 'none' };
    });
  return [...own, ...own, ...own, ...others];
}
