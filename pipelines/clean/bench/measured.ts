/** Seconds, CPU seconds and memory of a piece of work in this process, printed as JSON. */
export async function measured(work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    JSON.stringify({ seconds, cpu: (user + system) / 1e6, megabytes: process.memoryUsage.rss() / 2 ** 20 }),
  );
}
