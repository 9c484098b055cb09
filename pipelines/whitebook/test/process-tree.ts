import { execFileSync } from 'node:child_process';

export interface Running {
  readonly pid: number;
  readonly words: string;
}

/** The processes that hang on `pid`, itself first, as `ps` lists them. */
export function processTree(pid: number): Running[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, own, parent, words]) => ({ pid: Number(own), parent: Number(parent), words: words ?? '' }));
  const found = all.filter((one) => one.pid === pid);
  for (const { pid: parent } of found) found.push(...all.filter((one) => one.parent === parent));
  return found;
}

/** Ends processes at once, without a chance to tidy up; one that has ended already is none of our business. */
export function killAtOnce(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
