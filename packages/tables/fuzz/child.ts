import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readDamaged } from './read-damaged.ts';

/** Reads the damaged files that the parent names, one at a time, and tells what came of each, and how much memory it took at most. */
process.on(
  'message',
  async ({ seed, index, readstat }: { seed: number; index: number; readstat: boolean }) => {
    forgetPeak();
    let outcome: object;
    try {
      outcome = await readDamaged(seed, index, { readstat });
    } catch (error) {
      outcome = { outcome: 'failed', reason: error instanceof Error ? error.stack : String(error) };
    }
    process.send?.({ ...outcome, megabytes: peak() });
  },
);
process.send?.({ ready: true });

/** Linux forgets the peak of the files before; elsewhere it is that of all. */
function forgetPeak(): void {
  if (existsSync('/proc/self/clear_refs')) writeFileSync('/proc/self/clear_refs', '5');
}

function peak(): number {
  if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS / 1024;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}
