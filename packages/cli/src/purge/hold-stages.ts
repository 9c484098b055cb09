import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockHolder, stagePaths, takeLock } from '@wavebook/stage';
import { DataError } from '@wavebook/tables';

/**
 * Takes the lock of every stage in `turbo.json`, so that none writes while its files are removed.
 *
 * @returns the function that releases them.
 * @throws DataError naming the process, if a stage is running.
 */
export async function holdStages(root: string): Promise<() => Promise<void>> {
  const data = join(root, 'data');
  const names = await readdir(data).catch(() => undefined);
  if (names === undefined) return async () => undefined;
  for (const name of names.filter((n) => n.endsWith('.lock'))) {
    const pid = await lockHolder(join(data, name));
    if (pid !== undefined) throw running(pid, name);
  }
  const releases: (() => Promise<void>)[] = [];
  const release = async (): Promise<void> => {
    for (const one of releases) await one();
  };
  const turbo = await readFile(join(root, 'turbo.json'), 'utf8');
  const outputs = [...turbo.matchAll(/"\$TURBO_ROOT\$\/(data\/[^"*]+)\/\*\*"/g)].map(
    ([, path]) => path ?? '',
  );
  const written = new Set(
    outputs.filter((path) => !/^data\/(?:raw|synthetic|controls|published)$/.test(path)),
  );
  try {
    for (const output of written) releases.push(await takeLock(stagePaths(root, output).lock, 0));
  } catch (error) {
    await release();
    throw error;
  }
  return release;
}

const running = (pid: number, name: string): DataError =>
  new DataError(
    `process ${pid} is running a stage (data/${name}); wait for it or end it, then purge again; nothing was removed`,
  );
