import { type Command, Option } from 'commander';

const DESCRIPTION = `The harmonised records of one wave, or of several pooled, for your own package: labelled, with weights, and with the reason of every empty
cell. A codebook stands beside, as FILE.codebook.csv, in Chinese and English.`;

const NOTES = `
Stata and SPSS files hold answers as numbers with value labels; CSV and Parquet files hold their codes as text. Why a cell is empty:
  Stata    .a not asked, .b not applicable, .c refused, .d don't know, .e invalid, . missing
  SPSS     the same as values declared missing; the codebook lists them
  others   a column <name>_missing beside
Pooled waves keep the questions whose wording and answers are comparable; the others are named and left out.
The records are microdata: keep them as the access rules of the survey say.

Examples:
  wavebook export --instrument monitoring --wave 2017 --format dta --out 2017.dta
  wavebook export --instrument monitoring --wave 2014,2017 --stage clean --format sav --lang en --out pooled.sav`;

/** Declares `wavebook export`. */
export function declareExport(program: Command): void {
  program
    .command('export')
    .summary("write harmonised records for the researcher's own package")
    .description(DESCRIPTION)
    .requiredOption('--instrument <instrument>', 'monitoring, baseline-worker, …')
    .requiredOption('--wave <waves>', 'a wave, or several by commas')
    .addOption(
      new Option('--stage <stage>', 'cleaned records, or those with weights')
        .choices(['clean', 'weighted'])
        .default('weighted'),
    )
    .addOption(
      new Option('--records <records>', 'respondents, or the members of their households')
        .choices(['respondents', 'members'])
        .default('respondents'),
    )
    .addOption(
      new Option('--format <format>', 'of the file')
        .choices(['dta', 'sav', 'csv', 'parquet'])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--lang <lang>', 'language of the labels in the file').choices(['zh', 'en']).default('zh'),
    )
    .requiredOption('--out <file>', 'the file to write')
    .showHelpAfterError('(wavebook export --help shows the options)')
    .addHelpText('after', NOTES)
    .action(async (options: Record<string, string>) => {
      const { exportRecords } = await import('./export-records.ts');
      const { exportRequest } = await import('./request.ts');
      await exportRecords(exportRequest(options));
    });
}
