import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Coverage, coverageStudy } from './coverage-study.ts';

/**
 * `npm run check:coverage` draws 1000 samples and writes `coverage.json` and `coverage.md`; `-- --samples N` draws N and prints only,
 * unless `--write`.
 */

const DEFAULT_SAMPLES = 1000;
/** Raking to provinces of few sample points has a bias that shrinks with one over their number; see the note in the page. */
const ratioBias = new Set(['family_migration', 'left_behind_children']);
const LARGEST_BIAS = 0.1;
const LARGEST_RATIO_BIAS = 0.3;

const percent = (x: number) => `${(100 * x).toFixed(1)} %`;

function markdown({ samples, rows }: Coverage): string {
  const ids = [...new Set(rows.map(({ indicator }) => indicator))];
  const cells = (id: string, weights: string, design: string): string[] => {
    const row = rows.find((r) => r.indicator === id && r.weights === weights && r.design === design);
    return row
      ? [row.bias_over_sd.toFixed(3), row.mean_se_over_sd.toFixed(3), percent(row.coverage)]
      : ['', '', ''];
  };
  const lines = ids.map((id) => {
    const truth = rows.find((r) => r.indicator === id)?.truth ?? Number.NaN;
    const shown = truth < 1 ? percent(truth) : String(Number(truth.toPrecision(5)));
    const columns = [
      cells(id, 'base', 'as_sampled'),
      cells(id, 'raked', 'as_sampled'),
      cells(id, 'raked', 'province_county'),
    ];
    return `| ${[id, shown, ...columns.flat()].join(' | ')} |`;
  });
  return [
    '# Coverage of 95 % intervals',
    '',
    `${samples} samples of the synthetic 2017 population, drawn under its true design with fixed seeds. *Base*: the weights of the design.`,
    '*Raked*: to province and to sex by age group, variances in residual form. *True design*: 32 strata, sample points as PSUs. *Fallback*:',
    'provinces as strata, counties as clusters, lonely rule `average`. Shares have logit intervals, quantiles Woodruff intervals, children',
    'are counted once with the household weight. Made by `npm run check:coverage`.',
    '',
    '| | | base, true design | | | raked, true design | | | raked, fallback | | |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    '| indicator | true value | bias / SD | mean SE / SD | coverage | bias / SD | mean SE / SD | coverage | bias / SD | mean SE / SD | coverage |',
    ...lines,
    '',
    'Migration with family, and children with it, go with the number of eligible people of a household, hence with the weight. Raking divides',
    'by the estimated size of each province, which 8 to 27 sample points give, and such a ratio has a bias of the order of one over that',
    'number, of one sign in all provinces: about a tenth of a percentage point here. With base weights there is none; with four times the',
    'sample points it is a fifth as large.',
    '',
  ].join('\n');
}

const { values } = parseArgs({ options: { samples: { type: 'string' }, write: { type: 'boolean' } } });
const samples = Number(values.samples ?? DEFAULT_SAMPLES);
const start = performance.now();
const result = coverageStudy({ samples });
console.log(markdown(result));
console.log(`${((performance.now() - start) / 1000).toFixed(0)} s`);
if (values.write || values.samples === undefined) {
  writeFileSync(new URL('coverage.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(new URL('coverage.md', import.meta.url), markdown(result));
}

/** With fewer samples the figures themselves are too uncertain for these bounds. */
if (samples >= DEFAULT_SAMPLES) {
  const limit = ({ weights, indicator }: (typeof result.rows)[number]): number =>
    weights === 'raked' && ratioBias.has(indicator) ? LARGEST_RATIO_BIAS : LARGEST_BIAS;
  const outside = result.rows.filter(
    (r) =>
      r.design === 'as_sampled' &&
      (r.coverage < 0.93 ||
        r.coverage > 0.97 ||
        r.mean_se_over_sd < 0.95 ||
        r.mean_se_over_sd > 1.05 ||
        Math.abs(r.bias_over_sd) > limit(r)),
  );
  for (const { indicator, weights } of outside)
    console.error(
      `coverage: ${indicator} with ${weights} weights lies outside coverage 93-97 %, SE ratio 0.95-1.05 or the largest bias`,
    );
  if (outside.length > 0) process.exitCode = 1;
}
