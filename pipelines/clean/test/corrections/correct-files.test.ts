import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Codebook } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { columnOf, numberColumn, type Table, table, textColumn } from '@wavebook/tables';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { correctFiles } from '../../src/corrections/correct-files.ts';
import type { CorrectableFile } from '../../src/corrections/correctable-file.ts';
import { textsOf } from '../made-wave.ts';

const codebook = codebooks['monitoring-2017'] as Codebook;
const root = mkdtempSync(join(tmpdir(), 'corrections-'));
const path = join(root, 'corrections.csv');
const header = 'respondent_id,row,variable,old_value,new_value,reason,by,date';

/** A file of three people; two have one identifier. The income column holds numbers, as in a Stata file, and one cell of its missing codes. */
const raw = table(3, [
  ['ID', textColumn(['a', 'b', 'b'])],
  ['q101b1', textColumn(['1', '3', '2'])],
  [
    'Q215',
    {
      ...numberColumn(Float64Array.from([3000, Number.NaN, 450_000])),
      missing: { codes: Int32Array.from([-1, 0, -1]), levels: ['.a'] },
    },
  ],
]);
const people: CorrectableFile = {
  name: 'people.dta',
  table: raw,
  columns: [...raw.columns.keys(), '备注'],
  mappings: codebook.respondent,
  key: 'ID',
  isList: false,
};

/** What belongs to the people, and a list of the design. */
const children: CorrectableFile = {
  ...people,
  name: 'children.csv',
  table: table(3, [
    ['编号', textColumn(['a', 'a', 'b'])],
    ['性别', textColumn(['1', '2', '2'])],
    ['年龄', textColumn(['3', '5', '70'])],
  ]),
  columns: ['编号', '性别', '年龄'],
  mappings: [
    { variable: 'sex', raw: '性别', read: 'code', confidence: 'verified', source: 'codebook.yaml' },
    { variable: 'age', raw: '年龄', read: 'number', confidence: 'verified', source: 'codebook.yaml' },
  ],
  key: '编号',
};
const list: CorrectableFile = {
  ...people,
  name: 'sample.csv',
  table: table(2, [
    ['respondent_id', textColumn(['a', 'b'])],
    ['psu', textColumn(['p1', 'p2'])],
    ['q101b1', textColumn(['x', 'x'])],
  ]),
  columns: ['respondent_id', 'psu', 'q101b1'],
  mappings: [],
  key: 'respondent_id',
  isList: true,
};

const write = (...lines: string[]): void => writeFileSync(path, `${lines.join('\n')}\n`);
const correctAll = (files: readonly CorrectableFile[], ...lines: string[]) => {
  write(...lines);
  return correctFiles({ root, folder: root }, files);
};
const correct = async (...lines: string[]) => {
  const { tables, audit } = await correctAll([people], header, ...lines);
  return { records: tables.get(people.name) as Table, audit };
};

beforeEach(() => rmSync(path, { force: true }));
afterAll(() => rmSync(root, { recursive: true }));

test('without a file the records stay as they are', async () => {
  const { tables, audit } = await correctFiles({ root, folder: root }, [people, children]);
  expect([tables.get('people.dta'), tables.get('children.csv'), audit]).toEqual([raw, children.table, []]);
});

test('a correction by variable and row or by raw column and identifier is applied and stands in the audit', async () => {
  const { records, audit } = await correct(
    ',2,sex,3,2,miskeyed on the sheet,Li,2017-08-01',
    'a,,Q215,3000,3300,phoned again,Li,2017-08-01',
    ',2,monthly_income,.a,2800,answered on the second visit,Li,2017-08-02',
  );
  expect(textsOf(records, 'q101b1')).toEqual(['1', '2', '2']);
  expect(textsOf(records, 'Q215')).toEqual(['3300', '2800', '450000']);
  expect(columnOf(records, 'Q215').missing?.codes).toEqual(Int32Array.from([-1, -1, -1]));
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
    file: '',
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
  [
    'a column that is not read',
    ',1,备注,,1,r,b,d',
    /line 2: 备注 is a column of people\.dta that no variable is read from/,
  ],
  ['no reason', ',1,sex,1,2,,b,d', /line 2: reason is empty/],
])('%s is refused with file and line', async (_, line, message) => {
  await expect(correct(line)).rejects.toThrow(message);
});

test('a line is where an editor shows it: behind blank lines and line breaks in quotes', async () => {
  await expect(correct(',1,sex,1,2,"phoned\nagain",b,d', '', ',1,sex,1,3,r,b,d')).rejects.toThrow(
    /1 of 2 corrections refused: line 5: /,
  );
});

test('every refused line is named, and the old value of none', async () => {
  const error = await correct(',1,sex,2,1,r,b,d', ',3,monthly_income,1,2,r,b,d').catch((e: Error) => e);
  expect(String(error)).toMatch(/2 of 2 corrections refused: line 2: .*line 3: /);
  expect(String(error)).not.toContain('450000');
});

test('a file without the columns is refused, and so is a link out of the folder', async () => {
  await expect(correctAll([people], 'id,value', '1,2')).rejects.toThrow(
    /corrections\.csv: lacks the columns respondent_id, row/,
  );
  rmSync(path);
  const outside = join(mkdtempSync(join(tmpdir(), 'outside-')), 'c.csv');
  writeFileSync(outside, `${header}\n`);
  symlinkSync(outside, path);
  await expect(correctFiles({ root, folder: root }, [people])).rejects.toThrow();
});

test('a correction reaches every file of a wave: by its name, or by the one file that has the variable', async () => {
  const { tables, audit } = await correctAll(
    [people, children, list],
    `file,${header}`,
    'children.csv,,2,sex,2,1,miskeyed,Li,2017-08-01',
    ',b,,age,70,7,miskeyed,Li,2017-08-01',
    ',b,,psu,p2,p1,moved to the right point,Li,2017-08-01',
    ',,1,q101b1,1,2,the records and not the list,Li,2017-08-01',
    'sample.csv,,1,q101b1,x,,the list,Li,2017-08-01',
  );
  const [second, sample] = [tables.get('children.csv') as Table, tables.get('sample.csv') as Table];
  expect(textsOf(second, '性别')).toEqual(['1', '1', '2']);
  expect(textsOf(second, '年龄')).toEqual(['3', '5', '7']);
  expect(textsOf(sample, 'psu')).toEqual(['p1', 'p1']);
  expect(textsOf(sample, 'q101b1')).toEqual([null, 'x']);
  expect(textsOf(tables.get('people.dta') as Table, 'q101b1')).toEqual(['2', '3', '2']);
  expect(
    audit.map(({ file, row, respondent_id: id, raw_column: column }) => [file, row, id, column]),
  ).toEqual([
    ['children.csv', 2, 'a', '性别'],
    ['children.csv', 3, 'b', '年龄'],
    ['sample.csv', 2, 'b', 'psu'],
    ['', 1, 'a', 'q101b1'],
    ['sample.csv', 1, 'a', 'q101b1'],
  ]);
});

test.each<[string, string, RegExp]>([
  [
    'a variable of two files',
    ',,1,sex,1,2,r,b,d',
    /line 2: "sex" stands in people\.dta, children\.csv; say which is meant in a column "file"/,
  ],
  [
    'a file that is none of the wave',
    'kids.csv,,1,sex,1,2,r,b,d',
    /line 2: "kids\.csv" is no file of the wave, which has people\.dta, children\.csv, sample\.csv/,
  ],
  [
    'a variable that the named file has not',
    'sample.csv,,1,sex,1,2,r,b,d',
    /line 2: "sex" is no column of sample\.csv/,
  ],
  [
    'an old value of the second file',
    'children.csv,,3,年龄,7,6,r,b,d',
    /line 2: 年龄 of row 3 of children\.csv holds another value/,
  ],
  [
    'a unit of two rows',
    ',a,,age,3,4,r,b,d',
    /line 2: 2 records of children\.csv have the respondent_id "a"; give the row/,
  ],
])('in a wave of several files %s is refused', async (_, line, message) => {
  await expect(correctAll([people, children, list], `file,${header}`, line)).rejects.toThrow(message);
});

test('a file that a Chinese spreadsheet saved is read: GB18030, semicolons, lines of separators alone', async () => {
  const bytes = [
    [...'respondent_id;row;variable;old_value;new_value;reason;by;date\r\n;2;sex;3;2;'].map((c) =>
      c.charCodeAt(0),
    ),
    [0xc2, 0xbc, 0xc8, 0xeb, 0xb4, 0xed, 0xce, 0xf3],
    [...';Li;2017-08-01\r\n;;;;;;;\r\n'].map((c) => c.charCodeAt(0)),
  ].flat();
  writeFileSync(path, Uint8Array.from(bytes));
  const { tables, audit } = await correctFiles({ root, folder: root }, [people]);
  expect(textsOf(tables.get(people.name) as Table, 'q101b1')).toEqual(['1', '2', '2']);
  expect(audit).toHaveLength(1);
});
