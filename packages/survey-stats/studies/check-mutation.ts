/**
 * `npm run check:mutation` breaks each formula of `mutations` in turn, expects a test to fail, and writes `mutation.md`.
 * `-- --only TEXT`, as often as wanted: those whose file or description holds the text; prints only. `--named`: a mutation that
 * passes the files named for it is not tried on all others.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Mutation } from './mutation.ts';
import { mutationTable } from './mutation-table.ts';
import { mutations } from './mutations.ts';
import { runTests } from './run-tests.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, named: { type: 'boolean' } },
});
const { only, named } = values;
const chosen = mutations.filter(
  ({ file, breaks }) => !only || only.some((text) => `${file}: ${breaks}`.includes(text)),
);

/** The test that fails; undefined if the formula may be broken unseen. */
async function caughtBy(mutation: Mutation): Promise<string | undefined> {
  for (const files of named ? [mutation.tests] : [mutation.tests, ['**/*.test.ts']]) {
    const { failed, broken } = await runTests(files, mutation);
    if (failed !== undefined) return failed;
    if (broken.length > 0)
      throw new Error(`check:mutation: "${mutation.breaks}" in ${mutation.file}: ${broken[0]}`);
  }
  return undefined;
}

const unbroken = await runTests([...new Set(chosen.flatMap(({ tests }) => tests))]);
if (unbroken.failed !== undefined || unbroken.broken.length > 0) {
  throw new Error(
    `check:mutation: the tests must pass before anything is broken; got ${unbroken.failed ?? unbroken.broken[0]}`,
  );
}
const rows: { mutation: Mutation; test: string }[] = [];
for (const mutation of chosen) {
  const test = await caughtBy(mutation);
  console.log(`${test === undefined ? 'SURVIVED' : 'caught'} ${mutation.file}: ${mutation.breaks}`);
  if (test !== undefined) rows.push({ mutation, test });
}
console.log(`${rows.length} of ${chosen.length} caught`);
if (rows.length < chosen.length || chosen.length === 0) process.exitCode = 1;
else if (!only && !named) writeFileSync(new URL('mutation.md', import.meta.url), mutationTable(rows));
