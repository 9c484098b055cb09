import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const rooms = ['packages', 'pipelines'].flatMap((kind) =>
  readdirSync(join(root, kind)).map((name) => `${kind}/${name}`),
);
const readmeOf = (room: string): string => {
  try {
    return readFileSync(join(root, room, 'README.md'), 'utf8');
  } catch {
    return '';
  }
};
const blocks = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, tag, code]) =>
    tag === language ? [code ?? ''] : [],
  );

const CHECKED = /^(?:const (\w+) = .+|(?!import |const )(.+?));\s*\/\/ (.+)$/;

/** The example with every line that ends in `// value` followed by a report of what it gave and what the README says. */
function instrumented(code: string): string {
  const lines = code.split('\n').map((line) => {
    const [, name, expression, value] = CHECKED.exec(line) ?? [];
    if (value === undefined) return line;
    const said = `${JSON.stringify(line)}, (${name ?? expression}), (${value})`;
    return name === undefined ? `report(${said});` : `${line}\nreport(${said});`;
  });
  return `const reports = [];\nconst report = (line, got, said) => { reports.push({ line, got: JSON.stringify(got), said: JSON.stringify(said) }); };\n${lines.join('\n')}\n(await import('node:fs')).writeFileSync(process.argv[2], JSON.stringify(reports));\n`;
}

interface Report {
  readonly line: string;
  readonly got?: string;
  readonly said?: string;
}

let folder = '';
const run = async (name: string, code: string): Promise<Report[]> => {
  const [script, out] = [join(folder, `${name}.mts`), join(folder, `${name}.json`)];
  writeFileSync(script, `// @ts-nocheck\n${instrumented(code)}`);
  const words = ['--conditions=@wavebook/source', '--import', import.meta.resolve('tsx'), script, out];
  await promisify(execFile)(process.execPath, words, { cwd: folder });
  return JSON.parse(readFileSync(out, 'utf8'));
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(rooms)('%s/README.md says in one sentence what it is for, and shows an example', (room) => {
  const markdown = readmeOf(room);
  expect(markdown).toMatch(/^# \S.*\n\n[A-Z].*\.\n/);
  expect(blocks(markdown, 'ts').length + blocks(markdown, 'sh').length).toBeGreaterThan(0);
});

const withExamples = rooms.filter((room) => blocks(readmeOf(room), 'ts').length > 0);

it.each(withExamples)('%s/README.md: its examples give what they say', async (room) => {
  for (const [i, code] of blocks(readmeOf(room), 'ts').entries()) {
    const reports = await run(`${room.replace('/', '-')}-${i}`, code);
    expect(reports.length, code).toBeGreaterThan(0);
    for (const { line, got, said } of reports) expect([line, got]).toEqual([line, said]);
  }
});

it('every package but the command shows what it gives', () => {
  const silent = rooms.filter((room) => room.startsWith('packages/') && !withExamples.includes(room));
  expect(silent).toEqual(['packages/cli']);
});

const documents = [
  ...rooms.map((room) => `${room}/README.md`),
  'README.md',
  'README.zh.md',
  'CONTRIBUTING.md',
];
const scriptsIn = (folder: string): Record<string, string> =>
  (
    JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
      scripts?: Record<string, string>;
    }
  ).scripts ?? {};
/** Scripts that a command can name: of a package, or those at the root and of the document's own package. */
const scriptsOf = (place: string): Record<string, string> =>
  place.endsWith('.md')
    ? { ...scriptsIn(''), ...(place.includes('/') ? scriptsIn(dirname(place)) : {}) }
    : scriptsIn(`packages/${place}`);
const binaries = new Set(readdirSync(join(root, 'node_modules/.bin')));
const help = new Map<string, Promise<string>>();
const helpOf = (command: string): Promise<string> => {
  const words = [join(root, 'packages/cli/bin/wavebook.js'), ...(command === '' ? [] : [command]), '--help'];
  if (!help.has(command))
    help.set(
      command,
      new Promise((resolve) => execFile(process.execPath, words, (_, stdout) => resolve(stdout))),
    );
  return help.get(command) as Promise<string>;
};

describe('the commands in the documents', () => {
  it.each(documents)('%s: every script, program and option exists', async (document) => {
    const text = readFileSync(join(root, document), 'utf8');
    const runs = text.matchAll(
      /\bnpm (?:-w @wavebook\/([\w-]+) )?run ([\w:-]+)(?: -w @wavebook\/([\w-]+))?/g,
    );
    for (const [, before, name = '', after] of runs)
      expect(scriptsOf(before ?? after ?? document)).toHaveProperty([name]);
    for (const [, name = ''] of text.matchAll(/\bnpx (?:--no )?([a-z][\w-]*)/g))
      expect([...binaries, 'wavebook']).toContain(name);
    const calls = text.replaceAll('\\\n', ' ').matchAll(/npx --no wavebook ([a-z-]+)([^\n`|]*)/g);
    for (const [, command = '', rest = ''] of calls) {
      expect(await helpOf('')).toMatch(new RegExp(`^\\s+${command}\\b`, 'm'));
      for (const [option] of rest.matchAll(/--[a-z-]+/g))
        if (option !== '--help') expect(await helpOf(command)).toContain(option);
    }
    for (const [, path = ''] of text.matchAll(/(?<!!)\[[^\]]*\]\(([^)#:]+)\)/g))
      expect([
        path,
        readdirSync(join(root, document, '..', path, '..')).includes(path.split('/').at(-1) ?? ''),
      ]).toEqual([path, true]);
  });
});
