/**
 * `npm run check:mutation` breaks each formula of `mutations` in turn, expects a test to fail, and writes `mutation.md`; a process a core.
 * `-- --only TEXT`, as often as wanted: those whose name holds the text; the rows of all others stay. `--print`: nothing is
 * written. `--named`: a mutation that passes the files named for it is not tried on all others.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inProcesses } from './in-processes.ts';
import { nameOf } from './mutation.ts';
import { mutationTable, testsInTable } from './mutation-table.ts';
import { mutations } from './mutations.ts';
import { runTests } from './run-tests.ts';

/** Formulas for which a process is worth its start. */
const FEWEST = 4;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    print: { type: 'boolean' },
    named: { type: 'boolean' },
  },
});
const { only, print, named = false } = values;
const chosen = mutations.filter((mutation) => !only || only.some((text) => nameOf(mutation).includes(text)));

const unbroken = await runTests([...new Set(chosen.flatMap(({ tests }) => tests))]);
if (unbroken.failed !== undefined || unbroken.broken.length > 0) {
  throw new Error(
    `check:mutation: the tests must pass before anything is broken; got ${unbroken.failed ?? unbroken.broken[0]}`,
  );
}
const started = performance.now();
const found = await inProcesses(
  fileURLToPath(new URL('break-formulas.ts', import.meta.url)),
  chosen.map((mutation) => [nameOf(mutation), named] as const),
  Math.min(availableParallelism(), Math.ceil(chosen.length / FEWEST)),
);
console.log(
  `${found.size} of ${chosen.length} caught, ${((performance.now() - started) / 1000).toFixed(0)} s`,
);
if (found.size < chosen.length || chosen.length === 0) process.exitCode = 1;
if (!print) {
  const file = new URL('mutation.md', import.meta.url);
  const before = only && existsSync(file) ? testsInTable(readFileSync(file, 'utf8')) : [];
  writeFileSync(file, mutationTable(mutations, new Map([...before, ...found])));
}
