import { Worker } from 'node:worker_threads';
import type { Answer, Job } from './job.ts';

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that answers jobs in their order, and keeps the process alive only while one is open. */
export function startThread() {
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
