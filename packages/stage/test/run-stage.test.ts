import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listedFile, readManifest, runStage, takeLock } from '../src/index.ts';

const newRoot = (): string => mkdtempSync(join(tmpdir(), 'stage-'));
const empty = { waves: [], notes: [] };
const options = (root: string) => ({ name: 'test', root, output: 'data/out' });

describe('runStage', () => {
  test('writes the folder, then a manifest with every file and input', async () => {
    const root = newRoot();
    writeFileSync(join(root, 'raw.csv'), 'a\n');
    await runStage(options(root), async (stage) => {
      await stage.input(join(root, 'raw.csv'));
      await stage.write('b/two.txt', 'two');
      await stage.write('a.txt', 'one');
      return empty;
    });
    const manifest = await readManifest(join(root, 'data/out'));
    expect(manifest.files.map((f) => [f.path, f.bytes])).toEqual([
      ['a.txt', 3],
      ['b/two.txt', 3],
    ]);
    expect(manifest.inputs).toEqual([
      { path: 'raw.csv', sha256: '87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7' },
    ]);
    await expect(listedFile(join(root, 'data/out'), manifest, 'a.txt')).resolves.toMatch(/a\.txt$/);
    writeFileSync(join(root, 'data/out/a.txt'), 'edited');
    await expect(listedFile(join(root, 'data/out'), manifest, 'a.txt')).rejects.toThrow(
      /differs from its manifest/,
    );
    await expect(listedFile(join(root, 'data/out'), manifest, 'c.txt')).rejects.toThrow(
      /does not list c\.txt/,
    );
  });

  test('a failing run leaves the earlier output as it was', async () => {
    const root = newRoot();
    await runStage(options(root), async (stage) => {
      await stage.write('a.txt', 'old');
      return empty;
    });
    await expect(
      runStage(options(root), async (stage) => {
        await stage.write('a.txt', 'new');
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    expect(readFileSync(join(root, 'data/out/a.txt'), 'utf8')).toBe('old');
    expect(existsSync(join(root, 'data/.data-out.building'))).toBe(false);
    expect(existsSync(join(root, 'data/.data-out.lock'))).toBe(false);
  });

  test('an output lost between the two renames comes back before the next run builds', async () => {
    const root = newRoot();
    mkdirSync(join(root, 'data/.data-out.old'), { recursive: true });
    writeFileSync(join(root, 'data/.data-out.old/a.txt'), 'old');
    await expect(
      runStage(options(root), async () => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    expect(readFileSync(join(root, 'data/out/a.txt'), 'utf8')).toBe('old');
  });
});

describe('takeLock', () => {
  test('takes over from a process that has ended, waits for one that lives', async () => {
    const path = join(newRoot(), 'lock');
    writeFileSync(path, '999999999\n');
    const release = await takeLock(path);
    expect(readFileSync(path, 'utf8')).toBe(`${process.pid}\n`);
    await expect(takeLock(path, 150)).rejects.toThrow(new RegExp(`process ${process.pid} is still writing`));
    await release();
    await (await takeLock(path))();
    expect(existsSync(path)).toBe(false);
  });
});
