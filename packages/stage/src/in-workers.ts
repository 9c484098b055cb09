import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

const runOne = <Output>(module: string, input: unknown): Promise<Output> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { module, input } });
    worker.once('message', (message: { output: Output } | { failure: Failure }) => {
      if ('output' in message) return resolve(message.output);
      const error = new Error(message.failure.message);
      error.name = message.failure.name;
      if (message.failure.stack) error.stack = message.failure.stack;
      reject(error);
    });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`inWorkers: a worker of ${module} ended with code ${code}`)),
    );
  });

/**
 * Calls the function `run` that `module` (a file URL) exports once per input, in worker threads, one per core, and gives the outputs in the
 * order of the inputs. A single input runs in this thread. The first failure in input order is thrown after all have ended.
 */
export async function inWorkers<Input, Output>(module: string, inputs: readonly Input[]): Promise<Output[]> {
  if (inputs.length <= 1) {
    const { run } = (await import(module)) as { run: (input: Input) => Promise<Output> };
    return Promise.all(inputs.map(run));
  }
  const settled: PromiseSettledResult<Output>[] = [];
  let next = 0;
  const take = async (): Promise<void> => {
    while (next < inputs.length) {
      const i = next++;
      const [outcome] = await Promise.allSettled([runOne<Output>(module, inputs[i])]);
      settled[i] = outcome;
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), inputs.length) }, take));
  const failures = settled.filter((s) => s.status === 'rejected');
  if (failures.length > 1) {
    const messages = failures.map((f) => (f.reason instanceof Error ? f.reason.message : String(f.reason)));
    const error = new Error(messages.join('\n'));
    error.name = (failures[0] as PromiseRejectedResult).reason?.name ?? 'Error';
    throw error;
  }
  if (failures[0]) throw failures[0].reason;
  return settled.map((s) => (s as PromiseFulfilledResult<Output>).value);
}
