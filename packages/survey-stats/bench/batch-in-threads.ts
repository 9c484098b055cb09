import { Worker } from 'node:worker_threads';
import {
  type BatchStatistic,
  type DomainCells,
  type SurveyDesign,
  type SurveyEstimate,
  surveyBatch,
} from '../src/index.ts';

/** Statistics a thread takes at a time: as many as the batch sums side by side. */
const PART = 4;

interface Job {
  readonly design: SurveyDesign;
  readonly statistics: readonly BatchStatistic[];
  readonly breakdowns: readonly DomainCells[];
  /** number of the next part, shared by all threads */
  readonly next: Int32Array;
}

type Part = readonly [number: number, estimates: SurveyEstimate[][][]];

/** Takes part after part until none is left. */
export function takeParts({ design, statistics, breakdowns, next }: Job): Part[] {
  const parts: Part[] = [];
  for (;;) {
    const part = Atomics.add(next, 0, 1);
    const own = statistics.slice(part * PART, (part + 1) * PART);
    if (own.length === 0) return parts;
    parts.push([part, surveyBatch(design, own, { breakdowns })]);
  }
}

/**
 * `surveyBatch` on several threads, this one among them: split by statistic, never by row, so that the result is the same to
 * the last bit. Columns on a `SharedArrayBuffer` are not copied.
 */
export async function batchInThreads(
  design: SurveyDesign,
  statistics: readonly BatchStatistic[],
  { breakdowns, threads }: { breakdowns: readonly DomainCells[]; threads: number },
): Promise<SurveyEstimate[][][]> {
  const job: Job = { design, statistics, breakdowns, next: new Int32Array(new SharedArrayBuffer(4)) };
  const others = Array.from(
    { length: threads - 1 },
    () =>
      new Promise<Part[]>((resolve, reject) => {
        const worker = new Worker(new URL('./batch-thread.mjs', import.meta.url), { workerData: job });
        worker.once('message', resolve);
        worker.once('error', reject);
      }),
  );
  const parts = [takeParts(job), ...(await Promise.all(others))].flat();
  return parts.sort(([a], [b]) => a - b).flatMap(([, estimates]) => estimates);
}
