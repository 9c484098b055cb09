/** One more thread of `batch-in-threads.ts`; compiled, it is `batch-thread.mjs`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Job, takeParts } from './batch-in-threads.ts';

parentPort?.postMessage(takeParts(workerData as Job));
