import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleThread } from '../scripts/bundle-thread.ts';

/** What one process of either side says: milliseconds and numbers by item. */
export interface Measured {
  readonly milliseconds: Record<string, number>;
  readonly numbers: Record<string, number[]>;
  readonly megabytes: number;
}

const run = (command: string, words: readonly string[]): string => {
  try {
    return execFileSync(command, words, {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`${command}: ${(stderr ?? String(error)).slice(-2000)}`);
  }
};

/** Our side as plain JavaScript in a folder, as the package is published. */
export async function compileOurs(folder: string): Promise<void> {
  await build({
    entryPoints: { ours: join(import.meta.dirname, 'ours.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@wavebook/source'],
  });
  await bundleThread(folder);
}

/** The compiled side of ours in a process of its own, cold. */
export function runOurs(folder: string, ...words: string[]): Measured {
  return JSON.parse(run(process.execPath, [join(folder, 'ours.mjs'), ...words]));
}

/** The same in two processes at the same time. */
export function runOursTwice(folder: string, ...words: string[]): Promise<Measured[]> {
  const once = async (): Promise<Measured> => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'ours.mjs'), ...words], {
      maxBuffer: 2 ** 30,
    });
    return JSON.parse(stdout);
  };
  return Promise.all([once(), once()]);
}

/** An R script whose lines are name, seconds and numbers. */
export function runR(file: string, ...words: string[]): Measured {
  const milliseconds: Measured['milliseconds'] = {};
  const numbers: Measured['numbers'] = {};
  for (const line of run('Rscript', [file, ...words])
    .trim()
    .split('\n')) {
    const [name = '', seconds, given = ''] = line.split('\t');
    milliseconds[name] = 1000 * Number(seconds);
    if (given.trim() !== '') numbers[name] = given.trim().split(' ').map(Number);
  }
  return { milliseconds, numbers, megabytes: Number.NaN };
}

/** Milliseconds of a whole process, start and reading included, and what it said. */
export function wholeProcess(
  command: string,
  words: readonly string[],
): { milliseconds: number; said: string } {
  const start = performance.now();
  const said = run(command, words);
  return { milliseconds: performance.now() - start, said };
}

/** Versions of R and two packages, or undefined where one is not installed. */
export function versionsOfR(): string | undefined {
  try {
    return run('Rscript', [
      '-e',
      'library(survey); library(data.table); cat(paste0("R ", getRversion(), ", survey ", packageVersion("survey"), ", data.table ", packageVersion("data.table")))',
    ]).trim();
  } catch {
    return undefined;
  }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The largest relative difference of two lists of numbers, NaN standing for NaN. */
export function largestDifference(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) {
    throw new Error(`largestDifference: expected as many numbers, got ${ours.length} and ${theirs.length}`);
  }
  return theirs.reduce((worst, own, i) => {
    const mine = ours[i] ?? Number.NaN;
    if (Number.isNaN(own) && Number.isNaN(mine)) return worst;
    const difference = own === mine ? 0 : Math.abs(mine / own - 1);
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(worst, difference);
  }, 0);
}
