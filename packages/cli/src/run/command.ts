import type { Command } from 'commander';

/** Declares `wavebook run`. */
export function declareRun(program: Command, finish: (exitCode: number) => void): void {
  program
    .command('run')
    .summary('run the data pipeline: every wave found, raw file to white book')
    .description(
      'Runs the data pipeline with turbo: every wave found, raw file to white book. What is up to date comes from the cache.',
    )
    .option(
      '--topic <topic>',
      "one topic's charts alone, with all that they hang on: employment, insurance, services, mobility or integration",
    )
    .showHelpAfterError('(wavebook run --help shows the options)')
    .addHelpText('after', '\nExamples:\n  wavebook run\n  wavebook run --topic insurance')
    .action(async ({ topic }: { topic?: string }) => {
      const { runTurbo } = await import('./run-turbo.ts');
      finish(await runTurbo(topic));
    });
}
