import { Worker } from 'node:worker_threads';
import {
  type BatchStatistic,
  type DomainCells,
  type SurveyDesign,
  type SurveyEstimate,
  surveyBatch,
} from '../src/index.ts';

/** Statistics that the batch sums side by side: a part is a multiple of them. */
const SIDE_BY_SIDE = 4;

/** Arguments of one `surveyBatch`. */
export interface Job {
  readonly design: SurveyDesign;
  readonly statistics: readonly BatchStatistic[];
  readonly breakdowns: readonly DomainCells[];
}

export function runJob({ design, statistics, breakdowns }: Job): SurveyEstimate[][][] {
  return surveyBatch(design, statistics, { breakdowns });
}

/**
 * Threads that stay for several batches, this one among them: a batch is split by statistic, never by row, so that the result is
 * the same to the last bit. Columns on a `SharedArrayBuffer` are not copied.
 */
export function batchThreads(threads: number) {
  const workers = Array.from(
    { length: threads - 1 },
    () => new Worker(new URL('./batch-thread.mjs', import.meta.url)),
  );
  const runIn = (worker: Worker, job: Job): Promise<SurveyEstimate[][][]> =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(job);
    });
  return {
    async batch({ statistics, ...shared }: Job): Promise<SurveyEstimate[][][]> {
      const part = Math.ceil(statistics.length / threads / SIDE_BY_SIDE) * SIDE_BY_SIDE;
      const partOf = (thread: number): Job => ({
        ...shared,
        statistics: statistics.slice(thread * part, (thread + 1) * part),
      });
      const others = workers.map((worker, i) => runIn(worker, partOf(i + 1)));
      return [runJob(partOf(0)), ...(await Promise.all(others))].flat();
    },
    stop: (): Promise<number[]> => Promise.all(workers.map((worker) => worker.terminate())),
  };
}
