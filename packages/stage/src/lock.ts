import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const holderOf = async (path: string): Promise<number | undefined> => {
  try {
    const pid = Number.parseInt(await readFile(path, 'utf8'), 10);
    return Number.isInteger(pid) && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Takes the lock file `path` for this process and gives back the function that releases it. A lock whose process has ended is taken over;
 * a live holder (an orphan of a killed run, say) is waited for, at most `patience` milliseconds, then an error names its pid.
 */
export async function takeLock(path: string, patience = 120_000): Promise<() => Promise<void>> {
  const started = performance.now();
  for (;;) {
    try {
      await writeFile(path, `${process.pid}\n`, { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(path);
    if (holder === undefined) {
      await rm(path, { force: true });
      continue;
    }
    if (performance.now() - started > patience)
      throw new Error(
        `${path}: process ${holder} is still writing this stage; wait for it or end it, then run again`,
      );
    await wait(100);
  }
}
