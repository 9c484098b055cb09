/** A process of `check-mutation.ts`: breaks the formulas that it is sent, one after another. */
import type { Task } from './in-processes.ts';
import { type Mutation, nameOf } from './mutation.ts';
import { mutations } from './mutations.ts';
import { runTests } from './run-tests.ts';

const byName = new Map(mutations.map((mutation) => [nameOf(mutation), mutation]));

/** The test that fails; null if the formula may be broken unseen. */
async function caughtBy(mutation: Mutation, named: boolean): Promise<string | null> {
  for (const files of named ? [mutation.tests] : [mutation.tests, ['**/*.test.ts']]) {
    const { failed, broken } = await runTests(files, mutation);
    if (failed !== undefined) return failed;
    if (broken.length > 0) {
      console.error(`check:mutation: "${nameOf(mutation)}": ${broken[0]}`);
      return null;
    }
  }
  return null;
}

process.on('message', async ([name, named]: Task) => {
  process.send?.(await caughtBy(byName.get(name) as Mutation, named));
});
