import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '@wavebook/schema';
import { readEstimates, readProgrammeFigures } from '@wavebook/tables';
import { expect, test } from 'vitest';
import { wrongNumbers } from './wrong-numbers.ts';

const data = join(import.meta.dirname, '../../../data');
const folder = join(data, 'programme');

/** The files of `data/programme` as `npm run whitebook` made them. */
const files = new Map(
  (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest).files.map(
    ({ path }) =>
      [
        path,
        /\.(png|docx|xlsx)$/.test(path)
          ? readFileSync(join(folder, path))
          : readFileSync(join(folder, path), 'utf8'),
      ] as const,
  ),
);

test('every output says the numbers of the data files, and none that may not be shown', async () => {
  const topics = readdirSync(join(data, 'estimates'));
  const evidence = await Promise.all(
    topics.map((topic) => readEstimates(join(data, 'estimates', topic, 'estimates.csv'))),
  );
  const { checked, wrong } = await wrongNumbers(files, evidence.flat());
  expect(wrong).toEqual([]);
  expect(Object.values(checked).every((count) => count > 100)).toBe(true);
});

test('no change is shown of which a group may not be: the withheld number would follow from it', async () => {
  const estimates = new Map((await readEstimates(join(folder, 'estimates.csv'))).map((row) => [row.id, row]));
  const changes = await readProgrammeFigures(join(folder, 'changes.csv'));
  const shown = changes.filter(({ id, suppressed }) => !suppressed && id.includes('.repeated_sample.pilot'));
  expect(shown.length).toBeGreaterThan(50);
  for (const { id, indicator, waves } of shown) {
    const [, , instrument, population, domain, level] = id.split('.');
    for (const wave of waves.split(' ').map((name) => name.split('/')[1])) {
      const where = domain === 'all' ? 'programme:arm' : `programme:arm:${domain}`;
      const own = `${population}:pilot${domain === 'all' ? '' : `:${level}`}`;
      const side = estimates.get(`${indicator}.level.${instrument}.${wave}.${where}.${own}.weighted`);
      expect(side?.suppressed, id).toBe(false);
    }
  }
});

test('every number of the pages has its trace', () => {
  for (const lang of ['zh', 'en']) {
    const page = files.get(`programme.${lang}.html`) as string;
    const traced = new Set([...page.matchAll(/<li id="t:([^"]+)"/g)].map(([, id]) => id));
    const shown = new Set([...page.matchAll(/<t[dh][^>]* data-id="([^"]+)"/g)].map(([, id]) => id));
    expect([...shown].filter((id) => !traced.has(id))).toEqual([]);
    expect(shown.size).toBeGreaterThan(1000);
  }
});
