import { writeFileSync } from 'node:fs';
import { redrawStudy, type Study } from './redraw-study.ts';

/** `npm run check:programme` draws the surveys 1,000 times and writes `programme.json` and `programme.md`. */

const REDRAWS = 1000;
const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;

function markdown({ redraws, rows }: Study): string {
  return [
    '# Do the programme’s statements hold?',
    '',
    `${redraws} redraws of both rounds of the synthetic survey of workers, in the eight sites of the UNDP project and in the five survey sites of YEM, with`,
    'fixed seeds: communities with replacement, workers, who answers, who is lost. Differences in differences are of those followed, movers included, with non-response weights',
    'and communities as clusters, as `data/programme` makes them; the truth is that of everybody in the communities.',
    '`exchanged` changes in people and in no stratum: a third of the people of each stratum have exchanged their answers, so that its true change',
    'and its true difference in differences are 0. `monthly_income` is a mean, of those at work. *Met* is how often the status is “met” where the target is the true value.',
    'Made by `npm run check:programme`.',
    '',
    '| programme | outcome | true difference in differences | bias / SD | mean SE / SD | coverage of the 95 % interval | called significant | met, true value at the target | behind, the same |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.programme} | ${row.outcome} | ${row.outcome === 'monthly_income' ? `${row.true_difference.toFixed(0)} yuan` : percent(row.true_difference)} | ${row.bias_over_sd.toFixed(3)} | ${row.mean_se_over_sd.toFixed(3)} | ${percent(row.coverage)} | ${percent(row.significant)} | ${percent(row.met_at_target)} | ${percent(row.behind_at_target)} |`,
    ),
    '',
  ].join('\n');
}

const start = performance.now();
const study: Study = {
  redraws: REDRAWS,
  rows: (['undp', 'yem'] as const).flatMap((programme) => redrawStudy({ programme, redraws: REDRAWS }).rows),
};
writeFileSync(new URL('programme.json', import.meta.url), `${JSON.stringify(study, null, 1)}\n`);
writeFileSync(new URL('programme.md', import.meta.url), markdown(study));
console.log(markdown(study));
console.log(`${((performance.now() - start) / 1000).toFixed(0)} s`);
const outside = study.rows.filter(
  ({ outcome, coverage, significant, met_at_target }) =>
    coverage < 0.93 ||
    coverage > 0.97 ||
    met_at_target > 0.04 ||
    (outcome === 'exchanged' && (significant < 0.035 || significant > 0.065)),
);
if (outside.length > 0) {
  console.error(
    `outside the bounds: ${outside.map(({ programme, outcome }) => `${programme} ${outcome}`).join(', ')}`,
  );
  process.exitCode = 1;
}
