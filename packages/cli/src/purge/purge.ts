import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { markRealWaves, REAL_WAVES } from '@wavebook/stage';
import { UsageError } from '../usage-error.ts';
import { holdStages } from './hold-stages.ts';
import { type PurgeItem, purgePlan } from './plan.ts';

export interface PurgeOptions {
  /** Remove without asking. */
  readonly yes: boolean;
  /** Whether somebody can be asked. */
  readonly terminal: boolean;
}

/**
 * Lists what real microdata are in the repository at `root` and everything made from them, asks, and removes it.
 *
 * @throws UsageError if nobody can be asked and `yes` is not given; DataError if a stage is running.
 */
export async function purge(root: string, { yes, terminal }: PurgeOptions): Promise<void> {
  const release = await holdStages(root);
  try {
    const { items, real } = await purgePlan(root);
    if (items.length === 0) {
      await rm(join(root, REAL_WAVES), { force: true });
      console.log(
        'Nothing to remove: data/raw is empty, and nothing here was made from real waves. Synthetic waves stay.',
      );
      return;
    }
    console.log(listing(root, items));
    if (!yes) {
      if (!terminal)
        throw new UsageError('expected --yes, for this is no terminal to ask on; nothing was removed');
      if (!(await confirmed())) return console.log('Nothing was removed.');
    }
    // should the removal be cut short, the next one still knows that real waves were here
    if (real) await markRealWaves(root);
    for (const { paths } of items)
      for (const path of paths) await rm(path, { recursive: true, force: true, maxRetries: 3 });
    await rm(join(root, REAL_WAVES), { force: true });
    console.log('Removed. npm run whitebook makes the book from the synthetic waves again.');
  } finally {
    await release();
  }
}

function listing(root: string, items: readonly PurgeItem[]): string {
  const width = Math.max(...items.map(({ name }) => name.length));
  const lines = items.map(
    ({ name, files, bytes, links }) =>
      `  ${name.padEnd(width)}  ${files} files, ${size(bytes)}${links > 0 ? `, ${links} links (what they point to stays)` : ''}`,
  );
  return [
    `To be removed for good from ${root}:`,
    ...lines,
    ...(items.some(({ name }) => name.startsWith("turbo's"))
      ? ['In the cache real and synthetic waves cannot be told apart: every entry of a data stage goes.']
      : []),
    'Copies outside this folder (the original file, exports, backups) are not touched.',
  ].join('\n');
}

function size(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

async function confirmed(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question('Remove them? Type yes: ')).trim().toLowerCase() === 'yes';
  } finally {
    lines.close();
  }
}
