import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { lockHolder, takeLock } from '../src/index.ts';

const newLock = (): string => join(mkdtempSync(join(tmpdir(), 'lock-')), '.data-out.lock');

describe('takeLock', () => {
  test('of many that find the lock of an ended process, one at a time holds it', async () => {
    const path = newLock();
    writeFileSync(path, '999999999\n');
    let inside = 0;
    let most = 0;
    const hold = async (): Promise<void> => {
      const release = await takeLock(path);
      most = Math.max(most, ++inside);
      await wait(1);
      inside -= 1;
      await release();
    };
    await Promise.all(Array.from({ length: 12 }, hold));
    expect(most).toBe(1);
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  test('a guard that an ended process left beside the lock is no obstacle', async () => {
    const path = newLock();
    writeFileSync(path, '999999999\n');
    writeFileSync(`${path}.guard`, '999999998\n');
    await (await takeLock(path))();
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  test('a lock whose process was killed before it wrote its pid is waited for, then taken over', async () => {
    const path = newLock();
    writeFileSync(path, '');
    const started = performance.now();
    await (await takeLock(path))();
    expect(performance.now() - started).toBeGreaterThan(500);
    expect(existsSync(path)).toBe(false);
  });

  test('names the holder as a data error, which ends a stage without a stack', async () => {
    const path = newLock();
    expect(await lockHolder(path)).toBeUndefined();
    const release = await takeLock(path);
    expect(await lockHolder(path)).toBe(process.pid);
    await expect(takeLock(path, 0)).rejects.toMatchObject({ name: 'DataError' });
    await release();
  });
});
