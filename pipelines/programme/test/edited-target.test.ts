import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CostAssumptions } from '@wavebook/schema';
import { afterAll, expect, test } from 'vitest';
import { readFramework } from '../src/framework/read-framework.ts';
import { readYaml } from '../src/framework/read-yaml.ts';
import { type Gathered, gather } from '../src/gather.ts';
import { programmeBlocks } from '../src/pages/document.ts';
import { definitions } from '../src/survey/definition.ts';
import { writeProgramme } from '../src/write-programme.ts';
import { partsOf } from './parts-of-output.ts';
import { community, smallRound } from './small-survey.ts';
import { wrongNumbers } from './wrong-numbers.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-'));
afterAll(() => rmSync(folder, { recursive: true }));
const known = await definitions();
const at = (name: string) => new URL(`../framework/${name}`, import.meta.url);
const text = readFileSync(at('illustrative.yaml'), 'utf8');
const target = '- indicator: "2.c"\n      value: 0.35';

/** Twelve communities of ten in each arm; of those of the pilot arm so many say yes. */
const round = (name: string, yes: readonly number[]) =>
  smallRound(
    name,
    yes.flatMap((count, i) => [
      ...community(`p${i}`, 'pilot', `${'y'.repeat(count)}${'n'.repeat(10 - count)}`),
      ...community(`c${i}`, 'comparison', i % 2 === 0 ? 'yyynnnnnnn' : 'yyyynnnnnn'),
    ]),
  );

/** What the programme says with the illustrative framework as given. */
async function gathered(illustrative: string): Promise<Gathered> {
  const path = join(folder, 'illustrative.yaml');
  writeFileSync(path, illustrative);
  const { value: assumptions } = await readYaml(
    at('cost-assumptions.yaml').pathname,
    'cost-assumptions.yaml',
    CostAssumptions,
  );
  return gather(
    {
      known,
      frameworks: [
        await readFramework(at('undp.yaml').pathname, 'undp.yaml', known),
        await readFramework(path, 'illustrative.yaml', known),
      ],
      assumptions,
      provinces: [],
      surveys: new Map([
        [
          'baseline-worker',
          {
            before: round('2009-baseline', [3, 2, 3, 4, 3, 2, 3, 4, 3, 3, 2, 4]),
            after: round('2011-endline', [6, 5, 6, 7, 6, 6, 5, 7, 6, 6, 5, 7]),
            between: [],
          },
        ],
      ]),
      async *monitoring() {},
      beside: undefined,
      quality: [],
    },
    () => {},
  );
}

/** Everything that is written, by path. */
async function made(illustrative: string): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  await writeProgramme(await gathered(illustrative), [], {
    write: async (name, content) => void files.set(name, content),
    log: () => {},
  });
  return files;
}

const before = await made(text);
const after = await made(text.replace(target, '- indicator: "2.c"\n      value: 0.9'));

/** Parts of an output (lines of a text, cells of tables) that differ. */
async function changed(name: string): Promise<[before: string, after: string][]> {
  const [one, two] = await Promise.all(
    [before, after].map((files) => partsOf(name, files.get(name) as string | Uint8Array)),
  );
  expect(two, name).toHaveLength(one?.length ?? 0);
  return (one ?? []).flatMap((part, i): [string, string][] =>
    part === two?.[i] ? [] : [[part, two?.[i] as string]],
  );
}

test('an edited target changes its cell, its status and its trace in every output, and nothing else', async () => {
  expect(text).toContain(target);
  expect([...after.keys()]).toEqual([...before.keys()]);
  const pages = ['programme.zh.html', 'programme.en.html'];
  const documents = ['programme.zh.docx', 'programme.en.docx'];
  const touched = ['status.csv', ...pages, ...documents, 'programme.xlsx'];
  expect([...before.keys()].some((name) => name.endsWith('.png'))).toBe(true);
  for (const [name, content] of before)
    if (!touched.includes(name)) expect(after.get(name), name).toEqual(content);

  const [status, ...others] = await changed('status.csv');
  expect(others).toEqual([]);
  expect(status?.[0]).toMatch(/^status\.illustrative\.2\.c,.*,met,/);
  expect(status?.[1]).toMatch(/^status\.illustrative\.2\.c,.*,behind,/);

  const words = {
    zh: [
      ['35.0', '90.0'],
      ['已达到', '落后'],
    ],
    en: [
      ['35.0', '90.0'],
      ['met', 'behind'],
    ],
  };
  for (const lang of ['zh', 'en'] as const) {
    const [cells, trace] = [await changed(`programme.${lang}.docx`), await changed(`programme.${lang}.html`)];
    expect(cells).toEqual(words[lang]);
    expect(trace.slice(0, 2)).toEqual(words[lang]);
    expect(trace).toHaveLength(3);
    expect(trace[2]?.[1]).toContain('90.0%');
    expect(trace[2]?.[1]).toMatch(/illustrative\.yaml line \d+$/);
    expect(trace[2]?.[1]).toContain(words[lang][1]?.[1]);
  }
  expect(await changed('programme.xlsx')).toEqual([
    ['0.35', '0.9'],
    ['已达到 met', '落后 behind'],
  ]);
});

test('a target in between cannot be told', async () => {
  const { frameworks } = await gathered(text.replace(target, '- indicator: "2.c"\n      value: 0.6'));
  expect(frameworks[1]?.judged.find(({ indicator }) => indicator.id === '2.c')?.status).toBe('cannot_tell');
});

test('“no numeric target in source” and the mark of illustrative targets stand wherever they should', () => {
  for (const [lang, noNumber, mark] of [
    ['zh', '资料中无数值目标', '示例'],
    ['en', 'no numeric target in source', 'ILLUSTRATIVE'],
  ] as const) {
    const page = before.get(`programme.${lang}.html`) as string;
    const sections = new Map(
      page.split('<section class="').map((part) => [/id="([^"]+)"/.exec(part)?.[1] ?? '', part]),
    );
    const rows = (section: string) => sections.get(section)?.match(new RegExp(noNumber, 'g'))?.length ?? 0;
    expect(rows('undp')).toBeGreaterThanOrEqual(39);
    expect(rows('illustrative')).toBe(0);
    expect(sections.get('illustrative')?.split(mark).length).toBeGreaterThan(3);
    expect(page.slice(0, page.indexOf('<main'))).toContain(mark);
  }
});

test('every output says the numbers of the estimates, and none that may not be shown; a changed one is found', async () => {
  const { checked, wrong } = await wrongNumbers(before);
  expect(wrong).toEqual([]);
  for (const kind of ['page', 'trace', 'document', 'sheet', 'chart'] as const)
    expect(checked[kind], kind).toBeGreaterThan(0);
  const page = before.get('programme.en.html') as string;
  const [cell = '', id = '', shown = ''] =
    /<td class="estimate" data-id="([^"]+)"><a [^>]*>([\d.]+)<\/a>/.exec(page) ?? [];
  const wrongPage = page.replace(cell, cell.replace(`>${shown}<`, `>${(Number(shown) + 0.1).toFixed(1)}<`));
  const again = await wrongNumbers(new Map([...before, ['programme.en.html', wrongPage]]));
  expect(again.wrong.join('\n')).toContain(id);
});

test('weights that were not calibrated give no numbers of people and no amounts, and the pages say why', async () => {
  const own = await gathered(text);
  const { wave } = smallRound('2011-endline', []);
  const blocks = programmeBlocks(
    { ...own, totals: { wave: { ...wave, instrument: 'monitoring', wave: '2018' }, calibrated: false } },
    new Map(),
    'en',
  );
  for (const id of ['indices', 'cost']) {
    const section = JSON.stringify(blocks.find((block) => block.kind === 'section' && block.id === id));
    expect(section).toContain('The weights of Monitoring survey 2018 are not calibrated');
    expect(section).not.toContain('"table"');
  }
});
