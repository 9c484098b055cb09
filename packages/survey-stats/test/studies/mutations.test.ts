import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { seededRandom } from '../../src/replication/seeded-random.ts';
import { mutated, nameOf, packageRoot, sourceOf } from '../../studies/mutation.ts';
import { mutationTable, testsInTable } from '../../studies/mutation-table.ts';
import { mutations } from '../../studies/mutations.ts';

const SEED = 2017;
const RUN = 3;

it('every formula to be broken is in its source once, and has a name and tests of its own', () => {
  for (const mutation of mutations) {
    const source = sourceOf(mutation);
    expect(mutated(mutation, source)).not.toBe(source);
    for (const file of mutation.tests) {
      expect([file, existsSync(new URL(`test/${file}`, packageRoot))]).toEqual([file, true]);
    }
  }
  expect(new Set(mutations.map(nameOf)).size).toBe(mutations.length);
});

it('a text that is gone, or there twice, throws', () => {
  const mutation = { breaks: 'sum', file: 'a.ts', find: 'a + b', replace: 'a - b', tests: [] };
  expect(mutated(mutation, 'f(a + b)')).toBe('f(a - b)');
  expect(() => mutated(mutation, 'f(a)')).toThrow('"sum" needs its text once in src/a.ts; found it 0 times');
  expect(() => mutated(mutation, '(a + b) / (a + b)')).toThrow('found it 2 times');
});

it('the committed table has a test for each of them', () => {
  const page = readFileSync(new URL('studies/mutation.md', packageRoot), 'utf8');
  const tests = testsInTable(page);
  expect(mutations.map(nameOf).filter((name) => !tests.has(name))).toEqual([]);
  expect(page).toBe(mutationTable(mutations, tests));
});

it(`${RUN} of them, drawn by lot, are caught`, async () => {
  const random = seededRandom(SEED);
  const chosen = Array.from({ length: RUN }, () => mutations[Math.floor(random() * mutations.length)]!);
  const { VITEST: _, VITEST_MODE: __, VITEST_POOL_ID: ___, VITEST_WORKER_ID: ____, ...env } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--conditions=@wavebook/source',
      '--import',
      'tsx',
      fileURLToPath(new URL('studies/check-mutation.ts', packageRoot)),
      '--print',
      '--named',
      ...chosen.flatMap((mutation) => ['--only', nameOf(mutation)]),
    ],
    { cwd: fileURLToPath(packageRoot), env },
  );
  for (const mutation of chosen) expect(stdout).toContain(`caught ${nameOf(mutation)}`);
});
