import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
try {
  const { run } = await import(workerData.module);
  parentPort.postMessage({ output: await run(workerData.input) });
} catch (error) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  parentPort.postMessage({ failure: { name, message, stack } });
}
