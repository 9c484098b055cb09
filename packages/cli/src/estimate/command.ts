import type { Command } from 'commander';
import { once, withReading } from '../reading-options.ts';
import type { EstimateOptions, StatisticRequest } from './request.ts';

const DESCRIPTION = `Design-based estimates from a data file of any survey: what R's survey package gives.

Rows come as asked on the command line: statistics in the order typed; for each, the breakdowns (--by) in the order typed;
in each, groups in natural order (by size if all are numbers, else by code points); in each group, categories likewise.`;

const NOTES = `
Columns of the result:
  statistic,variable,category,by,group,estimate,se,ci_low,ci_high,cv,deff,df,n,n_weighted,quality
  n: rows with an answer; df: PSUs minus strata among the group's rows; deff: against simple random sampling
  without replacement; quality: reliable, use_with_caution, unreliable or review (a flag; numbers are always printed)

Names of columns:
  A name that holds the sign of its option (/ in --ratio, @ in --quantile, a comma in lists) stands in double quotes,
  inside single quotes for the shell: --ratio '"收入/月"/"工时"'. A double quote in a name is doubled.

--where:
  == != < <= > >=, in ('a', 'b'), is missing, is not missing, joined by and, or, not (also &&, ||, !) and brackets.
  Text stands in 'single quotes', a column bare or in "double quotes". A row for which a missing cell leaves the
  expression open is outside the population. The rows outside stay in the design.

--margins M.csv:
  columns margin,level,total; a margin is a column, or columns joined by ":", and its levels likewise; a ":" inside a
  name or level is written "\\:". Blank cells and levels without a total are errors. --method logit takes --bounds
  0.1,10 if none are given.

--replicates:
  With --margins every replicate is calibrated to the controls. Quantiles have no jackknife. Bootstraps begin with seed 1,
  so that a call gives the same numbers each time. df stays PSUs minus strata.

Intervals:
  t with df. --ci-method is for proportions (default logit) and, as far as R has it, quantiles (default mean: Woodruff);
  means, totals and ratios have t intervals. Without df there is no interval.

Examples:
  wavebook estimate 调查.csv --weight w --strata province --psu county --mean income --proportion contract
  wavebook estimate 调查.csv --weight w --proportion contract --by sex --by sex,age_group --format csv --out 合同.csv
  wavebook estimate 调查.csv --weight w --quantile income@0.1,0.5,0.9 --where "sex == 'female' and age >= 16"
  wavebook estimate 调查.csv --weight w --margins controls.csv --total members --ratio wage/hours`;

/** Declares `wavebook estimate`; what it does is loaded when it is called. */
export function declareEstimate(program: Command): void {
  const asked: [StatisticRequest['statistic'], string][] = [];
  const ask =
    (statistic: StatisticRequest['statistic']) =>
    (text: string): string => {
      asked.push([statistic, text]);
      return text;
    };
  withReading(
    program
      .command('estimate')
      .summary('design-based estimates from any data file')
      .description(DESCRIPTION)
      .argument('<file>', 'Stata, SPSS, CSV, Excel, Parquet or Arrow, also in a zip or gzip file')
      .option('--weight <column>', 'weights', once)
      .option('--strata <column>', 'first-stage strata', once)
      .option('--psu <columns>', 'primary sampling units P, or the units of two stages P,P2', once)
      .option(
        '--fpc <columns>',
        'population counts or sampling fractions, one column a stage: F or F,F2',
        once,
      )
      .option('--no-nest', 'refuse PSU ids that restart in strata, instead of taking them as different PSUs')
      .option(
        '--lonely-psu <rule>',
        'stratum with one PSU: fail (default), remove, certainty, adjust, average',
        once,
      )
      .option('--mean <column>', 'mean (repeatable, as the four below)', ask('mean'))
      .option('--proportion <column>', 'share of every answer of the column', ask('proportion'))
      .option('--total <column>', 'total', ask('total'))
      .option('--ratio <N/D>', 'total of N over total of D', ask('ratio'))
      .option('--quantile <V@p,p>', 'quantiles of V at probabilities p (0.5: the median)', ask('quantile'))
      .option('--by <columns>', 'breakdown by A, or crossed A,B (repeatable: each in turn)', several)
      .option('--where <expression>', 'the population: "sex == \'female\'"', once)
      .option('--ci-level <level>', 'level of the intervals (default 0.95)', once)
      .option(
        '--ci-method <method>',
        'logit, mean, xlogit, asin, beta, beta_nchs, wilson or likelihood',
        once,
      )
      .option(
        '--unweighted',
        'every weight is 1, same strata and PSUs; instead of --weight, or putting it aside',
      )
      .option('--margins <M.csv>', 'population totals that the weights are calibrated to', once)
      .option('--method <method>', 'calibration: rake (default), linear or logit', once)
      .option('--bounds <L,U>', 'limits of weight after / weight before in the calibration', once)
      .option(
        '--replicates <method>',
        'standard errors from jackknife, bootstrap:500, rao-wu-yue-beaumont:500, brr or fay:0.5',
        once,
      )
      .option('--labels', 'write labels for codes, where the file has any (a CSV has none)')
      .option(
        '--format <format>',
        'table (default), csv or json; without it --out X.csv and X.json choose',
        once,
      )
      .option('--out <file>', 'write to a file instead of standard output', once),
  )
    .showHelpAfterError('(wavebook estimate --help shows the options)')
    .addHelpText('after', NOTES)
    .action(async (file: string, options: Omit<EstimateOptions, 'statistics'>) => {
      const { estimateRequest, statisticRequest } = await import('./request.ts');
      const statistics = asked.map(([statistic, text]) => statisticRequest(statistic, text));
      const request = estimateRequest(file, { ...options, statistics });
      const { estimate } = await import('./estimate.ts');
      await estimate(request);
    });
}

const several = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];
