/** One more thread of `batch-threads.ts`; in the published package it is `thread.mjs` with all that it needs. */
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { planBatch, type Worked } from '../estimation/batch-plan.ts';
import { type Answer, endBlocks, type Job, takeBlocks } from './job.ts';
import { writeRaw } from './raw-table.ts';
import { warmUp } from './warm-up.ts';

const answer = (job: Job): void => parentPort?.postMessage(work(job));

if (parentPort) {
  const waiting: { message: Job } | undefined = receiveMessageOnPort(parentPort);
  if (waiting) answer(waiting.message);
  else warmUp(work);
  parentPort.on('message', answer);
}

function work({ design, statistics, options, state, table }: Job): Answer {
  const quantiles: Extract<Worked, { estimates: unknown }>[] = [];
  try {
    takeBlocks(planBatch(design, statistics, options), state, (block, worked) => {
      for (const own of worked) {
        if ('raw' in own) writeRaw(table, own.index, own.raw);
        else quantiles.push(own);
      }
      if (worked.some((own) => 'raw' in own)) Atomics.store(state, block + 1, 1);
    });
    return quantiles;
  } catch {
    // the thread that asked runs the batch alone then, and throws what one thread throws
    endBlocks(state);
    return 'failed';
  }
}
