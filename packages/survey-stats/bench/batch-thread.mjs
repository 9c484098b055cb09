// One more thread of batch-in-threads.ts. Plain JavaScript, because a thread starts without a TypeScript loader.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { takeParts } = await import('./batch-in-threads.ts');
parentPort.postMessage(takeParts(workerData));
