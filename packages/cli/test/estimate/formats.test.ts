import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  formatTable,
  numberColumn,
  type Table,
  table,
  textColumn,
  type VariableInfo,
  zipOf,
} from '@wavebook/tables';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { estimate } from '../../src/estimate/estimate.ts';
import type { Reading } from '../../src/estimate/open-data.ts';
import { estimateRequest } from '../../src/estimate/request.ts';
import { weightRequest } from '../../src/weight/request.ts';
import { weight } from '../../src/weight/weight.ts';

const folder = mkdtempSync(join(tmpdir(), 'any format '));
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

const numbers = (...values: number[]) => numberColumn(Float64Array.from(values));
const sexLabels = new Map([
  ['1', '男'],
  ['2', '女'],
  ['3', '女'],
]);
const variable = (name: string, valueLabels: ReadonlyMap<string, string>): VariableInfo => ({
  name,
  label: '',
  type: 'number',
  storage: '',
  format: '',
  measure: 'unknown',
  valueLabels,
  userMissing: { values: [] },
});
const survey: Table = {
  ...table(6, [
    ['w', numbers(1, 2, 1.5, 1, 2, 3)],
    ['place', textColumn(['京', '沪', '京', '沪', '京', '沪'])],
    ['sex', numbers(1, 2, 3, 2, 1, 1)],
    ['income', numbers(3000, Number.NaN, 4000.5, 2000, 1000, 6000)],
  ]),
  variables: new Map([
    ['sex', variable('sex', sexLabels)],
    ['income', variable('income', new Map())],
  ]),
};

const files: readonly (readonly [string, () => Uint8Array])[] = [
  ['csv', () => formatTable(survey, { format: 'csv' })],
  ['dta', () => formatTable(survey, { format: 'dta' })],
  ['dta in GB18030', () => formatTable(survey, { format: 'dta', encoding: 'gb18030' })],
  ['sav', () => formatTable(survey, { format: 'sav' })],
  ['xlsx', () => formatTable(survey, { format: 'xlsx' })],
  ['parquet', () => formatTable(survey, { format: 'parquet' })],
  ['arrow', () => formatTable(survey, { format: 'arrow' })],
  ['zip', () => zipOf({ '数据.sav': formatTable(survey, { format: 'sav' }) })],
  ['gz', () => gzipSync(formatTable(survey, { format: 'csv' }))],
];

const path = (name: string): string => join(folder, name);
const estimated = async (file: string, labels: boolean, reading: Reading = {}): Promise<string> => {
  const out = path('out.csv');
  await estimate(
    estimateRequest(file, {
      statistics: [
        { statistic: 'mean', variable: 'income' },
        { statistic: 'proportion', variable: 'sex' },
      ],
      weight: 'w',
      nest: true,
      by: ['place', 'sex'],
      where: 'income > 500',
      format: 'csv',
      labels,
      out,
      ...reading,
    }),
  );
  return readFileSync(out, 'utf8');
};

test('estimate gives the same from every format', async () => {
  const results: string[] = [];
  for (const [, bytes] of files) {
    writeFileSync(path('survey.data'), bytes());
    results.push(await estimated(path('survey.data'), false));
  }
  expect(results).toEqual(results.map(() => results[0]));
  expect(results[0]).toMatch(/^mean,income,,place,京,2/m);
});

test('--labels writes labels, with the code behind where two codes have one', async () => {
  writeFileSync(path('l.dta'), formatTable(survey, { format: 'dta' }));
  const text = await estimated(path('l.dta'), true);
  expect(text).toMatch(/^proportion,sex,男,sex,男,1,/m);
  expect(text).toMatch(/^proportion,sex,女 \[3\],place,京,/m);
  expect(text).not.toMatch(/^proportion,sex,\d/m);
});

test('weight gives the same from every format', async () => {
  writeFileSync(path('m.csv'), 'margin,level,total\nplace,京,10\nplace,沪,20\n');
  const results: string[] = [];
  for (const [, bytes] of files) {
    writeFileSync(path('survey.data'), bytes());
    await weight(
      weightRequest(path('survey.data'), { weight: 'w', margins: path('m.csv'), out: path('w.csv') }),
    );
    results.push(readFileSync(path('w.csv'), 'utf8'));
  }
  expect(results).toEqual(results.map(() => results[0]));
  expect(results[0]?.split('\n')[0]).toBe('w,place,sex,income,g,final_weight');
});

test('one file of a zip, one sheet and a given encoding are read as asked', async () => {
  const csv = formatTable(survey, { format: 'csv' });
  writeFileSync(path('plain.csv'), csv);
  const expected = await estimated(path('plain.csv'), false);
  writeFileSync(path('two.zip'), zipOf({ 'a.csv': Buffer.from('w\n1\n'), '数据.csv': csv }));
  expect(await estimated(path('two.zip'), false, { member: '数据.csv' })).toBe(expected);
  await expect(estimated(path('two.zip'), false)).rejects.toThrow(/a\.csv.*数据\.csv/);
  writeFileSync(path('book.xlsx'), formatTable(survey, { format: 'xlsx' }));
  expect(await estimated(path('book.xlsx'), false, { sheet: 'data' })).toBe(expected);
  await expect(estimated(path('book.xlsx'), false, { sheet: '没有' })).rejects.toThrow(/has no sheet "没有"/);
  // 京 in GB18030; in UTF-8 it is no text
  const bytes = Buffer.concat([Buffer.from('w,place\n1,'), Buffer.from('bea9', 'hex'), Buffer.from('\n')]);
  writeFileSync(path('gb.csv'), bytes);
  await expect(estimated(path('gb.csv'), false, { encoding: 'utf-8' })).rejects.toThrow(/utf-8/);
});

test('numbers in full-width digits and with commas between thousands give the same, and it is told', async () => {
  const say = vi.spyOn(console, 'error');
  writeFileSync(path('plain.csv'), formatTable(survey, { format: 'csv' }));
  const expected = await estimated(path('plain.csv'), false);
  say.mockClear();
  const written = 'w,place,sex,income\n１,京,1,"3,000"\n2,沪,2,\n１．５,京,3,"4,000.5"\n1,沪,2,２，０００\n';
  writeFileSync(path('written.csv'), `${written}2,京,1,1000\n3,沪,1,6000\n`);
  expect(await estimated(path('written.csv'), false)).toBe(expected);
  const said = say.mock.calls.map(([text]) => String(text));
  expect(said).toContain(
    'wavebook estimate: column "w": 2 cells in full-width digits (１２), read as numbers',
  );
  expect(said).toContain(
    'wavebook estimate: column "income": 3 cells with commas between thousands (1,234), read as numbers',
  );
});
