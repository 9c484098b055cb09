import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runBook } from './copied-repository.ts';
import { killAtOnce, processTree } from './process-tree.ts';
import { smallRepository, sourceFlags } from './small-repository.ts';
import { halfFolders, leftovers, stageHashes } from './stage-folders.ts';

const STAGES: readonly (readonly [pipeline: string, script: string])[] = [
  ['clean', 'main'],
  ['weight', 'main'],
  ['mobility', 'estimate'],
  ['mobility', 'chart'],
  ['integration', 'estimate'],
  ['integration', 'chart'],
];
const KILLS_A_STAGE = 4;
const KILLS_OF_THE_BOOK = 4;

/** Numbers from 0 to 1, the same in every run (Lehmer's generator). */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};
const random = seeded(20170501);

/** Moments spread over a length: one at random in each of `count` equal parts. */
const moments = (count: number, length: number): number[] =>
  Array.from({ length: count }, (_, i) => ((i + random()) / count) * length);

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

let root: string;
let undisturbed: Record<string, string>;
let bookTime: number;

const start = (folder: string, ...words: string[]): ChildProcess =>
  spawn(process.execPath, words, {
    cwd: join(root, folder),
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
  });
const startTurbo = (...words: string[]): ChildProcess =>
  start('.', join(root, 'node_modules/turbo/bin/turbo'), 'run', ...words);
const startStage = (pipeline: string, script: string): ChildProcess =>
  start(join('pipelines', pipeline), ...sourceFlags, join('src', `${script}.ts`));

/** Lets a child run for a time, then kills its process group and all that hangs on it. */
async function killAfter(child: ChildProcess, time: number): Promise<void> {
  await Promise.race([wait(time), ended(child)]);
  const pid = child.pid as number;
  const tree = processTree(pid).map((one) => one.pid);
  if (child.exitCode === null) killAtOnce([-pid]);
  killAtOnce(tree);
  await ended(child);
}

const removeOutputs = (): void => {
  for (const name of ['clean', 'weighted', 'estimates', 'charts', 'whitebook'])
    rmSync(join(root, 'data', name), { recursive: true, force: true });
};

describe('a run killed with kill -9', { timeout: 300_000 }, () => {
  beforeAll(() => {
    root = smallRepository(['2017']);
    const started = performance.now();
    const first = runBook(root);
    bookTime = performance.now() - started;
    expect(first.status, first.output).toBe(0);
    undisturbed = stageHashes(root);
    expect([halfFolders(root), leftovers(root)]).toEqual([[], []]);
  }, 300_000);
  afterAll(() => rmSync(root, { recursive: true }));

  test.each(STAGES)(
    '%s %s: every folder stays whole, and a rerun gives the same',
    async (pipeline, script) => {
      const started = performance.now();
      await ended(startStage(pipeline, script));
      const length = performance.now() - started;
      for (const moment of moments(KILLS_A_STAGE, length)) {
        await killAfter(startStage(pipeline, script), moment);
        expect([moment, halfFolders(root)]).toEqual([moment, []]);
      }
      await ended(startStage(pipeline, script));
      expect(stageHashes(root)).toEqual(undisturbed);
      expect(leftovers(root)).toEqual([]);
    },
  );

  test('the whole book: every folder stays whole, the cache holds nothing half, and a rerun gives the same', async () => {
    removeOutputs();
    rmSync(join(root, '.turbo'), { recursive: true });
    for (const moment of moments(KILLS_OF_THE_BOOK, bookTime * 0.8)) {
      await killAfter(startTurbo('data:book'), moment);
      expect([moment, halfFolders(root)]).toEqual([moment, []]);
    }
    const rerun = runBook(root);
    expect(rerun.status, rerun.output).toBe(0);
    expect(stageHashes(root)).toEqual(undisturbed);
    expect(leftovers(root)).toEqual([]);
    removeOutputs();
    expect(runBook(root).executed).toEqual([]);
    expect(stageHashes(root)).toEqual(undisturbed);
  });

  test('turbo killed while it restores from the cache: the next run makes every file whole again', async () => {
    for (const moment of moments(3, 600)) {
      removeOutputs();
      await killAfter(startTurbo('data:book'), moment);
      const rerun = runBook(root);
      expect([moment, rerun.executed]).toEqual([moment, []]);
      expect(stageHashes(root)).toMatchObject(undisturbed);
    }
  });

  test('turbo and npm killed, the stage goes on as an orphan: a rerun at once waits for it and gives the same', async () => {
    removeOutputs();
    const turbo = startTurbo('data:weight', '--force');
    const building = join(root, 'data/.data-clean.building');
    while (!existsSync(building) && turbo.exitCode === null) await wait(5);
    const tree = processTree(turbo.pid as number);
    const stage = tree.filter(({ words }) => words.includes('src/main.ts') && words.startsWith('node '));
    expect(stage).toHaveLength(1);
    killAtOnce(tree.map(({ pid }) => pid).filter((pid) => pid !== stage[0]?.pid));
    await ended(turbo);
    expect(processTree(stage[0]?.pid as number)).toHaveLength(1);

    const rerun = startTurbo('data:weight', '--force');
    await ended(rerun);
    expect(rerun.exitCode).toBe(0);
    expect(processTree(stage[0]?.pid as number)).toEqual([]);
    expect(runBook(root).status).toBe(0);
    expect(stageHashes(root)).toEqual(undisturbed);
    expect(leftovers(root)).toEqual([]);
  });
});
