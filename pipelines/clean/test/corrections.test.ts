import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Codebook } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { numberColumn, table, textColumn } from '@wavebook/tables';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { correctRaw } from '../src/corrections.ts';
import { textsOf } from './made-wave.ts';

const codebook = codebooks['monitoring-2017'] as Codebook;
const root = mkdtempSync(join(tmpdir(), 'corrections-'));
const path = join(root, 'corrections.csv');
const header = 'respondent_id,row,variable,old_value,new_value,reason,by,date';

/** A file of three people; two have one identifier. The income column holds numbers, as in a Stata file. */
const raw = table(3, [
  ['ID', textColumn(['a', 'b', 'b'])],
  ['q101b1', textColumn(['1', '3', '2'])],
  ['Q215', numberColumn(Float64Array.from([3000, Number.NaN, 450_000]))],
]);

const correct = (...lines: string[]) => {
  writeFileSync(path, `${[header, ...lines].join('\n')}\n`);
  return correctRaw({ root, folder: root }, raw, codebook);
};

beforeEach(() => rmSync(path, { force: true }));
afterAll(() => rmSync(root, { recursive: true }));

test('without a file the records stay as they are', async () => {
  expect(await correctRaw({ root, folder: root }, raw, codebook)).toEqual({ records: raw, audit: [] });
});

test('a correction by variable and row or by raw column and identifier is applied and stands in the audit', async () => {
  const { records, audit } = await correct(
    ',2,sex,3,2,miskeyed on the sheet,Li,2017-08-01',
    'a,,Q215,3000,3300,phoned again,Li,2017-08-01',
    ',2,monthly_income,,2800,answered on the second visit,Li,2017-08-02',
  );
  expect(textsOf(records, 'q101b1')).toEqual(['1', '2', '2']);
  expect(textsOf(records, 'Q215')).toEqual(['3300', '2800', '450000']);
  expect(textsOf(raw, 'Q215')).toEqual(['3000', null, '450000']);
  expect(audit[0]).toEqual({
    row: 2,
    respondent_id: 'b',
    variable: 'sex',
    raw_column: 'q101b1',
    old_value: '3',
    new_value: '2',
    code: 'correction',
    rule: 'correction',
  });
  expect(audit).toHaveLength(3);
});

test('a cell can be corrected twice, each time from what stands there', async () => {
  const { records } = await correct(
    ',1,sex,1,2,first,Li,2017-08-01',
    ',1,sex,2,,then withdrawn,Li,2017-08-02',
  );
  expect(textsOf(records, 'q101b1')).toEqual([null, '3', '2']);
});

test.each<[string, string, RegExp]>([
  [
    'another old value',
    ',1,sex,2,1,r,b,d',
    /corrections\.csv: 1 of 1 corrections refused: line 2: q101b1 of row 1 holds another value/,
  ],
  [
    'an identifier of two records',
    'b,,sex,3,1,r,b,d',
    /line 2: 2 records have the respondent_id "b"; give the row/,
  ],
  ['an unknown identifier', 'z,,sex,3,1,r,b,d', /line 2: no record has the respondent_id "z"/],
  ['a row beyond the file', ',4,sex,3,1,r,b,d', /line 2: row "4" is no data row of the file \(1 to 3\)/],
  ['an unknown variable', ',1,shoe_size,3,1,r,b,d', /line 2: "shoe_size" is no column/],
  ['no reason', ',1,sex,1,2,,b,d', /line 2: reason is empty/],
])('%s is refused with file and line', async (_, line, message) => {
  await expect(correct(line)).rejects.toThrow(message);
});

test('every refused line is named, and the old value of none', async () => {
  const error = await correct(',1,sex,2,1,r,b,d', ',3,monthly_income,1,2,r,b,d').catch((e: Error) => e);
  expect(String(error)).toMatch(/2 of 2 corrections refused: line 2: .*line 3: /);
  expect(String(error)).not.toContain('450000');
});

test('a file without the columns is refused, and so is a link out of the folder', async () => {
  writeFileSync(path, 'id,value\n1,2\n');
  await expect(correctRaw({ root, folder: root }, raw, codebook)).rejects.toThrow(
    /corrections\.csv: line 1: lacks the columns respondent_id, row/,
  );
  rmSync(path);
  const outside = join(mkdtempSync(join(tmpdir(), 'outside-')), 'c.csv');
  writeFileSync(outside, `${header}\n`);
  symlinkSync(outside, path);
  await expect(correctRaw({ root, folder: root }, raw, codebook)).rejects.toThrow();
});
