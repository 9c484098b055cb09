import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleThread } from '../../scripts/bundle-thread.ts';
import { planBatch } from '../../src/estimation/batch-plan.ts';
import { laneKernel } from '../../src/estimation/lane-kernel.ts';
import {
  type BatchStatistic,
  domainCells,
  rake,
  replicateWeights,
  type SurveyDesign,
  surveyBatch,
  surveyDesign,
} from '../../src/index.ts';
import { blockQueue, endQueue, fillSlot, waitForBlock } from '../../src/threads/block-queue.ts';
import { batchThreads } from '../../src/threads/index.ts';
import { type Copies, onSharedMemory } from '../../src/threads/on-shared-memory.ts';
import { rawTable, readRaw } from '../../src/threads/raw-table.ts';
import { columnsOf, slotColumns, withoutColumns } from '../../src/threads/sent-columns.ts';
import { startThread } from '../../src/threads/start-thread.ts';
import { warmUp } from '../../src/threads/warm-up.ts';

/** Enough for the loops in WebAssembly, and for more blocks than threads. */
const ROWS = 2400;
const rowsOf = (value: (row: number) => number) =>
  Float64Array.from({ length: ROWS }, (_, row) => value(row));
const wage = rowsOf((row) => (row % 7 === 3 ? Number.NaN : 2000.5 + ((row * 7919) % 4000)));
const hours = rowsOf((row) => (row % 11 === 3 ? Number.NaN : 30 + ((row * 13) % 30)));
const insured = rowsOf((row) => (row % 5 === 3 ? Number.NaN : (row * 31) % 3 === 0 ? 1 : 0));
const nobody = new Float64Array(ROWS).fill(Number.NaN);
const statistics: BatchStatistic[] = [
  ...[0, 1, 2, 3, 4, 5].flatMap((shift): BatchStatistic[] => [
    { statistic: 'mean', y: wage.map((own, row) => own + ((row * shift) % 17)) },
    { statistic: 'proportion', y: insured.map((own, row) => (row % 19 < shift ? Number.NaN : own)) },
  ]),
  { statistic: 'ratio', numerator: wage, denominator: hours },
  { statistic: 'quantile', y: wage, probability: 0.5 },
  { statistic: 'total', y: hours },
  { statistic: 'mean', y: nobody },
  { statistic: 'proportion', y: insured, ciMethod: 'beta' },
  { statistic: 'quantile', y: hours, probability: 0.1, rule: 'hf7' },
];

const sampled = surveyDesign({
  weight: rowsOf((row) => (row % 17 === 5 ? 0 : 1 + ((row * 37) % 11) / 4)),
  strata: Int32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 200)),
  psu: Int32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 20)),
});
const margin = {
  name: 'm',
  codes: Int32Array.from({ length: ROWS }, (_, row) => row % 3),
  levels: ['a', 'b', 'c'],
  totals: [2500, 1800, 1700],
};
const raked = rake(sampled, [margin]).design;
const breakdownsOf = (design: SurveyDesign) =>
  [1, 9].map((levels) =>
    domainCells(
      design,
      // without the last of nine levels, and with rows that are in none
      Int32Array.from({ length: ROWS }, (_, row) => (levels === 1 ? 0 : ((row * 7) % levels) - 1)),
      levels,
    ),
  );

const two = batchThreads(2);
const three = batchThreads(3);
afterAll(() => Promise.all([two.stop(), three.stop()]));

describe('a batch on threads', () => {
  it.each([
    ['sampled', sampled, {}],
    ['calibrated', raked, { ciLevel: 0.9 }],
    [
      'replicates',
      sampled,
      { replicates: replicateWeights(sampled, { method: 'bootstrap', replicates: 7 }) },
    ],
    ['df given', sampled, { df: 12, deff: 'with_replacement' }],
  ] as const)('is that on one to the last bit: %s', async (_, design, options) => {
    const asked = { ...options, breakdowns: breakdownsOf(design) };
    const expected = surveyBatch(design, statistics, asked);
    const [onTwo, again, onThree] = await Promise.all([
      two.batch(design, statistics, asked),
      two.batch(design, [...statistics].reverse(), asked),
      three.batch(design, statistics, asked),
    ]);
    expect(onTwo).toStrictEqual(expected);
    expect(again).toStrictEqual([...expected].reverse());
    expect(onThree).toStrictEqual(expected);
    expect(Object.keys(onTwo.flat(2).at(-1)!)).toEqual(Object.keys(expected.flat(2).at(-1)!));
  });

  it('is the whole population without breakdowns, and nothing without statistics', async () => {
    const mean: BatchStatistic[] = [{ statistic: 'mean', y: wage }];
    expect(await two.batch(sampled, mean)).toStrictEqual(surveyBatch(sampled, mean));
    expect(await two.batch(sampled, [])).toEqual([]);
  });

  it('leaves its inputs alone, whether they stand on shared memory or not', async () => {
    const shared = new Float64Array(new SharedArrayBuffer(ROWS * 8));
    shared.set(wage);
    const before = structuredClone({ wage, sampled });
    const [[[own]], [[other]]] = (await two.batch(sampled, [
      { statistic: 'mean', y: wage },
      { statistic: 'mean', y: shared },
    ])) as [[[unknown]], [[unknown]]];
    expect(own).toStrictEqual(other);
    expect({ wage, sampled }).toEqual(before);
  });

  it('needs no other thread', async () => {
    const alone = batchThreads(1);
    const asked = { breakdowns: breakdownsOf(sampled) };
    expect(await alone.batch(sampled, statistics, asked)).toStrictEqual(
      surveyBatch(sampled, statistics, asked),
    );
    await alone.stop();
  });
});

describe('a thread by itself', () => {
  it.each([
    ['on shared memory', onSharedMemory(statistics)],
    ['in ordinary memory', statistics],
  ])('works out every block that it is handed, with columns %s', async (_, asked) => {
    const options = { breakdowns: breakdownsOf(sampled) };
    const plan = planBatch(sampled, asked, options);
    const sent = withoutColumns(asked, ROWS);
    const queue = blockQueue(plan.blocks.length);
    const slots = plan.blocks.map((members) => {
      const room = slotColumns(ROWS);
      columnsOf(sent.statistics, members).forEach((number, place) => {
        room[place]!.set(sent.columns[number]!);
      });
      return room;
    });
    plan.blocks.forEach((_, block) => {
      fillSlot(queue, block, block);
    });
    endQueue(queue);
    const table = rawTable(asked.length, plan.cells);
    const made = new Int32Array(new SharedArrayBuffer(plan.blocks.length * 4));
    const thread = startThread();
    const job = { design: sampled, statistics: sent.statistics, options, queue, slots, table, made };
    const answer = await thread.ask(onSharedMemory(job));
    await thread.stop();
    if (answer === 'failed') throw new Error('the thread failed');
    expect([...made].filter((own) => own === 1)).toHaveLength(plan.blocks.length - 1);
    const quantiles = new Map(answer.map((own) => [own.index, own.estimates]));
    const found = asked.map(
      (_, index) => quantiles.get(index) ?? plan.finish({ index, raw: readRaw(table, index, plan.cells) }),
    );
    expect(found).toStrictEqual(surveyBatch(sampled, asked, options));
  });

  it('warms up on a batch that can be worked out, with the loops in WebAssembly', () => {
    const jobs: Parameters<Parameters<typeof warmUp>[0]>[0][] = [];
    warmUp((job) => jobs.push(job));
    const { design, statistics: asked, options, queue } = jobs[0]!;
    const [cells] = options.breakdowns!;
    expect(laneKernel(design, cells!.cells, cells!.levels)).toBeDefined();
    const estimates = surveyBatch(design, asked as unknown as BatchStatistic[], options).flat(2);
    for (const { se } of estimates) expect(se).toBeGreaterThan(0);
    const blocks = Array.from({ length: 4 }, () => waitForBlock(queue)?.block);
    expect(blocks).toEqual([0, 1, 2, undefined]);
  });
});

describe('memory that threads share', () => {
  it('holds one copy of frozen objects, whatever they stand in, and a new one of all others', () => {
    const kept: Copies = new WeakMap();
    const cells = breakdownsOf(sampled);
    const first = onSharedMemory({ sampled, cells, y: wage }, kept);
    const second = onSharedMemory({ cells, sampled, y: wage }, kept);
    expect(second.sampled).toBe(first.sampled);
    expect(second.cells).not.toBe(first.cells);
    expect(second.cells[0]).toBe(first.cells[0]);
    expect(second.cells[0]!.design).toBe(second.sampled);
    expect(second.y).not.toBe(first.y);
    expect(second.y).toEqual(wage);
    expect(second.sampled.weight.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('takes changed columns and options of the batch after, also where the same objects hold them', async () => {
    const y = wage.slice();
    const options = { breakdowns: breakdownsOf(sampled), ciLevel: 0.95 };
    const asked: BatchStatistic[] = [{ statistic: 'mean', y }];
    await two.batch(sampled, asked, options);
    y.reverse();
    options.ciLevel = 0.9;
    expect(await two.batch(sampled, asked, options)).toStrictEqual(surveyBatch(sampled, asked, options));
  });
});

/** What a call throws or rejects with. */
async function errorOf(call: () => unknown): Promise<Error> {
  try {
    await call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('an error on threads', () => {
  const lonely = surveyDesign({
    weight: sampled.weight,
    strata: Int32Array.from({ length: ROWS }, (_, row) => (row < 20 ? -1 : Math.floor(row / 200))),
    psu: sampled.psu,
  });
  const many = Array.from({ length: 40 }, (): BatchStatistic => ({ statistic: 'mean', y: wage }));
  const withBad = (...bad: unknown[]) => [...many, ...(bad as BatchStatistic[])];

  it.each<[string, SurveyDesign, BatchStatistic[], object]>([
    ['a statistic it does not know', sampled, withBad({ statistic: 'median', y: wage }), {}],
    ['no share', sampled, withBad({ statistic: 'proportion', y: wage }), {}],
    [
      'two that are wrong',
      sampled,
      withBad({ statistic: 'proportion', y: wage }, { statistic: 'mean', y: [1] }),
      {},
    ],
    ['a plain array', sampled, withBad({ statistic: 'mean', y: [1, 2] }), {}],
    [
      'a short column',
      sampled,
      withBad({ statistic: 'ratio', numerator: wage, denominator: wage.slice(1) }),
      {},
    ],
    ['no probability', sampled, withBad({ statistic: 'quantile', y: wage, probability: 50 }), {}],
    ['a lonely PSU', lonely, many, {}],
    ['a level', sampled, many, { ciLevel: 95 }],
    ['cells of another design', raked, many, { breakdowns: breakdownsOf(sampled) }],
    [
      'replicates of another design',
      raked,
      many,
      { replicates: replicateWeights(sampled, { method: 'jackknife' }) },
    ],
  ])('is that on one: %s', async (_, design, asked, options) => {
    const expected = await errorOf(() => surveyBatch(design, asked, options));
    const found = await errorOf(() => two.batch(design, asked, options));
    expect(found).toBeInstanceOf(expected.constructor);
    expect(found.message).toBe(expected.message);
    // and the threads are as good as new
    const mean = many.slice(0, 1);
    expect(await two.batch(sampled, mean)).toStrictEqual(surveyBatch(sampled, mean));
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('is thrown for %s threads', (threads) => {
    expect(() => batchThreads(threads)).toThrow(
      `batchThreads: threads must be a whole number from 1; got ${threads}`,
    );
  });

  it('says that the threads were stopped, during a batch and after; stopping twice is stopping once', async () => {
    const threads = batchThreads(2);
    const batch = errorOf(() => threads.batch(sampled, many, { breakdowns: breakdownsOf(sampled) }));
    await Promise.all([threads.stop(), threads.stop()]);
    await threads.stop();
    expect((await batch).message).toBe('batchThreads: the threads were stopped before the batch was done');
    expect((await errorOf(() => threads.batch(sampled, many))).message).toBe(
      'batchThreads: these threads were stopped; call batchThreads again',
    );
  });
});

describe('a process with threads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'threads-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const compiled = buildSync({
    stdin: {
      contents: "export * from '@wavebook/survey-stats'; export * from '@wavebook/survey-stats/threads';",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    conditions: ['@wavebook/source'],
  }).outputFiles[0]!.text;
  writeFileSync(join(folder, 'library.mjs'), compiled);
  const START = `
    import { batchThreads, surveyDesign } from './library.mjs';
    const threads = batchThreads(2);
    const design = surveyDesign({ weight: [1, 2, 1] });
    const mean = () => threads.batch(design, [{ statistic: 'mean', y: Float64Array.of(1, 2, 4) }]);
  `;
  /** Runs code with threads that run a module. */
  const run = (thread: string, code: string) => {
    writeFileSync(join(folder, 'thread.mjs'), thread);
    writeFileSync(join(folder, 'main.mjs'), START + code);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'main.mjs')], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    return { status, stdout, stderr };
  };

  it('ends by itself, before a batch and after one', async () => {
    await bundleThread(folder);
    const thread = readFileSync(join(folder, 'thread.mjs'), 'utf8');
    expect(run(thread, '')).toEqual({ status: 0, stdout: '', stderr: '' });
    const after = run(thread, 'console.log((await mean())[0][0][0].estimate);');
    expect(after).toEqual({ status: 0, stdout: '2.25\n', stderr: '' });
  });

  it.each([
    ['at once', "throw new Error('out of luck')", 'out of luck'],
    [
      'in a batch',
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3))",
      'exit code 3',
    ],
  ])('hears of a thread that dies %s, then and later, and does not hang', (_, thread, reason) => {
    const found = run(
      thread,
      `for (let i = 0; i < 2; i++) await mean().catch(({ message }) => console.log(message));
       await threads.stop();`,
    );
    const said = `batchThreads: a thread ended before its time (${reason}); call batchThreads again, or surveyBatch\n`;
    expect(found).toEqual({ status: 0, stdout: said.repeat(2), stderr: '' });
  });
});
