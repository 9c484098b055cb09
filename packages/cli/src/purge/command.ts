import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';

/** Declares `wavebook purge`. */
export function declarePurge(program: Command): void {
  program
    .command('purge')
    .summary('remove real microdata and everything made from them')
    .description(
      "Removes data/raw and, if real waves are or were in this working copy, every stage folder of data and turbo's cache of the stages. Lists it first, with counts and sizes, and asks. Synthetic waves, controls and published figures stay.",
    )
    .option('--yes', 'remove without asking')
    .showHelpAfterError('(wavebook purge --help shows the options)')
    .addHelpText('after', '\nExamples:\n  wavebook purge\n  wavebook purge --yes')
    .action(async ({ yes = false }: { yes?: boolean }) => {
      const { repositoryRoot } = await import('@wavebook/stage');
      const { purge } = await import('./purge.ts');
      const root = repositoryRoot(fileURLToPath(new URL('.', import.meta.url)));
      await purge(root, { yes, terminal: Boolean(process.stdin.isTTY && process.stdout.isTTY) });
    });
}
