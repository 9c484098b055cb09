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

/** A copy of the round whose files of records and of sampled units are in a format. */
async function roundIn(format: 'csv' | 'dta' | 'sav'): Promise<string> {
  const folder = join(root, format, 'data/synthetic/baseline-enterprise/2009-baseline');
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
  const output = join(root, format, 'data/clean');
  await run({ root: join(root, format), folder, output, failed: join(root, format, 'failed') });
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
