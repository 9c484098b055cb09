import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE = 100;
/** How often in a row a lock without a readable pid is looked at before it counts as left by a process killed while writing it. */
const UNREADABLE_LOOKS = 10;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const pidIn = async (path: string): Promise<number | undefined> => {
  try {
    const text = await readFile(path, 'utf8');
    return /^[1-9][0-9]*\n$/.test(text) ? Number(text) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
};

/** The process that holds the lock file `path`; undefined if there is none, or it has ended. */
export async function lockHolder(path: string): Promise<number | undefined> {
  const pid = await pidIn(path);
  return pid !== undefined && isAlive(pid) ? pid : undefined;
}

/** Whether a file was left by a process that has ended: its pid is dead, or it was made a while ago and holds none. */
const isLeft = async (path: string): Promise<boolean> => {
  const pid = await pidIn(path);
  if (pid !== undefined) return !isAlive(pid);
  const made = await stat(path).catch(() => undefined);
  return made !== undefined && Date.now() - made.mtimeMs > UNREADABLE_LOOKS * PAUSE;
};

/**
 * Removes a lock whose process has ended, under a guard that one alone has: whoever finds the lock dead a moment too late would else remove the
 * fresh one of who was first. While a dead lock stands nobody can make another, so what is dead under the guard is still dead when it is removed.
 *
 * @returns whether it was removed.
 */
async function removeDeadLock(path: string): Promise<boolean> {
  const guard = `${path}.guard`;
  try {
    await writeFile(guard, `${process.pid}\n`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (await isLeft(guard)) await rm(guard, { force: true });
    return false;
  }
  try {
    const left = await isLeft(path);
    if (left) await rm(path, { force: true });
    return left;
  } finally {
    await rm(guard, { force: true });
  }
}

/**
 * Takes the lock file `path` for this process and gives back the function that releases it. A lock whose process has ended is taken over;
 * a live holder (an orphan of a killed run, say) is waited for, at most `patience` milliseconds, then an error names its pid.
 */
export async function takeLock(path: string, patience = 120_000): Promise<() => Promise<void>> {
  const started = performance.now();
  let unreadable = 0;
  for (;;) {
    try {
      await writeFile(path, `${process.pid}\n`, { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = await pidIn(path);
    unreadable = pid === undefined ? unreadable + 1 : 0;
    const isDead = pid === undefined ? unreadable >= UNREADABLE_LOOKS : !isAlive(pid);
    if (isDead && (await removeDeadLock(path))) continue;
    if (!isDead && pid !== undefined && performance.now() - started >= patience)
      throw Object.assign(
        new Error(
          `${path}: process ${pid} is still writing this stage; wait for it or end it, then run again`,
        ),
        { name: 'DataError' },
      );
    await wait(PAUSE);
  }
}
