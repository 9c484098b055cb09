import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { committedFiles, committedFormats } from '../../scripts/generated-files.ts';

const folder = join(import.meta.dirname, '../../generated');
const found = (format: string): string[] =>
  existsSync(join(folder, format))
    ? readdirSync(join(folder, format), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
    : [];

test('generated/ is current: npm run generate -w @wavebook/schema gives the same files and bytes', () => {
  const made = committedFiles();
  expect(committedFormats.flatMap(found).sort()).toEqual(made.map(({ path }) => path).sort());
  const stale = made.filter(({ path, text }) => readFileSync(join(folder, path), 'utf8') !== text);
  expect(stale.map(({ path }) => path)).toEqual([]);
});

test('what is committed is small: under two megabytes', () => {
  const bytes = committedFiles().reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThan(2_000_000);
});
