import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const rooms = ['packages', 'pipelines'].flatMap((kind) =>
  readdirSync(join(root, kind)).map((name) => `${kind}/${name}`),
);
const published = (room: string): string => {
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
  return `const reports = [];\nconst report = (line, got, said) => { reports.push({ line, got: JSON.stringify(got), said: JSON.stringify(said) }); };\n${lines.join('\n')}\nprocess.stdout.write(JSON.stringify(reports));\n`;
}

interface Report {
  readonly line: string;
  readonly got?: string;
  readonly said?: string;
}

let folder = '';
const run = (name: string, code: string): Promise<Report[]> => {
  const path = join(folder, `${name}.mts`);
  writeFileSync(path, `// @ts-nocheck\n${instrumented(code)}`);
  const words = ['--conditions=@wavebook/source', '--import', import.meta.resolve('tsx'), path];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { cwd: folder }, (error, stdout, stderr) =>
      error ? reject(new Error(stderr)) : resolve(JSON.parse(stdout.slice(stdout.lastIndexOf('[{')) || '[]')),
    );
  });
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(rooms)('%s/README.md', (room) => {
  const markdown = published(room);

  it('says in one sentence what the room is for, and shows an example', () => {
    expect(markdown).toMatch(/^# \S.*\n\n[A-Z].*\.\n/);
    expect(blocks(markdown, 'ts').length + blocks(markdown, 'sh').length).toBeGreaterThan(0);
  });

  it.runIf(blocks(markdown, 'ts').length > 0)('gives what its examples say', async () => {
    for (const [i, code] of blocks(markdown, 'ts').entries()) {
      const reports = await run(`${room.replace('/', '-')}-${i}`, code);
      expect(reports.length, code).toBeGreaterThan(0);
      for (const { line, got, said } of reports) expect([line, got]).toEqual([line, said]);
    }
  });
});

const documents = [
  ...rooms.map((room) => `${room}/README.md`),
  'README.md',
  'README.zh.md',
  'CONTRIBUTING.md',
];
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
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
    for (const [, name = ''] of text.matchAll(/\bnpm run ([\w:-]+)/g)) expect(scripts).toHaveProperty([name]);
    for (const [, name = ''] of text.matchAll(/\bnpx (?:--no )?([a-z][\w-]*)/g))
      expect([...binaries, 'wavebook']).toContain(name);
    const calls = text.replaceAll('\\\n', ' ').matchAll(/npx --no wavebook ([a-z-]+)([^\n`|]*)/g);
    for (const [, command = '', rest = ''] of calls) {
      expect(await helpOf('')).toMatch(new RegExp(`^\\s+${command}\\b`, 'm'));
      for (const [option] of rest.matchAll(/--[a-z-]+/g))
        if (option !== '--help') expect(await helpOf(command)).toContain(option);
    }
    for (const [, path = ''] of text.matchAll(/\]\(([^)#:]+)\)/g))
      expect([
        path,
        readdirSync(join(root, document, '..', path, '..')).includes(path.split('/').at(-1) ?? ''),
      ]).toEqual([path, true]);
  });
});
