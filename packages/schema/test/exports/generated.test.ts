import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../scripts/generated-files.ts';

const folder = join(import.meta.dirname, '../../generated');
const committed = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  )
  .sort();

test('generated/ is current: npm run generate -w @wavebook/schema gives the same files and bytes', () => {
  const made = generatedFiles();
  expect(made.map(({ path }) => path).sort()).toEqual(committed);
  const stale = made.filter(({ path, text }) => readFileSync(join(folder, path), 'utf8') !== text);
  expect(stale.map(({ path }) => path)).toEqual([]);
});
