import { fileURLToPath } from 'node:url';
import { startVitest, type TestModule } from 'vitest/node';
import { type Mutation, mutated, packageRoot } from './mutation.ts';

export interface TestOutcome {
  /** test that failed first, `file: name`; absent: none did */
  readonly failed?: string;
  /** what kept a file from running, or the mutation from being reached */
  readonly broken: readonly string[];
  readonly passed: number;
}

const root = fileURLToPath(packageRoot);

/**
 * Runs test files until the first failure, in their order and with a fixed seed for random designs. A mutation is put into the
 * module while it is loaded: no file is written or copied.
 */
export async function runTests(files: readonly string[], mutation?: Mutation): Promise<TestOutcome> {
  let reached = mutation === undefined;
  const exitCode = process.exitCode;
  const vitest = await startVitest(
    'test',
    [],
    {
      root,
      config: false,
      watch: false,
      cache: false,
      bail: 1,
      include: files.map((file) => `test/${file}`),
      exclude: ['**/*.system.test.ts', 'test/studies/**'],
      setupFiles: [fileURLToPath(new URL('fixed-seed.ts', import.meta.url))],
      reporters: [{}],
      pool: 'threads',
      isolate: false,
      maxWorkers: 1,
      testTimeout: 60_000,
    },
    {
      plugins: [
        {
          name: 'mutation',
          enforce: 'pre',
          transform(code, id) {
            if (!mutation || id.split('?')[0] !== `${root}src/${mutation.file}`) return undefined;
            reached = true;
            return mutated(mutation, code);
          },
        },
      ],
    },
  );
  const modules = vitest.state.getTestModules();
  await vitest.close();
  process.exitCode = exitCode;
  const failed = modules.flatMap(failures)[0];
  const broken = modules.flatMap((module) => module.errors().map(({ message }) => message));
  if (modules.length === 0) broken.push(`no test file matches ${files.join(', ')}`);
  if (!reached) broken.push(`the tests never load src/${mutation?.file}`);
  return {
    ...(failed === undefined ? {} : { failed }),
    broken,
    passed: modules.flatMap((module) => [...module.children.allTests('passed')]).length,
  };
}

function failures(module: TestModule): string[] {
  return [...module.children.allTests('failed')].map(
    ({ fullName }) => `${module.moduleId.slice(`${root}test/`.length)}: ${fullName}`,
  );
}
