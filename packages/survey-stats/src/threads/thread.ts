/** One more thread of `batch-threads.ts`; in the published package it is `thread.mjs` with all that it needs. */
import { parentPort } from 'node:worker_threads';
import { planBatch } from '../estimation/batch-plan.ts';
import { type Answer, endBlocks, type Job, takeBlocks } from './job.ts';
import { type PackedEstimates, packEstimates } from './packed-estimates.ts';

parentPort?.on('message', ({ design, statistics, options, next }: Job) => {
  const packed: PackedEstimates[] = [];
  let answer: Answer = packed;
  try {
    const plan = planBatch(design, statistics, options);
    takeBlocks(plan, next, (index, estimates) => packed.push(packEstimates(index, estimates)));
  } catch {
    // the thread that asked runs the batch alone then, and throws what one thread throws
    endBlocks(next);
    answer = 'failed';
  }
  parentPort?.postMessage(
    answer,
    packed.map(({ numbers }) => numbers.buffer),
  );
});
