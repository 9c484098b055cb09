/** One more thread of `batch-in-threads.ts`, from the same compiled modules. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Job, takeParts } from './batch-in-threads.ts';

parentPort?.postMessage(takeParts(workerData as Job));
