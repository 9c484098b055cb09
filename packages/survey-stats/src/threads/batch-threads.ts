import { planBatch, type Worked } from '../estimation/batch-plan.ts';
import { surveyBatch } from '../estimation/survey-batch.ts';
import type { SurveyEstimate } from '../estimation/survey-estimate.ts';
import { blockQueue, endQueue } from './block-queue.ts';
import { shareOut } from './job.ts';
import { type Copies, onSharedMemory } from './on-shared-memory.ts';
import { rawTable, readRaw } from './raw-table.ts';
import { slotColumns, withoutColumns } from './sent-columns.ts';
import { startThread } from './start-thread.ts';

/** Threads that stay for several batches. */
export interface BatchThreads {
  /**
   * `surveyBatch` with the same inputs, result and errors, the latter as a rejection; the calling thread works, too, and does nothing else
   * meanwhile
   */
  readonly batch: (...inputs: Parameters<typeof surveyBatch>) => Promise<SurveyEstimate[][][]>;
  /** ends the threads; a batch that is not done is rejected; calling it again does nothing */
  readonly stop: () => Promise<void>;
}

/** Blocks that wait for a thread or are in its hands: enough while the calling thread is at one of its own. */
const SLOTS_OF_A_THREAD = 3;

/**
 * Batch threads: `surveyBatch` on several threads of Node, the same to the last bit as on one.
 *
 * Make them before the data are read, so that they have started when the first batch comes, and keep them for further batches; they do
 * not keep the process alive. A batch is split by statistic, never by row: a thread that is free takes the next four.
 *
 * The design and the cells of the breakdowns are copied to memory that all threads read, once for all batches. Columns are copied there
 * a block at a time, as a thread wants them; those that stand on a `SharedArrayBuffer` are read where they are, and are best made there:
 * `new Float64Array(new SharedArrayBuffer(8 * rows))`.
 *
 * @param threads how many, with the calling one; more than the processor has are of no use.
 * @returns the batch on these threads, and how to end them.
 * @throws if threads is not a whole number from 1. A batch rejects with what `surveyBatch` throws, and with an error that says so if a
 *   thread ended before its time or was stopped.
 *
 * R equivalent: none in survey, whose `svyby(…, multicore = TRUE)` splits by domain on copies of the process. Source: as `surveyBatch`.
 * @example
 * const threads = batchThreads(2);
 * const design = surveyDesign({ weight: [1, 2, 1] });
 * const batch = await threads.batch(design, [{ statistic: 'mean', y: Float64Array.of(1, 2, 4) }]);
 * await threads.stop();
 * batch[0][0][0].estimate; // 2.25
 */
export function batchThreads(threads: number): BatchThreads {
  if (!(Number.isInteger(threads) && threads >= 1)) {
    throw new RangeError(`batchThreads: threads must be a whole number from 1; got ${threads}`);
  }
  const others = Array.from({ length: threads - 1 }, startThread);
  /** designs and cells, which do not change */
  const kept: Copies = new WeakMap();
  let stopped = false;
  return {
    async batch(design, statistics, options = {}) {
      if (stopped) throw new Error('batchThreads: these threads were stopped; call batchThreads again');
      const plan = planBatch(design, statistics, options);
      const sent = withoutColumns(statistics, design.rows);
      const queue = blockQueue(others.length * SLOTS_OF_A_THREAD);
      const slots = sent.columns.length > 0 ? slotsFor(others.length, design.rows) : [];
      const table = rawTable(statistics.length, plan.cells);
      const made = new Int32Array(new SharedArrayBuffer(plan.blocks.length * 4));
      const job = onSharedMemory(
        { design, statistics: sent.statistics, options, queue, slots, table, made },
        kept,
      );
      const answers = others.map((thread) => thread.ask(job));
      const results: SurveyEstimate[][][] = statistics.map(() => []);
      const finish = (worked: Worked): void => {
        results[worked.index] = plan.finish(worked);
      };
      const finishTable = (): void =>
        plan.blocks.forEach((members, block) => {
          if (Atomics.exchange(made, block, 0) === 0) return;
          for (const index of members) finish({ index, raw: readRaw(table, index, plan.cells) });
        });
      const works = (work: () => void): boolean => {
        try {
          work();
          return true;
        } catch {
          endQueue(queue);
          return false;
        }
      };
      const ownWork = works(() =>
        shareOut(plan, sent, { queue, slots }, (worked) => {
          worked.forEach(finish);
          finishTable();
        }),
      );
      const said = await Promise.all(answers);
      const whole =
        ownWork &&
        !said.includes('failed') &&
        works(() => {
          for (const answer of said) if (answer !== 'failed') answer.forEach(finish);
          finishTable();
        });
      // what is wrong is said as one thread says it
      return whole ? results : surveyBatch(design, statistics, options);
    },
    async stop() {
      stopped = true;
      await Promise.all(others.map((thread) => thread.stop()));
    },
  };
}

function slotsFor(threads: number, rows: number): Float64Array[][] {
  return Array.from({ length: threads * SLOTS_OF_A_THREAD }, () => slotColumns(rows));
}
