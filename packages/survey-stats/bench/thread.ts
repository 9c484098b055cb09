/** One more thread of `batch-in-threads.ts`; compiled, it is `batch-thread.mjs`. */
import { parentPort } from 'node:worker_threads';
import { runJob } from './batch-in-threads.ts';

parentPort?.on('message', (job) => parentPort?.postMessage(runJob(job)));
