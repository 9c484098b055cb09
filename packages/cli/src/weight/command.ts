import type { Command } from 'commander';
import { once, withReading } from '../reading-options.ts';
import type { WeightOptions } from './request.ts';

const DESCRIPTION = `Calibrates the weights of a data file of any survey to population totals.

Writes every row in the order of the file, every column as it stands, then g (weight after / weight before) and
final_weight. What the weighting did goes to standard error.`;

const NOTES = `
--margins M.csv:
  columns margin,level,total; a margin is a column, or columns joined by ":", and its levels likewise; a ":" inside a
  name or level is written "\\:". All margins add up to the same population. Blank cells and levels without a total are
  errors, except in rows of weight 0.

--method:
  rake         exponential distance: weights stay above 0 (default)
  linear       chi-square distance: weights may fall below 0 without --bounds
  logit        between bounds; 0.1,10 if neither --bounds nor --trim is given
  poststratify the cells of one margin (a:b for crossed columns), each scaled to its total

--bounds L,U limits g, --trim L,U the final weight; with either or both the margins are still met exactly, or the command stops
and says which bounds would work.

The result: comma-separated, UTF-8, whatever the format, encoding and separator of FILE. A row of weight 0 keeps final_weight 0 and
has a blank g. Standard errors from calibrated weights need the margins: wavebook estimate FILE --weight W --margins M.csv

Examples:
  wavebook weight 调查.csv --weight w --margins controls.csv --out 加权.csv
  wavebook weight 调查.csv --weight w --margins controls.csv --method logit --bounds 0.3,3 --out 加权.csv
  wavebook weight 调查.csv --weight w --margins controls.csv --trim 0,8000 --out 加权.csv`;

/** Declares `wavebook weight`; what it does is loaded when it is called. */
export function declareWeight(program: Command): void {
  withReading(
    program
      .command('weight')
      .summary('calibrate the weights of any data file to population totals')
      .description(DESCRIPTION)
      .argument('<file>', 'Stata, SPSS, CSV, Excel, Parquet or Arrow, also in a zip or gzip file')
      .option('--weight <column>', 'weights before calibration', once)
      .option('--margins <M.csv>', 'population totals: margin,level,total', once)
      .option('--method <method>', 'rake (default), linear, logit or poststratify', once)
      .option('--bounds <L,U>', 'limits of g, weight after / weight before, for example 0.3,3', once)
      .option('--trim <L,U>', 'limits of the final weight, for example 0,8000', once)
      .option('--out <OUT.csv>', 'file to write', once),
  )
    .showHelpAfterError('(wavebook weight --help shows the options)')
    .addHelpText('after', NOTES)
    .action(async (file: string, options: WeightOptions) => {
      const { weightRequest } = await import('./request.ts');
      const request = weightRequest(file, options);
      const { weight } = await import('./weight.ts');
      await weight(request);
    });
}
