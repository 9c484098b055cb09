import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArrow, readTable, type Table, textOf, writeTable } from '@wavebook/tables';
import { afterAll, expect, test } from 'vitest';
import { run } from '../src/clean-folder.ts';
import { asNumbers } from './as-numbers.ts';

const committed = join(import.meta.dirname, '../../../data/synthetic/baseline-enterprise/2009-baseline');
const root = mkdtempSync(join(tmpdir(), 'baseline-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A copy of the round whose files of records and of sampled units are in a format, cleaned with the corrections given. */
async function roundIn(format: 'csv' | 'dta' | 'sav', corrections?: string): Promise<string> {
  const base = join(root, `${format}${corrections === undefined ? '' : '-corrected'}`);
  const folder = join(base, 'data/synthetic/baseline-enterprise/2009-baseline');
  mkdirSync(folder, { recursive: true });
  const snapshot = JSON.parse(readFileSync(join(committed, 'snapshot.json'), 'utf8')) as {
    files: { name: string; sha256: string; bytes: number }[];
    sample_file: string;
    encoding?: string;
    design: { side_file: string };
  };
  const renamed = (name: string): string => (format === 'csv' ? name : name.replace(/\.csv$/, `.${format}`));
  for (const file of snapshot.files) {
    const path = join(folder, renamed(file.name));
    if (format === 'csv') cpSync(join(committed, file.name), path);
    else {
      const { table: read } = await readTable(join(committed, file.name), { typed: false });
      writeTable(path, asNumbers(read), { format });
    }
    file.name = renamed(file.name);
    file.sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    file.bytes = statSync(path).size;
  }
  snapshot.sample_file = renamed(snapshot.sample_file);
  snapshot.design.side_file = renamed(snapshot.design.side_file);
  if (format !== 'csv') delete snapshot.encoding;
  writeFileSync(join(folder, 'snapshot.json'), JSON.stringify(snapshot));
  if (corrections !== undefined) writeFileSync(join(folder, 'corrections.csv'), corrections);
  const output = join(base, 'data/clean');
  await run({ root: base, folder, output, failed: join(base, 'failed') });
  return join(output, 'baseline-enterprise/2009-baseline');
}

const cells = (read: Table): Record<string, string[]> =>
  Object.fromEntries(
    [...read.columns.keys()].map((name) => {
      const column = textOf(read, name);
      return [name, Array.from(column.codes, (code) => column.levels[code] ?? '')];
    }),
  );

test('a round of a baseline survey in Stata or SPSS files cleans to the records of the text files', async () => {
  const [csv, dta, sav] = [await roundIn('csv'), await roundIn('dta'), await roundIn('sav')];
  for (const name of ['respondents.arrow', 'members.arrow', 'sample.arrow']) {
    const expected = cells(await readArrow(join(csv, name)));
    expect(Object.keys(expected).length).toBeGreaterThan(3);
    for (const other of [dta, sav]) expect(cells(await readArrow(join(other, name))), name).toEqual(expected);
  }
});

test('corrections reach the records, their second file and the list of sampled units, and stand in the audit with their file', async () => {
  const folder = await roundIn(
    'sav',
    [
      'file,respondent_id,row,variable,old_value,new_value,reason,by,date',
      ',tianjin-p05,,start_year,2003,2004,on the licence,Li,2009-11-02',
      'vacancies.sav,,2,occupation,17,6,miskeyed,Li,2009-11-02',
      'sample.sav,tianjin-p21,,weight,1.797,1.8,typing slip,Li,2009-11-02',
      '',
    ].join('\n'),
  );
  const first = async (name: string, column: string, row: number): Promise<string | undefined> =>
    cells(await readArrow(join(folder, name)))[column]?.[row];
  expect(await first('respondents.arrow', 'start_year', 0)).toBe('2004');
  expect(await first('members.arrow', 'occupation', 1)).toBe(await first('members.arrow', 'occupation', 0));
  expect(await first('sample.arrow', 'weight', 1)).toBe('1.8');
  const audit = readFileSync(join(folder, 'audit.csv'), 'utf8').split('\n');
  expect(audit[0]).toBe('row,respondent_id,variable,raw_column,old_value,new_value,code,rule,file');
  expect(audit.slice(1, 4)).toEqual([
    '1,tianjin-p05,start_year,start_year,2003,2004,correction,correction,',
    '2,tianjin-p34,occupation,occupation,17,6,correction,correction,vacancies.sav',
    '2,tianjin-p21,weight,weight,1.797,1.8,correction,correction,sample.sav',
  ]);
});

test('a file that the snapshot lists and nothing reads is refused', async () => {
  const folder = join(root, 'csv/data/synthetic/baseline-enterprise/2009-baseline');
  const path = join(folder, 'snapshot.json');
  const snapshot = JSON.parse(readFileSync(path, 'utf8'));
  snapshot.files.push({ ...snapshot.files[0], name: '三.csv' });
  writeFileSync(path, JSON.stringify(snapshot));
  const again = run({
    root: join(root, 'csv'),
    folder,
    output: join(root, 'again'),
    failed: join(root, 'failed'),
  });
  await expect(again).rejects.toThrow(
    /snapshot\.json: files lists 三\.csv, which is neither the records \(enterprises\.csv\), their second file \(vacancies\.csv\)/,
  );
});
