import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readCsv, textOf } from '@wavebook/tables';
import { afterAll, beforeAll, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/wavebook.js', import.meta.url));
// a data file keeps every value as it is, also those that a spreadsheet would take for a formula: CONTRIBUTING.md says why
const levels = [
  "=cmd|' /C calc'!A0",
  '+1-2',
  '@SUM(A1)',
  '-',
  '</svg><script>alert(1)</script>',
  'datum.x',
  '{{x}}',
  'say "no", then\r\nyes',
  '\u001b[31mred',
  '__proto__',
];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'levels-'));
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = levels.flatMap((level) => [1, 2].map((y) => `1,${y},${quoted(level)}`));
  await writeFile(join(folder, 'in.csv'), `w,y,level\n${rows.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const estimate = (...words: string[]) =>
  promisify(execFile)(
    process.execPath,
    [bin, 'estimate', 'in.csv', '--weight', 'w', '--mean', 'y', '--by', 'level', ...words],
    { cwd: folder },
  );

it('CSV and JSON give every level exactly as the file has it', async () => {
  await estimate('--out', 'out.csv');
  const { table } = await readCsv(join(folder, 'out.csv'), { encoding: 'utf-8' });
  const group = textOf(table, 'group');
  expect([...group.codes].map((code) => group.levels[code]).sort()).toEqual([...levels].sort());
  const { stdout } = await estimate('--format', 'json');
  expect((JSON.parse(stdout) as { group: string }[]).map((row) => row.group).sort()).toEqual(
    [...levels].sort(),
  );
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).not.toContain("'=cmd");
});

it('a table on the terminal holds no control characters', async () => {
  const { stdout } = await estimate();
  expect(stdout).not.toContain('\u001b');
  expect(stdout).toContain('\uFFFD[31mred');
});
