import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordFiles } from '../../scripts/make-records.ts';
import * as schema from '../../src/index.ts';

const folder = join(import.meta.dirname, '../../src/records');

test('the generated files are those of the definitions (run scripts/make-records.ts if not)', () => {
  const made = recordFiles();
  expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort());
  for (const [name, text] of made) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
});

test('the package exports every record schema and every code enum', () => {
  const names = [...recordFiles().values()].flatMap((text) =>
    [...text.matchAll(/^export const (\w+)/gm)].map((match) => match[1]),
  );
  expect(names.length).toBeGreaterThan(80);
  expect(Object.keys(schema)).toEqual(expect.arrayContaining(names));
});

test('an enum of codes has the codes of its list, in their order', () => {
  expect(schema.Province.options).toEqual(schema.codeLists.province?.codes.map((c) => c.code));
  expect(schema.Icse18.options).toEqual(schema.codeLists.icse_18?.codes.map((c) => c.code));
});
