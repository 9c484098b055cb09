import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';

interface TraceCommandOptions {
  readonly format: 'text' | 'json';
  readonly lang: 'zh' | 'en';
  readonly showWithheld?: boolean;
}

/** Declares `wavebook trace`. */
export function declareTrace(program: Command): void {
  program
    .command('trace')
    .summary('from a number or figure of the book back to the raw file')
    .description(
      'From a number or figure of the book back to its definition, wave, weight, design, n, standard error, the verdict of its quality rule, and by the manifests of the stages to the hash of the raw file.',
    )
    .argument('<id>', 'id of a number (data-id in the page, at the right of a sheet), or the name of a chart')
    .addOption(
      new Option('--format <format>', 'text, or JSON for a program')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(new Option('--lang <lang>', 'language of the text').choices(['zh', 'en']).default('en'))
    .option('--show-withheld', "print a number that may not be shown, from this machine's estimates.csv")
    .showHelpAfterError('(wavebook trace --help shows the options)')
    .addHelpText(
      'after',
      '\nExamples:\n  wavebook trace contract_signed.level.monitoring.2017.sex.female.weighted\n  wavebook trace contract-signed-by-education --lang zh\n  wavebook trace contract_signed.level.monitoring.2017.all.all.weighted --format json',
    )
    .action(async (id: string, { format, lang, showWithheld = false }: TraceCommandOptions) => {
      const { repositoryRoot } = await import('@wavebook/stage');
      const { traceData, traceText } = await import('@wavebook/report');
      const { findTrace } = await import('./find-trace.ts');
      const trace = await findTrace(repositoryRoot(fileURLToPath(new URL('.', import.meta.url))), id);
      const text =
        format === 'json'
          ? JSON.stringify(traceData(trace, { showWithheld }), null, 2)
          : traceText(trace, { lang, showWithheld });
      process.stdout.write(`${text}\n`);
    });
}
