import type { Command } from 'commander';
import type { ExportWords } from './export-schema.ts';

const NOTES = `
--format:
  json-schema   JSON Schema 2020-12 of every record, and of every row of the files of data/
  table-schema  a Data Package with Table Schema 2.0 (Frictionless) an instrument
  ddi           DDI-Codebook 2.5 (XML) an instrument
  csvw          CSV on the Web metadata an instrument, and every code list as CSV
  sdmx          SDMX-CSV 2.0: header, components and code lists of the estimates
  codebook      the codebook as web pages

Every form says how well each column is known. DIR is replaced as a whole, and only if it holds nothing but an earlier export.

Examples:
  wavebook schema export --format ddi
  wavebook schema export --format json-schema --instrument baseline-worker --out 问卷`;

/** Declares `wavebook schema`; what it does is loaded when it is called. */
export function declareSchema(program: Command): void {
  program
    .command('schema')
    .summary('write the reference description of the surveys for other tools')
    .description('The reference description of the surveys: variables, codes, codebooks.')
    .showHelpAfterError('(wavebook schema export --help shows the options)')
    .addHelpText('after', NOTES)
    .command('export')
    .description(
      'Writes the reference description in a form that other tools read. Needs no network and no data.',
    )
    .option('--format <format>', 'json-schema, table-schema, ddi, csvw, sdmx or codebook')
    .option('--instrument <id>', 'one instrument alone: monitoring, monitoring-residents, baseline-worker, …')
    .option('--out <DIR>', 'folder to write (default: the name of the format)')
    .showHelpAfterError('(wavebook schema export --help shows the options)')
    .addHelpText('after', NOTES)
    .action(async (words: ExportWords) => {
      const { exportSchema } = await import('./export-schema.ts');
      await exportSchema(words);
    });
}
