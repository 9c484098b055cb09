import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runStage } from '@wavebook/stage';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STAGE_FOLDERS } from '../../src/purge/plan.ts';
import { purge } from '../../src/purge/purge.ts';
import { cacheFolders } from '../../src/purge/turbo-cache.ts';

const yes = { yes: true, terminal: false };
let root = '';
let said: string[] = [];

const put = (path: string, text = 'x'): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const files = (): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((e) => !e.isDirectory())
    .map((e) => join(e.parentPath, e.name).slice(root.length + 1))
    .sort();
const manifest = (synthetic: boolean): string =>
  JSON.stringify({ stage: 'x', files: [], inputs: [], notes: [], waves: [{ synthetic }] });
const cacheEntry = (hash: string, ...paths: string[]): void => {
  put(
    `.turbo/cache/${hash}-manifest.json`,
    JSON.stringify({ files: Object.fromEntries(paths.map((p) => [p, {}])) }),
  );
  put(`.turbo/cache/${hash}-meta.json`);
  put(`.turbo/cache/${hash}.tar.zst`);
};

const committed = [
  'data/controls/monitoring/2017.csv',
  'data/published/a.csv',
  'data/synthetic/monitoring/2017/snapshot.json',
  'turbo.json',
];
const cachedBuild = ['-manifest.json', '-meta.json', '.tar.zst'].map(
  (end) => `.turbo/cache/${'b'.repeat(16)}${end}`,
);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'purge 清 ')));
  for (const path of committed)
    put(path, '{"outputs": ["$TURBO_ROOT$/data/clean/**", "$TURBO_ROOT$/data/charts/employment/**"]}');
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => vi.restoreAllMocks());

/** A working copy in which synthetic waves were run: whatever purge takes of it, it takes of a real one. */
const runFolder = (synthetic: boolean): void => {
  put('data/clean/manifest.json', manifest(synthetic));
  put('data/clean/monitoring/2018/issues.csv');
  put('data/charts/employment/manifest.json', manifest(synthetic));
  cacheEntry('a'.repeat(16), 'pipelines/clean/.turbo/log', 'data/clean/monitoring/2018/issues.csv');
  cacheEntry('b'.repeat(16), 'packages/schema/dist/index.js');
  put('pipelines/clean/.turbo/turbo-data.log');
};

describe('purge', () => {
  it('says so when there is nothing to remove, and takes nothing of synthetic waves', async () => {
    runFolder(true);
    const before = files();
    await purge(root, { yes: false, terminal: false });
    expect(said).toEqual([expect.stringMatching(/^Nothing to remove/)]);
    expect(files()).toEqual(before);
  });

  it('does not mind a repository without data', async () => {
    root = mkdtempSync(join(tmpdir(), 'purge-'));
    await purge(root, yes);
    expect(files()).toEqual([]);
  });

  it.each([
    ['a real wave under data/raw', () => put('data/raw/monitoring/2018/cmds.csv', 'id\n1\n'), true],
    [
      'a manifest that lists a real wave',
      () => put('data/charts/employment/manifest.json', manifest(false)),
      true,
    ],
    ['a manifest that cannot be read', () => put('data/clean/manifest.json', '{'), true],
    ['a stage folder without manifest', () => put('data/programme/x.csv'), true],
    ['real waves in earlier runs, taken away by hand', () => put('data/.real-waves'), true],
  ])('%s: removes raw, stages, leftovers and cached stages, nothing else', async (_, make) => {
    runFolder(true);
    put('data/.clean-failed/issues-monitoring-2018.csv');
    put('data/.data-clean.building/monitoring/2018/respondents.arrow');
    put(`.turbo/cache/.${'a'.repeat(16)}.tar.zst.77.0.tmp`);
    put(`.turbo/cache/${'c'.repeat(16)}.tar.zst`);
    make();
    await purge(root, yes);
    expect(files()).toEqual([...cachedBuild, ...committed].sort());
    expect(said[0]).toMatch(/data\/\S+ .*\d files, .* B/);
    expect(said.join()).toContain('cannot be told apart');
    await purge(root, { yes: false, terminal: false });
    expect(said.at(-1)).toMatch(/^Nothing to remove/);
  });

  it('takes leftovers of killed runs even where nothing else is real', async () => {
    runFolder(true);
    const before = files();
    put('data/.data-clean.old/monitoring/2018/respondents.arrow');
    await purge(root, yes);
    expect(files()).toEqual(before);
  });

  it('removes a link, not what it points to', async () => {
    const disk = mkdtempSync(join(tmpdir(), 'disk-'));
    writeFileSync(join(disk, 'cmds.csv'), 'id\n1\n');
    mkdirSync(join(root, 'data/raw/monitoring'), { recursive: true });
    symlinkSync(disk, join(root, 'data/raw/monitoring/2018'));
    await purge(root, yes);
    expect(said[0]).toMatch(/data\/raw .*1 links \(what they point to stays\)/);
    expect(existsSync(join(root, 'data/raw'))).toBe(false);
    expect(readFileSync(join(disk, 'cmds.csv'), 'utf8')).toBe('id\n1\n');
  });

  it('refuses without --yes where nobody can be asked, and lists names and counts only', async () => {
    put('data/raw/monitoring/2018/张三 13800000000.csv', 'id\n910000001\n');
    const before = files();
    await expect(purge(root, { yes: false, terminal: false })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('--yes'),
    });
    expect(files()).toEqual(before);
    expect(said.join('\n')).toMatch(/data\/raw\s+1 files, 13 B/);
    expect(said.join('\n')).not.toMatch(/910000001|张三/);
  });

  it('refuses while a stage is running, naming its process, and takes over a lock of an ended one', async () => {
    put('data/raw/monitoring/2018/cmds.csv');
    const stage = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    put('data/.data-clean.lock', `${stage.pid}\n`);
    const before = files();
    await expect(purge(root, yes)).rejects.toMatchObject({
      name: 'DataError',
      message: expect.stringContaining(`process ${stage.pid} `),
    });
    expect(files()).toEqual(before);
    const ended = new Promise((resolve) => stage.once('exit', resolve));
    stage.kill('SIGKILL');
    await ended;
    await purge(root, yes);
    expect(files()).toEqual(committed);
  });

  it('knows of real waves that a stage has seen, after raw and outputs are gone', async () => {
    const wave = { synthetic: false } as never;
    await runStage({ name: 'clean', root, output: 'data/clean' }, async () => ({ waves: [wave], notes: [] }));
    cacheEntry('a'.repeat(16), 'data/clean/monitoring/2018/issues.csv');
    put('data/clean/manifest.json', manifest(true));
    await purge(root, yes);
    expect(files()).toEqual(committed);
  });
});

describe('what purge knows of the repository', () => {
  const repository = join(import.meta.dirname, '../../../..');

  it('has every stage folder of turbo.json', () => {
    const turbo = readFileSync(join(repository, 'turbo.json'), 'utf8');
    const written = [...turbo.matchAll(/"outputs": \["\$TURBO_ROOT\$\/data\/([a-z]+)\//g)].map(
      ([, name]) => name,
    );
    expect(written.length).toBeGreaterThan(5);
    expect(STAGE_FOLDERS).toEqual(expect.arrayContaining(written));
  });

  it('looks where turbo keeps its cache', async () => {
    expect(await cacheFolders(root, { TURBO_CACHE_DIR: '缓存' })).toEqual(
      ['.turbo/cache', 'node_modules/.cache/turbo', '缓存'].map((path) => join(root, path)),
    );
    expect(await cacheFolders(repository, {})).toContain(join(repository, '.turbo/cache'));
  });

  it('looks into the main working tree from a linked one, which shares its cache', async () => {
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], {
        cwd: root,
        stdio: 'ignore',
      });
    git('init');
    git('commit', '--allow-empty', '--message', 'a');
    git('worktree', 'add', 'linked');
    expect(await cacheFolders(join(root, 'linked'), {})).toContain(join(root, '.turbo/cache'));
    mkdirSync(join(root, 'project'));
    expect(await cacheFolders(join(root, 'project'), {})).not.toContain(join(root, '.turbo/cache'));
  });
});
