import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  domainCells,
  type Margin,
  rake,
  type SurveyDesign,
  surveyDesign,
  surveyProportion,
} from '@wavebook/survey-stats';
import {
  DEFAULT_SEED,
  drawSample,
  generatePopulation,
  type Population,
  type Sample,
  sampledValues,
} from '../src/index.ts';

/**
 * Do 95 % intervals cover? Draws the 2017 population's sample again and again under its true design, rakes each to the two control
 * margins, estimates two shares with residual variances and logit intervals, and compares them with the true values.
 *
 * `node --conditions=@wavebook/source --import tsx packages/synthetic/studies/coverage.ts [--samples N] [--write]`
 */

interface Figure {
  readonly id: string;
  readonly variable: string;
  /** Answers that count; every other answer is in the denominator, who is not asked is in no domain. */
  readonly codes: readonly string[];
}

const figures: readonly Figure[] = [
  { id: 'medical_insured', variable: 'medical_insured', codes: ['yes'] },
  {
    id: 'contract_signed',
    variable: 'contract',
    codes: ['fixed_term', 'open_ended', 'one_job', 'probation', 'other'],
  },
];
const FIRST_SAMPLE_SEED = 1000;

/** 1 for the codes that count, 0 for other answers, NaN for none. */
function indicator(values: Float64Array, { variable, codes }: Figure, population: Population): Float64Array {
  const counted = codes.map((code) => population.categories[variable]?.indexOf(code));
  return values.map((place) => (Number.isNaN(place) ? Number.NaN : counted.includes(place) ? 1 : 0));
}

/** A margin's codes for some values, numbered by the levels that the population has. */
function dense(values: ArrayLike<number>, levels: readonly number[]): Int32Array {
  const places = new Map(levels.map((level, i) => [level, i]));
  return Int32Array.from(values, (value) => places.get(value) ?? -1);
}

interface Control {
  readonly name: string;
  readonly values: Float64Array;
  readonly levels: readonly number[];
  readonly totals: readonly number[];
}

function control(name: string, values: Float64Array): Control {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const levels = [...counts.keys()].sort((a, b) => a - b);
  return { name, values, levels, totals: levels.map((level) => counts.get(level) as number) };
}

const margin = ({ name, values, levels, totals }: Control, sample: Sample): Margin => ({
  name,
  codes: dense(
    Array.from(sample.person, (person) => values[person] as number),
    levels,
  ),
  levels: levels.map(String),
  totals,
});

interface Drawn {
  readonly estimate: number;
  readonly se: number;
  readonly deff: number;
  readonly covered: boolean;
}

function estimate(design: SurveyDesign, y: Float64Array, truth: number): Drawn {
  const asked = Int32Array.from(y, (value) => (Number.isNaN(value) ? -1 : 0));
  const [result] = surveyProportion(design, y, { domains: domainCells(design, asked, 1) });
  if (!result) throw new Error('estimate: surveyProportion gave no estimate');
  const covered = result.ciLow <= truth && truth <= result.ciHigh;
  return { estimate: result.estimate, se: result.se, deff: result.deff, covered };
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

function summary(figure: Figure, weighting: string, truth: number, drawn: readonly Drawn[]) {
  const estimates = drawn.map((d) => d.estimate);
  const centre = mean(estimates);
  const sd = Math.sqrt(estimates.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (estimates.length - 1));
  const rounded = (x: number) => Number(x.toPrecision(6));
  return {
    indicator: figure.id,
    weighting,
    truth: rounded(truth),
    mean_estimate: rounded(centre),
    empirical_sd: rounded(sd),
    bias_over_sd: rounded((centre - truth) / sd),
    mean_se_over_sd: rounded(mean(drawn.map((d) => d.se)) / sd),
    coverage: rounded(mean(drawn.map((d) => (d.covered ? 1 : 0)))),
    mean_deff: rounded(mean(drawn.map((d) => d.deff))),
  };
}

export function coverageStudy(samples: number) {
  const population = generatePopulation({
    wave: '2017',
    seed: DEFAULT_SEED,
    variables: ['province', 'sex', 'age_group', ...figures.map(({ variable }) => variable)],
  });
  const { province, sex, age_group: group } = population.columns as Record<string, Float64Array>;
  const crossed = (sex as Float64Array).map(
    (value, i) => 10 * value + ((group as Float64Array)[i] as number),
  );
  const controls = [control('province', province as Float64Array), control('sex:age_group', crossed)];
  const truths = figures.map((figure) => {
    const given = indicator(population.columns[figure.variable] as Float64Array, figure, population);
    return mean(Array.from(given).filter((value) => !Number.isNaN(value)));
  });
  const base = figures.map((): Drawn[] => []);
  const raked = figures.map((): Drawn[] => []);
  for (let i = 0; i < samples; i++) {
    const sample = drawSample(population, FIRST_SAMPLE_SEED + i);
    const design = surveyDesign({
      weight: sample.weight,
      strata: sample.stratum,
      psu: sample.psu,
      lonelyPsu: 'average',
    });
    const calibrated = rake(
      design,
      controls.map((c) => margin(c, sample)),
    ).design;
    figures.forEach((figure, f) => {
      const y = indicator(sampledValues(population, sample, figure.variable), figure, population);
      base[f]?.push(estimate(design, y, truths[f] as number));
      raked[f]?.push(estimate(calibrated, y, truths[f] as number));
    });
  }
  const rows = figures.flatMap((figure, f) => [
    summary(figure, 'base weights', truths[f] as number, base[f] as Drawn[]),
    summary(figure, 'raked', truths[f] as number, raked[f] as Drawn[]),
  ]);
  return { wave: '2017', population_seed: DEFAULT_SEED, first_sample_seed: FIRST_SAMPLE_SEED, samples, rows };
}

function markdown({ samples, rows }: ReturnType<typeof coverageStudy>): string {
  const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
  const lines = rows.map(
    (r) =>
      `| ${r.indicator} | ${r.weighting} | ${percent(r.truth)} | ${r.bias_over_sd.toFixed(3)} | ${r.mean_se_over_sd.toFixed(3)} | ${percent(r.coverage)} | ${r.mean_deff.toFixed(2)} |`,
  );
  return [
    `# Coverage of 95 % intervals`,
    '',
    `${samples} samples of the synthetic 2017 population under its true design (32 strata, sample points as PSUs), redrawn with fixed seeds;`,
    'linearised variances, residual form after raking to province and sex by age group; logit intervals. Made by `studies/coverage.ts --write`.',
    '',
    '| indicator | weights | true value | bias / SD | mean SE / SD | coverage | mean deff |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

const { values } = parseArgs({
  options: { samples: { type: 'string', default: '1000' }, write: { type: 'boolean' } },
});
const result = coverageStudy(Number(values.samples));
console.log(markdown(result));
if (values.write) {
  writeFileSync(new URL('coverage.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(new URL('coverage.md', import.meta.url), markdown(result));
}
const outside = result.rows.filter(
  (r) => r.coverage < 0.92 || r.coverage > 0.98 || r.mean_se_over_sd < 0.93 || r.mean_se_over_sd > 1.07,
);
for (const { indicator: id, weighting } of outside)
  console.error(`coverage: ${id} (${weighting}) lies outside coverage 92-98 % or SE ratio 0.93-1.07`);
if (outside.length > 0) process.exitCode = 1;
