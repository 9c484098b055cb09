import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const repository = join(import.meta.dirname, '..', '..', '..');

/** A repository whose `wavebook` says a word, its own place and a library's. */
const repositorySaying = (word: string): string => {
  const root = mkdtempSync(join(tmpdir(), '编译 '));
  const cli = join(root, 'packages', 'cli');
  cpSync(join(repository, 'packages/cli/bin'), join(cli, 'bin'), { recursive: true });
  mkdirSync(join(cli, 'src'));
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(repository, 'node_modules')))
    if (name !== '@wavebook' && name !== '.cache')
      symlinkSync(join(repository, 'node_modules', name), join(root, 'node_modules', name));
  for (const file of ['package-lock.json', 'tsconfig.json']) writeFileSync(join(root, file), '{}');
  writeFileSync(join(cli, 'package.json'), '{ "type": "module" }');
  say(root, word);
  return root;
};

const say = (root: string, word: string): void => {
  const place = join(root, 'packages', 'cli', 'src');
  writeFileSync(join(place, 'word.ts'), `export const word: string = '${word}';\n`);
  writeFileSync(
    join(place, 'main.ts'),
    `import Papa from 'papaparse';
const { word } = await import('./word.ts');
console.log(word, typeof Papa.parse, import.meta.dirname, process.argv.slice(2).join());
process.exitCode = 3;
`,
  );
};

const run = (root: string, ...words: string[]): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'packages/cli/bin/wavebook.js'), ...words],
    { encoding: 'utf8', cwd: tmpdir() },
  );
  return { status, said: (stdout + stderr).trim() };
};

test('a command runs from its compiled source, anew after a change, and like one that is not compiled', () => {
  const root = repositorySaying('one');
  const record = join(root, 'node_modules/.cache/wavebook/compiled.json');
  const place = join(root, 'packages', 'cli', 'src');
  const said = (word: string, command: string) => ({
    status: 3,
    said: `${word} function ${place} ${command}`,
  });
  expect(run(root, 'estimate', 'a.csv')).toEqual(said('one', 'estimate,a.csv'));
  const first = readFileSync(record, 'utf8');
  expect(run(root, 'weight')).toEqual(said('one', 'weight'));
  expect(readFileSync(record, 'utf8')).toBe(first);
  say(root, 'three');
  expect(run(root, 'estimate')).toEqual(said('three', 'estimate'));
  expect(readFileSync(record, 'utf8')).not.toBe(first);
  writeFileSync(record, '{ "fol');
  expect(run(root, 'estimate')).toEqual(said('three', 'estimate'));
  expect(run(root, 'purge')).toEqual(said('three', 'purge'));
});
