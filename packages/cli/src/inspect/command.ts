import type { Command } from 'commander';
import { withReading } from '../reading-options.ts';

const DESCRIPTION = `What a data file holds, whatever wrote it: rows, encoding and how it is known, variables with type and label, answers with their counts and
labels, missing codes; and which known survey layouts it fits, how well, and what separates it from them.`;

const NOTES = `
Only what is shown is read: of Stata, SPSS, Parquet and Arrow files the header, and the columns that are counted. Answers are counted for --columns,
and for all variables of a file of up to 10 million cells. --columns takes names, with * for any letters.

Columns of --format csv, one row for each variable and answer:
  position,variable,label,type,storage,format,filled,empty,distinct,minimum,maximum,value,value_label,count,declared_missing

Examples:
  wavebook inspect "2014年全国个人A卷 【全】.dta"
  wavebook inspect 问卷.sav --columns "q101*,收入"
  wavebook inspect 压缩.zip --member 2017.csv --format json > 2017.json`;

/** Declares `wavebook inspect`. */
export function declareInspect(program: Command): void {
  withReading(
    program
      .command('inspect')
      .summary('what a data file holds, and which known layout it has')
      .description(DESCRIPTION)
      .argument('<file>', 'Stata, SPSS, CSV, Excel, Parquet or Arrow, also in a zip or gzip file')
      .option('--columns <names>', 'these columns alone, in detail: a,b or "q101*"')
      .option('--format <format>', 'table (default), csv or json'),
  )
    .showHelpAfterError('(wavebook inspect --help shows the options)')
    .addHelpText('after', NOTES)
    .action(async (file: string, options: Record<string, string | undefined>) => {
      const { inspect } = await import('./inspect.ts');
      await inspect(file, options);
    });
}
