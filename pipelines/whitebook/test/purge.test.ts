import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallRepository, writeSmallWave } from './small-repository.ts';

const run = (root: string, script: string, ...words: string[]) =>
  spawnSync(process.execPath, [join(root, script), ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
  });

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isSymbolicLink() || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

/** Files that hold one of the texts; the cache is compressed, so its lists of files are looked at as well. */
const filesWith = (root: string, texts: readonly string[]): string[] =>
  filesUnder(root).filter((path) => {
    const bytes = readFileSync(path);
    return texts.some((text) => bytes.includes(text));
  });

describe('wavebook purge in a repository that ran a real wave', { timeout: 240_000 }, () => {
  test('leaves none of its respondents, neither in data nor in the cache; synthetic waves stay', () => {
    const root = smallRepository(['2014']);
    writeSmallWave(root, 'made', '2017');
    renameSync(join(root, 'made'), join(root, 'data/raw'));
    const path = join(root, 'data/raw/monitoring/2017/snapshot.json');
    const snapshot = JSON.parse(readFileSync(path, 'utf8'));
    delete snapshot.design.controls;
    writeFileSync(path, JSON.stringify({ ...snapshot, synthetic: false }));
    const ids = readFileSync(join(root, 'data/raw/monitoring/2017/design.csv'), 'utf8')
      .split('\n')
      .slice(1, 400)
      .map((line) => line.split(',')[0] ?? '')
      .filter((id) => id.length > 8);
    const synthetic = filesUnder(join(root, 'data/synthetic')).sort();
    expect(ids.length).toBeGreaterThan(100);

    const made = run(root, 'node_modules/turbo/bin/turbo', 'run', 'data:weight', '--output-logs=errors-only');
    expect(made.status, made.stdout + made.stderr).toBe(0);
    const holding = filesWith(root, ids).map((file) => file.slice(root.length + 1));
    for (const folder of ['data/raw/', 'data/clean/', 'data/weighted/'])
      expect(holding.some((file) => file.startsWith(folder))).toBe(true);
    const cached = () => filesWith(join(root, '.turbo'), ['data/clean/', 'data/weighted/']);
    expect(cached().length).toBeGreaterThan(0);

    const refused = run(root, 'packages/cli/bin/wavebook.js', 'purge');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--yes');
    expect(filesWith(root, ids).length).toBe(holding.length);

    const purged = run(root, 'packages/cli/bin/wavebook.js', 'purge', '--yes');
    expect(purged.status, purged.stdout + purged.stderr).toBe(0);
    expect(ids.filter((id) => purged.stdout.includes(id))).toEqual([]);
    expect(filesWith(root, ids)).toEqual([]);
    expect(cached()).toEqual([]);
    expect(filesUnder(join(root, 'data/synthetic')).sort()).toEqual(synthetic);
    expect(
      filesUnder(join(root, 'data')).every((file) => /data.(?:synthetic|controls|published)/.test(file)),
    ).toBe(true);
    expect(filesUnder(join(root, '.turbo')).filter((file) => file.endsWith('.zst'))).toEqual([]);

    const again = run(root, 'packages/cli/bin/wavebook.js', 'purge');
    expect([again.status, again.stdout]).toEqual([0, expect.stringMatching(/^Nothing to remove/)]);
    rmSync(root, { recursive: true });
  });
});
