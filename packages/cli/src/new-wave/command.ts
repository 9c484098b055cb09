import type { Command } from 'commander';
import { withReading } from '../reading-options.ts';

const DESCRIPTION = `Takes the file of a survey wave in: copies it to data/raw/<instrument>/<wave>/ (git never sees that folder), writes snapshot.json beside
it, and says which columns are what. A known layout is read by its codebook. For any other a draft is written, codebook.yaml, with a
reason for every mapping; what a person must decide is marked there. wavebook run then takes the wave up.`;

const NOTES = `
Instruments: monitoring (the yearly sample of migrants), monitoring-residents, baseline-worker, baseline-enterprise.

Examples:
  wavebook new-wave "2014年全国个人A卷 【全】.dta" --instrument monitoring --wave 2014
  wavebook new-wave 问卷.sav --instrument monitoring --wave 2019 --interview 2019-05 --ages 15+
  wavebook new-wave 更正.csv --instrument monitoring --wave 2019 --replace
  wavebook new-wave 工人.xlsx --instrument baseline-worker --wave 2009-baseline --second 子女.xlsx --sample 样本.csv

--sample needs the columns respondent_id (of enterprises enterprise_id), arm (pilot, comparison), part (first, panel, new), status (responded,
refused, not_found, left_site, unknown), psu, stratum, site_assigned, group, weight; --design needs respondent_id, stratum, psu.`;

/** Declares `wavebook new-wave`. */
export function declareNewWave(program: Command): void {
  withReading(
    program
      .command('new-wave')
      .summary('take the file of a survey wave in')
      .description(DESCRIPTION)
      .argument('<file>', 'Stata, SPSS, CSV, Excel, Parquet or Arrow, also in a zip or gzip file')
      .requiredOption('--instrument <instrument>', 'which survey it is of')
      .requiredOption('--wave <wave>', 'its year, or for a baseline such as 2009-baseline')
      .option(
        '--replace',
        'put it in the place of the file of a wave that is there, keeping what was decided',
      )
      .option('--draft', 'draft a codebook although the layout is known')
      .option('--interview <YYYY-MM>', 'month of the interviews (default: May, to be decided)')
      .option(
        '--ages <from-to>',
        'ages that the survey covers: 15-59, 15+ (default: of the nearest layout, to be decided)',
      )
      .option(
        '--second <file>',
        'a second file whose rows belong to its records: children of workers, vacancies of enterprises',
      )
      .option(
        '--sample <file>',
        'list of sampled units of a baseline: their arm, whether they responded, cluster, stratum and weight',
      )
      .option(
        '--design <file>',
        'list of the records with their stratum and psu, where the file has neither',
      ),
  )
    .showHelpAfterError('(wavebook new-wave --help shows the options)')
    .addHelpText('after', NOTES)
    .action(async (file: string, options: Record<string, string | boolean | undefined>) => {
      const { repositoryRoot } = await import('@wavebook/stage');
      const { fileURLToPath } = await import('node:url');
      const { newWaveRequest } = await import('./request.ts');
      const { newWave } = await import('./new-wave.ts');
      const root = repositoryRoot(fileURLToPath(new URL('.', import.meta.url)));
      console.log((await newWave(root, newWaveRequest(file, options))).join('\n'));
    });
}
