import { readDamaged } from './read-damaged.ts';

/** Reads the damaged files that the parent names, one at a time, and tells what came of each. */
process.on('message', async ({ seed, index }: { seed: number; index: number }) => {
  let outcome: string;
  try {
    outcome = await readDamaged(seed, index);
  } catch (error) {
    outcome = `crash: ${error instanceof Error ? error.stack : String(error)}`;
  }
  process.send?.({ outcome, megabytes: process.resourceUsage().maxRSS / 1024 });
});
process.send?.({ ready: true });
