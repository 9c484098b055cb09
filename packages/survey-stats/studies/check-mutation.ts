/**
 * `npm run check:mutation` breaks each formula of `mutations` in turn, expects a test to fail, and writes `mutation.md`.
 * `-- --only TEXT`, as often as wanted: those whose name holds the text; the rows of all others stay. `--print`: nothing is
 * written. `--named`: a mutation that passes the files named for it is not tried on all others.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Mutation, nameOf } from './mutation.ts';
import { mutationTable, testsInTable } from './mutation-table.ts';
import { mutations } from './mutations.ts';
import { runTests } from './run-tests.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    print: { type: 'boolean' },
    named: { type: 'boolean' },
  },
});
const { only, print, named } = values;
const chosen = mutations.filter((mutation) => !only || only.some((text) => nameOf(mutation).includes(text)));

/** The test that fails; undefined if the formula may be broken unseen. */
async function caughtBy(mutation: Mutation): Promise<string | undefined> {
  for (const files of named ? [mutation.tests] : [mutation.tests, ['**/*.test.ts']]) {
    const { failed, broken } = await runTests(files, mutation);
    if (failed !== undefined) return failed;
    if (broken.length > 0) {
      console.error(`check:mutation: "${nameOf(mutation)}": ${broken[0]}`);
      return undefined;
    }
  }
  return undefined;
}

const unbroken = await runTests([...new Set(chosen.flatMap(({ tests }) => tests))]);
if (unbroken.failed !== undefined || unbroken.broken.length > 0) {
  throw new Error(
    `check:mutation: the tests must pass before anything is broken; got ${unbroken.failed ?? unbroken.broken[0]}`,
  );
}
const found = new Map<string, string>();
for (const mutation of chosen) {
  const test = await caughtBy(mutation);
  console.log(`${test === undefined ? 'SURVIVED' : 'caught'} ${nameOf(mutation)}`);
  if (test !== undefined) found.set(nameOf(mutation), test);
}
console.log(`${found.size} of ${chosen.length} caught`);
if (found.size < chosen.length || chosen.length === 0) process.exitCode = 1;
if (!print) {
  const file = new URL('mutation.md', import.meta.url);
  const before = only && existsSync(file) ? testsInTable(readFileSync(file, 'utf8')) : [];
  writeFileSync(file, mutationTable(mutations, new Map([...before, ...found])));
}
