import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildFrame, type Frame } from '../src/population/frame.ts';
import { type Intercepts, intercepts } from '../src/population/intercepts.ts';
import { generatePoint } from '../src/population/point.ts';
import { type SolvedWave, waves } from '../src/population/waves.ts';
import { logit } from '../src/random/logistic.ts';
import { computableDefinitions, truthCollector, truthValue } from '../src/truth/truth.ts';
import { DEFAULT_SEED } from '../src/write-wave.ts';

/**
 * Solves the constants of the models for the committed populations: each true value comes out at its target. A wave keeps the constants
 * of what it did not ask.
 *
 * `node --conditions=@wavebook/source --import tsx packages/synthetic/studies/solve-intercepts.ts [--wave W] [--write]`
 */

const transform = { logit, log: Math.log, identity: (x: number) => x };

/**
 * Constant, indicator (with its category), scale, how far the figure follows the constant (a guess; only the speed of the search hangs on
 * it), and the targets of 2011, 2014, 2016 and 2017. Stay is counted in whole months, so medians are: 52 months are nearest to 4.3 years.
 */
type Row = readonly [
  constant: keyof Intercepts,
  indicator: string,
  scale: keyof typeof transform,
  slope: number,
  targets: readonly [number, number, number, number],
];
const rows: readonly Row[] = [
  ['spouseHere', 'family_migration', 'logit', 0.65, [0.77, 0.795, 0.818, 0.819]],
  ['childHere', 'left_behind_children', 'logit', -0.9, [0.4, 0.37, 0.345, 0.335]],
  ['range', 'migration_range_structure/inter_province', 'logit', 0.6, [0.535, 0.52, 0.505, 0.5]],
  ['stayLocation', 'stay_years_median', 'log', 1, [40 / 12, 41 / 12, 48 / 12, 52 / 12]],
  ['employed', 'employed', 'logit', 0.7, [0.87, 0.86, 0.84, 0.83]],
  ['employee', 'employment_status_structure/employee', 'logit', 0.6, [0.62, 0.6, 0.585, 0.58]],
  ['contract', 'contract_signed', 'logit', 0.7, [0.56, 0.6, 0.63, 0.65]],
  ['hours', 'weekly_hours_mean', 'identity', 1, [57.4, 56.3, 55.3, 55]],
  ['income', 'monthly_income_mean', 'log', 1, [2500, 3540, 4050, 4350]],
  ['insured', 'medical_insured', 'logit', 0.75, [0.86, 0.885, 0.905, 0.914]],
  ['urbanEmployee', 'insurance_urban_employee', 'logit', 0.55, [0.24, 0.26, 0.33, 0.35]],
  ['pension', 'pension_insured', 'logit', 0.65, [0.23, 0.42, 0.49, 0.52]],
  ['workInjury', 'work_injury_insured', 'logit', 0.5, [0.25, 0.29, 0.35, 0.37]],
  ['card', 'social_security_card', 'logit', 0.8, [0.25, 0.36, 0.47, 0.52]],
  ['record', 'health_record', 'logit', 0.7, [0.2, 0.2299, 0.3844, 0.2729]],
  ['healthEducation', 'health_education_any', 'logit', 0.9, [0.65, 0.7, 0.74, 0.72]],
  ['heard', 'public_health_services_heard', 'logit', 0.8, [0.4, 0.5, 0.58, 0.61]],
  ['permit', 'residence_permit', 'logit', 0.6, [0.65, 0.62, 0.65, 0.66]],
  ['intention', 'intends_to_stay', 'logit', 0.8, [0.8, 0.8, 0.82, 0.828]],
  ['unemployment', 'unemployment_insured', 'logit', 0.5, [0.1, 0.23, 0.3, 0.32]],
  ['maternity', 'maternity_insured', 'logit', 0.4, [0.07, 0.19, 0.27, 0.29]],
  ['housingFund', 'housing_fund', 'logit', 0.5, [0.05, 0.09, 0.13, 0.15]],
  ['insuredHere', 'medical_insured_here', 'logit', 0.6, [0.28, 0.28, 0.28, 0.28]],
  ['moves', 'moves_mean', 'log', 0.5, [1.9, 1.9, 1.9, 1.9]],
  ['kindergarten', 'children_in_kindergarten', 'logit', 0.8, [0.72, 0.8, 0.825, 0.83]],
  ['school', 'children_in_school', 'logit', 0.9, [0.975, 0.98, 0.984, 0.985]],
];
const stayMeans = [4.8, 4.9, 5.7, 6.1];
const ROUNDS = 7;
/** In the first rounds one point in this many is enough. */
const COARSE = 12;
const COARSE_ROUNDS = 4;

function measure(frame: Frame, every: number) {
  const collector = truthCollector(computableDefinitions(frame.wave));
  for (let i = 0; i < frame.points.length; i += every)
    for (const household of generatePoint(frame, frame.points[i] as Frame['points'][number]))
      collector.add(household);
  return collector.rows();
}

function solve(wave: SolvedWave): void {
  const frame = buildFrame({ wave, seed: DEFAULT_SEED });
  const constants = intercepts[wave] as { -readonly [K in keyof Intercepts]: number };
  const known = new Set(computableDefinitions(wave).map(({ id }) => id));
  const of = (values: readonly number[]) => values[waves.indexOf(wave)] as number;
  for (let round = 1; round <= ROUNDS; round++) {
    const last = round === ROUNDS;
    const truth = measure(frame, round <= COARSE_ROUNDS ? COARSE : 1);
    for (const [constant, indicator, scale, slope, targets] of rows) {
      const [id, category] = indicator.split('/') as [string, string | undefined];
      if (!known.has(id)) continue;
      const value = truthValue(truth, id, category);
      if (last) console.log(wave, indicator, value.toFixed(4), of(targets));
      else constants[constant] += (transform[scale](of(targets)) - transform[scale](value)) / slope;
    }
    const mean = truthValue(truth, 'stay_years_mean');
    const ratio = mean / truthValue(truth, 'stay_years_median');
    const medians = rows.find(([constant]) => constant === 'stayLocation')?.[4] as readonly number[];
    if (last) console.log(wave, 'stay_years_mean', mean.toFixed(4), of(stayMeans));
    else constants.staySpread += 1.1 * (Math.log(of(stayMeans) / of(medians)) - Math.log(ratio));
  }
}

const { values } = parseArgs({ options: { wave: { type: 'string' }, write: { type: 'boolean' } } });
const chosen = waves.filter((wave) => values.wave === undefined || values.wave === wave);
for (const wave of chosen) solve(wave);
if (values.write) {
  const file = new URL('../src/population/intercept-values.json', import.meta.url);
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  for (const wave of chosen)
    stored[wave] = Object.fromEntries(
      Object.entries(intercepts[wave]).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]),
    );
  writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`);
}
