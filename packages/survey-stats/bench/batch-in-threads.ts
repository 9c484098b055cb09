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
/** So many parts a thread, so that none waits long for the last; each has memory of its own to make. */
const PARTS = 2;

export interface Job {
  readonly design: SurveyDesign;
  readonly statistics: readonly BatchStatistic[];
  readonly breakdowns: readonly DomainCells[];
  /** statistics in a part */
  readonly part: number;
  /** number of the next part, shared by all threads */
  readonly next: Int32Array;
}

type Part = readonly [number: number, estimates: SurveyEstimate[][][]];

/** Takes part after part until none is left. */
export function takeParts({ design, statistics, breakdowns, part, next }: Job): Part[] {
  const parts: Part[] = [];
  for (;;) {
    const taken = Atomics.add(next, 0, 1);
    const own = statistics.slice(taken * part, (taken + 1) * part);
    if (own.length === 0) return parts;
    parts.push([taken, surveyBatch(design, own, { breakdowns })]);
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
  const parts = threads === 1 ? 1 : threads * PARTS;
  const part = Math.ceil(statistics.length / parts / SIDE_BY_SIDE) * SIDE_BY_SIDE;
  const next = new Int32Array(new SharedArrayBuffer(4));
  const job: Job = { design, statistics, breakdowns, part, next };
  const others = Array.from(
    { length: threads - 1 },
    () =>
      new Promise<Part[]>((resolve, reject) => {
        const worker = new Worker(new URL('./batch-thread.mjs', import.meta.url), { workerData: job });
        worker.once('message', resolve);
        worker.once('error', reject);
      }),
  );
  const taken = [takeParts(job), ...(await Promise.all(others))].flat();
  return taken.sort(([a], [b]) => a - b).flatMap(([, estimates]) => estimates);
}
