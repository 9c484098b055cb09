import { defineConfig } from 'vitest/config';

const conditions = ['@wavebook/source', 'module', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'pipelines/*/test/**/*.test.ts'],
    exclude: ['**/*.system.test.ts', '**/node_modules/**'],
    // laws are tried on the same cases in every run, so that a failure is one of the change
    setupFiles: ['packages/survey-stats/studies/fixed-seed.ts'],
    maxWorkers: 2,
    // files of a worker share loaded modules: half the time, and no test changes what another reads
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
