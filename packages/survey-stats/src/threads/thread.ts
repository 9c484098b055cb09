/** One more thread of `batch-threads.ts`; in the published package it is `thread.mjs` with all that it needs. */
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { planBatch, type Worked } from '../estimation/batch-plan.ts';
import type { BatchStatistic } from '../estimation/survey-batch.ts';
import { endQueue, releaseSlot, waitForBlock } from './block-queue.ts';
import type { Answer, Job } from './job.ts';
import { writeRaw } from './raw-table.ts';
import { columnsOf, withColumns } from './sent-columns.ts';
import { warmUp } from './warm-up.ts';

const answer = (job: Job): void => parentPort?.postMessage(work(job));

if (parentPort) {
  const waiting: { message: Job } | undefined = receiveMessageOnPort(parentPort);
  if (waiting) answer(waiting.message);
  else warmUp(work);
  parentPort.on('message', answer);
}

function work({ design, statistics, options, queue, slots, table, made }: Job): Answer {
  const quantiles: Extract<Worked, { estimates: unknown }>[] = [];
  const asked = [...statistics] as unknown as BatchStatistic[];
  try {
    const plan = planBatch(design, asked, options);
    for (let taken = waitForBlock(queue); taken; taken = waitForBlock(queue)) {
      const { slot, block } = taken;
      const members = plan.blocks[block]!;
      const numbers = columnsOf(statistics, members);
      for (const index of members) asked[index] = withColumns(statistics[index]!, numbers, slots[slot] ?? []);
      let inTable = 0;
      for (const worked of plan.work(members)) {
        if ('estimates' in worked) {
          quantiles.push(worked);
        } else {
          writeRaw(table, worked.index, worked.raw);
          inTable = 1;
        }
      }
      Atomics.store(made, block, inTable);
      releaseSlot(queue, slot);
    }
    return quantiles;
  } catch {
    // the thread that asked runs the batch alone then, and throws what one thread throws
    endQueue(queue);
    return 'failed';
  }
}
