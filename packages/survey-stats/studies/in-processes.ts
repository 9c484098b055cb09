import { fork } from 'node:child_process';

/** A formula by name, and whether only the files named for it are tried. */
export type Task = readonly [name: string, named: boolean];

/**
 * Sends each task to one of so many processes of `module`, the next to whoever is free. A process answers with the test that failed, or
 * null for a formula that was broken unseen.
 *
 * @returns the tests by name, in the order of the tasks. @throws if a process ends before its answer.
 */
export async function inProcesses(
  module: string,
  tasks: readonly Task[],
  processes: number,
): Promise<Map<string, string>> {
  const answers: (string | null)[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: processes }, async () => {
      const child = fork(module, { execArgv: process.execArgv });
      try {
        while (next < tasks.length) {
          const at = next++;
          const task = tasks[at] as Task;
          const answer = new Promise<string | null>((resolve, reject) => {
            child.once('message', resolve);
            child.once('exit', (code) =>
              reject(new Error(`check:mutation: a process ended with code ${code} at "${task[0]}"`)),
            );
          });
          child.send(task);
          answers[at] = await answer;
          child.removeAllListeners();
          console.log(`${answers[at] === null ? 'SURVIVED' : 'caught'} ${task[0]}`);
        }
      } finally {
        child.kill();
      }
    }),
  );
  return new Map(
    tasks.flatMap(([name], at) => {
      const test = answers[at];
      return typeof test === 'string' ? [[name, test] as const] : [];
    }),
  );
}
