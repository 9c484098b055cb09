import { type Command, Option } from 'commander';
import type { ChartRequest } from './chart.ts';

const NOTES = `
Types, as far as the estimates carry them:
  bars, dots            a breakdown in one wave
  tiles                 provinces as squares
  stacked, diverging, pyramid
                        the answers of a structure indicator by a breakdown
  heat, matrix          two breakdowns, or one over the waves; origins against destinations
  trend, ribbon         the waves, with whiskers or with a band
  dumbbell, slope       the first and the last wave
  multiples, tile-multiples
                        one small trend for each level
  comparator            beside the figures of other sources
  indicators, profile   several indicators of one unit, joined by commas: for everybody, by a breakdown
  items                 several structures of one scale, such as statements that people agree with
A call with a type that does not fit lists those that do. Numbers that may not be published are drawn as their mark.

Distributions (ecdf, lorenz) and assumptions (tornado) are charts of the library, not of estimates.csv.

Languages: zh and en give one picture; both gives one in each, with the same numbers in one .csv.

Files, for each language: .vl.json .svg .png .pdf .alt.txt, and the numbers behind the chart as .csv.

Examples:
  wavebook chart contract_signed --by province
  wavebook chart contract_signed --by sex,age_group --type heat --lang zh
  wavebook chart pension_insured,work_injury_insured --by industry
  wavebook chart contract_signed --by province --wave 2016,2017 --type dumbbell --out 图`;

/** Declares `wavebook chart`; what it does is loaded when it is called. */
export function declareChart(program: Command): void {
  program
    .command('chart')
    .summary('a single figure of one indicator')
    .description(
      'Draws one figure of an indicator from data/estimates, which wavebook run makes: every format, Chinese and English.',
    )
    .argument('<indicator>', 'such as contract_signed, or several joined by commas')
    .option('--by <dimension>', 'a breakdown, two joined by a comma', 'all')
    .option(
      '--wave <wave>',
      'by default the latest that has it; two or more, joined by commas, for types over waves',
    )
    .option('--type <type>', 'by default the usual one for the breakdown')
    .addOption(
      new Option('--lang <language>', 'Chinese, English, or a picture in each')
        .choices(['zh', 'en', 'both'])
        .default('both'),
    )
    .option('--out <folder>', 'where the files go', '.')
    .showHelpAfterError('(wavebook chart --help shows the options)')
    .addHelpText('after', NOTES)
    .action(async (indicator: string, options: Omit<ChartRequest, 'indicator'>) => {
      const { chart } = await import('./chart.ts');
      const { repositoryRoot } = await import('@wavebook/stage');
      for (const path of await chart(repositoryRoot(import.meta.dirname), { indicator, ...options }))
        console.log(path);
    });
}
