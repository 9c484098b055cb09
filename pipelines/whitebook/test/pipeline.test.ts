import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { runBook, type TurboRun } from './copied-repository.ts';
import { hostile, makeHostile } from './hostile-wave.ts';
import { smallRepository } from './small-repository.ts';
import { kinds, wrongNumbers } from './walk/wrong-numbers.ts';

const everyTask = [
  'clean:data:clean',
  'employment:data:chart',
  'employment:data:estimate',
  'insurance:data:chart',
  'insurance:data:estimate',
  'integration:data:chart',
  'integration:data:estimate',
  'mobility:data:chart',
  'mobility:data:estimate',
  'services:data:chart',
  'services:data:estimate',
  'weight:data:weight',
  'whitebook:data:book',
];

const hashes = (root: string): Map<string, string> => {
  const found = new Map<string, string>();
  for (const stage of ['clean', 'weighted', 'estimates', 'charts', 'whitebook'])
    for (const entry of readdirSync(join(root, 'data', stage), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile())
        found.set(relative(root, path), createHash('sha256').update(readFileSync(path)).digest('hex'));
    }
  return found;
};

/** A figure of shares of the employment chapter, in words. */
const alternativeText = (root: string): string =>
  readdirSync(join(root, 'data/charts/employment')).find((name) =>
    name.endsWith('trend.en.alt.txt'),
  ) as string;

describe('the data pipeline, on two small synthetic waves, one of them hostile, and six charts a chapter', {
  timeout: 240_000,
}, () => {
  let root: string;
  let first: TurboRun;
  let made: Map<string, string>;

  beforeAll(async () => {
    root = smallRepository(['2016', '2017'], 6);
    await makeHostile(root, '2016');
    first = runBook(root);
    made = hashes(root);
  }, 240_000);

  test('goes from raw waves to the book', () => {
    expect(first.output).toContain(`${everyTask.length} successful, ${everyTask.length} total`);
    expect(first.executed).toEqual(everyTask);
    for (const topic of ['employment', 'insurance', 'services', 'mobility', 'integration'])
      expect(made.has(`data/estimates/${topic}/estimates.csv`)).toBe(true);
    for (const lang of ['zh', 'en']) {
      expect(made.has(`data/whitebook/index.${lang}.html`)).toBe(true);
      expect(made.has(`data/whitebook/whitebook.${lang}.docx`)).toBe(true);
      for (const kind of ['svg', 'png', 'vl.json'])
        expect(
          [...made.keys()].filter((path) => path.endsWith(`.${lang}.${kind}`)).length,
        ).toBeGreaterThanOrEqual(20);
    }
  });

  test('labels of a raw wave stand in the book as text: no markup, no formula, nothing turned', () => {
    const read = (name: string): Buffer => readFileSync(join(root, 'data/whitebook', name));
    const escaped = hostile.markup
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
    for (const lang of ['zh', 'en']) {
      const page = read(`index.${lang}.html`).toString();
      expect(page).toContain(escaped);
      expect(page).toContain(hostile.long);
      expect(page).not.toMatch(/<script|<img|[\u202a-\u202e\u2066-\u2069]/);
    }
    for (const name of ['whitebook.zh.docx', 'whitebook.en.docx', 'tables.xlsx'])
      for (const [path, part] of Object.entries(unzipSync(read(name)))) {
        if (!path.endsWith('.xml')) continue;
        const xml = new TextDecoder().decode(part);
        expect(xml, `${name} ${path}`).not.toMatch(/<script|<img|<f>|[\u202a-\u202e\u2066-\u2069]/);
      }
  });

  test('no number in any output differs from the estimates, none that is withheld is there; a changed one is found', async () => {
    const { checked, wrong } = await wrongNumbers(root);
    expect(wrong).toEqual([]);
    for (const kind of kinds) expect(checked[kind], kind).toBeGreaterThan(20);
    const files = [
      join(root, 'data/whitebook/index.zh.html'),
      join(root, 'data/charts/employment', alternativeText(root)),
    ] as const;
    const [page, words] = files.map((path) => readFileSync(path, 'utf8')) as [string, string];
    const [, id = '', shown = ''] =
      /<td class="figure" data-id="([^"]+)"><a [^>]*>([\d.]+)<\/a>/.exec(page) ?? [];
    writeFileSync(files[0], page.replace(`>${shown}</a>`, `>${(Number(shown) + 0.1).toFixed(1)}</a>`));
    writeFileSync(files[1], words.replace(/\d+\.\d%/, '12.34%'));
    const found = (await wrongNumbers(root)).wrong.join('\n');
    expect(found).toContain(id);
    expect(found).toContain('alternative text: 12.34');
    files.forEach((path, i) => {
      writeFileSync(path, [page, words][i] as string);
    });
  });

  test('a second run is all cached, also after a test and a raw neighbour changed', () => {
    appendFileSync(join(root, 'packages/survey-stats/test/survey-mean.test.ts'), '\n// a remark\n');
    appendFileSync(join(root, 'README.md'), '\nA remark.\n');
    const again = runBook(root);
    expect(again.executed).toEqual([]);
    expect([again.cached, again.total]).toEqual([everyTask.length, everyTask.length]);
  });

  test('a forced run gives the same bytes', () => {
    const forced = runBook(root, '--force');
    expect(forced.executed).toEqual(everyTask);
    expect(hashes(root)).toEqual(made);
  });

  test('deleted outputs come back from the cache', () => {
    rmSync(join(root, 'data/whitebook'), { recursive: true });
    rmSync(join(root, 'data/charts/services'), { recursive: true });
    expect(runBook(root).executed).toEqual([]);
    expect(hashes(root)).toEqual(made);
  });

  test('a remark in the cleaning code reruns cleaning alone', () => {
    appendFileSync(join(root, 'pipelines/clean/src/derive.ts'), '\n// a remark\n');
    expect(runBook(root).executed).toEqual(['clean:data:clean']);
    expect(hashes(root)).toEqual(made);
  });

  test('a broken raw file stops the run and leaves every output as it was', () => {
    const folder = join(root, 'data/synthetic/monitoring/2017');
    const name = readdirSync(folder).find((file) => file.startsWith('cmds2017')) as string;
    appendFileSync(join(folder, name), '1,2');
    const run = runBook(root);
    expect(run.status).not.toBe(0);
    expect(run.output).toMatch(/cmds2017a卷（合成数据）\.dta: is not the file that snapshot\.json recorded/);
    expect(hashes(root)).toEqual(made);
  });

  test('a removed wave leaves the book', () => {
    rmSync(join(root, 'data/synthetic/monitoring/2017'), { recursive: true });
    const run = runBook(root);
    expect(run.output).toContain(`${everyTask.length} successful, ${everyTask.length} total`);
    expect(existsSync(join(root, 'data/clean/monitoring/2016'))).toBe(true);
    for (const lang of ['zh', 'en']) {
      const page = readFileSync(join(root, `data/whitebook/index.${lang}.html`), 'utf8');
      expect(page).toContain('>2016<');
      expect(page).not.toMatch(/\.monitoring\.2017\.|cmds2017/);
    }
  });
});
