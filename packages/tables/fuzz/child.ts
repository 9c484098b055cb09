import { readFileSync, writeFileSync } from 'node:fs';
import { readDamaged } from './read-damaged.ts';

/** Reads the damaged files that the parent names, one at a time, and tells what came of each, and how much memory it took at most. */
process.on(
  'message',
  async ({ seed, index, readstat }: { seed: number; index: number; readstat: boolean }) => {
    // the peak of this file, not of those before
    writeFileSync('/proc/self/clear_refs', '5');
    let outcome: object;
    try {
      outcome = await readDamaged(seed, index, { readstat });
    } catch (error) {
      outcome = { outcome: 'failed', reason: error instanceof Error ? error.stack : String(error) };
    }
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    process.send?.({ ...outcome, megabytes: Number(peak) / 1024 });
  },
);
process.send?.({ ready: true });
