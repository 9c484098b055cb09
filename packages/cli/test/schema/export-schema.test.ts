import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportFiles, exportFormats } from '@wavebook/schema/exports';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../src/index.ts';

let folder = '';
let said: string[] = [];
let wrong: string[] = [];
const home = process.cwd();

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'schema 导出 (1) ')));
  said = [];
  wrong = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void wrong.push(line));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => wrong.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const files = (under: string): string[] =>
  readdirSync(under, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(under.length + 1))
    .sort();
const run = (...words: string[]): Promise<number> => runCommandLine(['schema', 'export', ...words]);

describe('wavebook schema export', () => {
  it.each(exportFormats)(
    '--format %s writes the files of the format, the same bytes twice',
    async (format) => {
      const out = join(folder, '新', format);
      for (let time = 0; time < 2; time++) {
        expect(await run('--format', format, '--out', out), wrong.join('\n')).toBe(0);
        const expected = exportFiles(format);
        expect(files(out)).toEqual(expected.map(({ path }) => path).sort());
        for (const { path, text } of expected)
          expect(readFileSync(join(out, path), 'utf8') === text).toBe(true);
      }
      expect(said.at(-1)).toBe(`${files(out).length} files in ${out}`);
      expect(readdirSync(join(folder, '新'))).toEqual([format]);
    },
  );

  it('one instrument alone replaces an earlier export of it', async () => {
    const out = join(folder, 'ddi');
    expect(await run('--format', 'ddi', '--instrument', 'baseline-worker', '--out', out)).toBe(0);
    expect(files(out)).toEqual(['baseline-worker.ddi.xml']);
    expect(said).toEqual([`1 file in ${out}`]);
  });

  it.each([
    [[], /expected --format with one of json-schema, table-schema, ddi, csvw, sdmx, codebook/],
    [['--format', 'json'], /--format "json" does not exist; did you mean "json-schema"/],
    [
      ['--format', 'ddi', '--instrument', 'monitorin'],
      /--instrument "monitorin" does not exist; did you mean "monitoring"/,
    ],
    [['--format', 'ddi', '--out', ''], /expected a folder after --out/],
    [['--format', 'ddi', '--oot', 'x'], /unknown option '--oot'/],
  ])('a wrong call %j ends with 2, says why, and writes nothing', async (words, message) => {
    process.chdir(folder);
    try {
      expect(await run(...words)).toBe(2);
    } finally {
      process.chdir(home);
    }
    expect(wrong.join('\n')).toMatch(message);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a folder with other files in it, or a file, is left as it is', async () => {
    const out = join(folder, 'mine');
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.docx'), 'x');
    expect(await run('--format', 'ddi', '--out', out)).toBe(2);
    expect(wrong.join('\n')).toMatch(
      /holds 1 file that this export does not write, such as "thesis.docx"; nothing was changed/,
    );
    expect(await run('--format', 'ddi', '--out', join(out, 'thesis.docx'))).toBe(2);
    expect(files(folder)).toEqual(['mine/thesis.docx']);
  });

  it('without --out it writes a folder with the name of the format', async () => {
    process.chdir(folder);
    try {
      expect(await run('--format', 'sdmx')).toBe(0);
    } finally {
      process.chdir(home);
    }
    expect(readdirSync(folder)).toEqual(['sdmx']);
  });
});
