import { Worker } from 'node:worker_threads';
import { planBatch } from '../estimation/batch-plan.ts';
import { surveyBatch } from '../estimation/survey-batch.ts';
import type { SurveyEstimate } from '../estimation/survey-estimate.ts';
import { type Answer, endBlocks, type Job, takeBlocks } from './job.ts';
import { onSharedMemory } from './on-shared-memory.ts';
import { unpackEstimates } from './packed-estimates.ts';

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

/**
 * Batch threads: `surveyBatch` on several threads of Node, the same to the last bit as on one.
 *
 * Make them before the data are read, so that they have started when the first batch comes, and keep them for further batches; they do
 * not keep the process alive. A batch is split by statistic, never by row: a thread that is free takes the next four. Every column is
 * copied to memory that all threads read, but not those that stand on a `SharedArrayBuffer` already.
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
  let stopped = false;
  return {
    async batch(design, statistics, options = {}) {
      if (stopped) throw new Error('batchThreads: these threads were stopped; call batchThreads again');
      const plan = planBatch(design, statistics, options);
      const next = new Int32Array(new SharedArrayBuffer(4));
      const job = onSharedMemory({ design, statistics, options, next });
      const answers = others.map((thread) => thread.ask(job));
      const results: SurveyEstimate[][][] = statistics.map(() => []);
      let failed = false;
      try {
        takeBlocks(plan, next, (index, estimates) => {
          results[index] = estimates;
        });
      } catch {
        endBlocks(next);
        failed = true;
      }
      for (const answer of await Promise.all(answers)) {
        if (answer === 'failed') failed = true;
        else for (const packed of answer) results[packed.index] = unpackEstimates(packed);
      }
      // what is wrong is said as one thread says it
      return failed ? surveyBatch(design, statistics, options) : results;
    },
    async stop() {
      stopped = true;
      await Promise.all(others.map((thread) => thread.stop()));
    },
  };
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that answers jobs in their order. */
function startThread() {
  // without the options of this process, --import and --input-type among them
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), { execArgv: [] });
  const waiting: Waiting[] = [];
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  const died = (cause: unknown): void =>
    end(
      new Error(
        `batchThreads: a thread ended before its time (${cause instanceof Error ? cause.message : cause}); call batchThreads again, or surveyBatch`,
        { cause },
      ),
    );
  worker.on('message', (answer: Answer) => {
    waiting.shift()?.resolve(answer);
    if (waiting.length === 0) worker.unref();
  });
  worker.on('messageerror', died);
  worker.on('error', died);
  worker.on('exit', (code) => died(`exit code ${code}`));
  worker.unref();
  return {
    ask: (job: Job): Promise<Answer> =>
      new Promise((resolve, reject) => {
        if (ended) throw ended;
        worker.postMessage(job);
        worker.ref();
        waiting.push({ resolve, reject });
      }),
    async stop(): Promise<void> {
      end(new Error('batchThreads: the threads were stopped before the batch was done'));
      await worker.terminate();
    },
  };
}
