import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
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
import { arrowPlaces } from './places/arrow-places.ts';
import { csvPlaces } from './places/csv-places.ts';
import { dtaPlaces } from './places/dta-places.ts';
import { parquetPlaces } from './places/parquet-places.ts';
import { savPlaces, zsavPlaces } from './places/sav-places.ts';
import { sheetPlaces } from './places/sheet-places.ts';
import { type Places, packed } from './places.ts';

/** An undamaged file. */
export interface Sample {
  readonly name: string;
  readonly kind: string;
  /** what is damaged: the file, or a part of it */
  readonly bytes: Uint8Array;
  /** the file with a damaged part in it, its sums made anew; default the damaged bytes themselves */
  readonly wrap?: (damaged: Uint8Array) => Uint8Array;
  readonly places: Places;
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
  const semicolons = new TextEncoder().encode(text.replaceAll(',', ';'));
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const dta = written({ format: 'dta' });
  const dta117 = written({ format: 'dta', encoding: 'gb18030' });
  const sav = written({ format: 'sav' });
  const parquet = written({ format: 'parquet' });
  const arrow = written({ format: 'arrow' });
  const whole = (name: string, kind: string, bytes: Uint8Array): Sample => ({
    name,
    kind,
    bytes,
    places: packed,
  });
  const own: Sample[] = [
    { name: 'own.dta', kind: 'dta', bytes: dta, places: dtaPlaces(dta) },
    { name: 'own-117.dta', kind: 'dta', bytes: dta117, places: dtaPlaces(dta117) },
    { name: 'own.sav', kind: 'sav', bytes: sav, places: savPlaces(sav) },
    { name: 'own.csv', kind: 'csv', bytes: csv, places: csvPlaces(csv) },
    {
      name: 'semicolon.csv',
      kind: 'csv',
      bytes: semicolons,
      places: csvPlaces(semicolons, { delimiter: ';' }),
    },
    { name: 'utf16.csv', kind: 'utf-16', bytes: utf16, places: csvPlaces(utf16, { unit: 2 }) },
    { name: 'own.parquet', kind: 'parquet', bytes: parquet, places: parquetPlaces(parquet) },
    { name: 'own.arrow', kind: 'arrow', bytes: arrow, places: arrowPlaces(arrow) },
    whole('own.xlsx', 'xlsx', written({ format: 'xlsx' })),
    ...workbookParts(written({ format: 'xlsx' })),
    whole('csv.zip', 'zip', zipOf({ '数据.csv': csv })),
    whole('sav.zip', 'zip', zipOf({ '数据.sav': sav })),
    whole('csv.gz', 'gz', new Uint8Array(gzipSync(csv))),
    whole('dta.gz', 'gz', new Uint8Array(gzipSync(dta))),
  ];
  return [...own, ...own, ...own, ...otherPrograms()];
}

/** The parts of a workbook that say what its cells are, each damaged alone and packed again. */
const workbookParts = (workbook: Uint8Array): Sample[] => {
  const parts = unzipSync(workbook);
  return Object.entries(parts).map(([part, bytes]) => ({
    name: `${part.replace(/^.*\//, '')}.xlsx`,
    kind: 'xlsx parts',
    bytes,
    wrap: (damaged) => zipOf({ ...parts, [part]: damaged }),
    places: part.includes('worksheets/sheet') ? sheetPlaces(bytes) : packed,
  }));
};

const placesOf: Readonly<Record<string, (bytes: Uint8Array) => Places>> = {
  dta: dtaPlaces,
  sav: savPlaces,
  zsav: zsavPlaces,
};

function otherPrograms(): Sample[] {
  const folder = new URL('test/fixtures/made/', import.meta.resolve('@wavebook/stat-files/package.json'));
  return readdirSync(folder)
    .filter((name) => /\.(dta|z?sav)$/.test(name))
    .sort()
    .map((name) => {
      const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
      const kind = name.slice(name.lastIndexOf('.') + 1);
      return { name, kind, bytes, places: placesOf[kind]?.(bytes) ?? packed };
    });
}
