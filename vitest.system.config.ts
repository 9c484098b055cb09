import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Tests that need Debian’s packages: R with survey and haven, PSPP, pandas, Chromium, LibreOffice, pdftotext, xmllint, jsonschema for Python. */
export default defineConfig({
  ...base,
  test: {
    include: ['packages/*/test/**/*.system.test.ts', 'pipelines/*/test/**/*.system.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
