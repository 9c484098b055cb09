import { writeFileSync } from 'node:fs';
import { buildFrame, type Frame } from '../src/population/frame.ts';
import { type Intercepts, intercepts } from '../src/population/intercepts.ts';
import { generatePoint } from '../src/population/point.ts';
import { type Wave, waves } from '../src/population/waves.ts';
import { logit } from '../src/random/logistic.ts';
import { cellOfAnswers } from '../src/truth/cells.ts';
import { computableDefinitions, truthCollector, truthValue } from '../src/truth/truth.ts';
import { DEFAULT_SEED } from '../src/write-wave.ts';

/** Solves the constants of the models for the committed populations and writes `src/population/intercepts.ts`. */

interface Target {
  readonly constant: keyof Intercepts;
  readonly indicator: string;
  readonly category?: string;
  readonly scale: 'logit' | 'log' | 'identity';
  /** How far the figure follows the constant, as a guess; only the speed of the search hangs on it. */
  readonly slope?: number;
  readonly values: Readonly<Record<Wave, number>>;
}

/** Stay is counted in whole months, so medians are; 52 months are nearest to the published 4.3 years. */
const targets: readonly Target[] = [
  {
    constant: 'spouseHere',
    indicator: 'family_migration',
    scale: 'logit',
    slope: 0.65,
    values: { '2014': 0.795, '2017': 0.819 },
  },
  {
    constant: 'range',
    indicator: 'migration_range_structure',
    category: 'inter_province',
    scale: 'logit',
    slope: 0.6,
    values: { '2014': 0.52, '2017': 0.5 },
  },
  {
    constant: 'stayLocation',
    indicator: 'stay_years_median',
    scale: 'log',
    values: { '2014': 41 / 12, '2017': 52 / 12 },
  },
  {
    constant: 'employed',
    indicator: 'employed',
    scale: 'logit',
    slope: 0.7,
    values: { '2014': 0.86, '2017': 0.83 },
  },
  {
    constant: 'employee',
    indicator: 'employment_status_structure',
    category: 'employee',
    scale: 'logit',
    slope: 0.6,
    values: { '2014': 0.6, '2017': 0.58 },
  },
  {
    constant: 'contract',
    indicator: 'contract_signed',
    scale: 'logit',
    slope: 0.7,
    values: { '2014': 0.6, '2017': 0.65 },
  },
  {
    constant: 'hours',
    indicator: 'weekly_hours_mean',
    scale: 'identity',
    values: { '2014': 56.3, '2017': 55 },
  },
  {
    constant: 'income',
    indicator: 'monthly_income_mean',
    scale: 'log',
    values: { '2014': 3540, '2017': 4350 },
  },
  {
    constant: 'insured',
    indicator: 'medical_insured',
    scale: 'logit',
    slope: 0.75,
    values: { '2014': 0.885, '2017': 0.914 },
  },
  {
    constant: 'urbanEmployee',
    indicator: 'insurance_urban_employee',
    scale: 'logit',
    slope: 0.55,
    values: { '2014': 0.26, '2017': 0.35 },
  },
  {
    constant: 'pension',
    indicator: 'pension_insured',
    scale: 'logit',
    slope: 0.65,
    values: { '2014': 0.42, '2017': 0.52 },
  },
  {
    constant: 'workInjury',
    indicator: 'work_injury_insured',
    scale: 'logit',
    slope: 0.5,
    values: { '2014': 0.29, '2017': 0.37 },
  },
  {
    constant: 'card',
    indicator: 'social_security_card',
    scale: 'logit',
    slope: 0.8,
    values: { '2014': 0.36, '2017': 0.52 },
  },
  {
    constant: 'record',
    indicator: 'health_record',
    scale: 'logit',
    slope: 0.7,
    values: { '2014': 0.2299, '2017': 0.2729 },
  },
  {
    constant: 'healthEducation',
    indicator: 'health_education_any',
    scale: 'logit',
    slope: 0.9,
    values: { '2014': 0.7, '2017': 0.72 },
  },
  {
    constant: 'heard',
    indicator: 'public_health_services_heard',
    scale: 'logit',
    slope: 0.8,
    values: { '2014': 0.5, '2017': 0.61 },
  },
  {
    constant: 'permit',
    indicator: 'residence_permit',
    scale: 'logit',
    slope: 0.6,
    values: { '2014': 0.62, '2017': 0.66 },
  },
  {
    constant: 'intention',
    indicator: 'stay_intention',
    scale: 'logit',
    slope: 0.8,
    values: { '2014': 0.8, '2017': 0.828 },
  },
];
const stayMeans: Readonly<Record<Wave, number>> = { '2014': 4.9, '2017': 6.1 };
const ROUNDS = 7;
const transform = { logit, log: Math.log, identity: (x: number) => x };

function measure(frame: Frame, every: number) {
  const collector = truthCollector(frame.wave);
  let staying = 0;
  let people = 0;
  for (let i = 0; i < frame.points.length; i += every)
    for (const { answers } of generatePoint(frame, frame.points[i] as Frame['points'][number]))
      for (const person of answers) {
        collector.add(person, cellOfAnswers(person));
        people++;
        if (person.stay_intention === 'yes') staying++;
      }
  return { rows: collector.rows(), staying: staying / people };
}

function solve(wave: Wave): void {
  const frame = buildFrame({ wave, seed: DEFAULT_SEED });
  const constants = intercepts[wave] as { -readonly [K in keyof Intercepts]: number };
  const known = new Set(computableDefinitions(wave).map(({ id }) => id));
  for (let round = 1; round <= ROUNDS; round++) {
    const last = round === ROUNDS;
    const { rows, staying } = measure(frame, round <= 3 ? 12 : 1);
    for (const { constant, indicator, category, scale, slope = 1, values } of targets) {
      const own = indicator === 'stay_intention' || indicator === 'stay_years_median' || known.has(indicator);
      if (!own) continue;
      const value = indicator === 'stay_intention' ? staying : truthValue(rows, indicator, category);
      if (last) console.log(wave, indicator, value.toFixed(4), values[wave]);
      else constants[constant] += (transform[scale](values[wave]) - transform[scale](value)) / slope;
    }
    const mean = truthValue(rows, 'stay_years_mean');
    const ratio = mean / truthValue(rows, 'stay_years_median');
    const wanted =
      stayMeans[wave] / (targets.find(({ constant }) => constant === 'stayLocation')?.values[wave] as number);
    if (last) console.log(wave, 'stay_years_mean', mean.toFixed(4), stayMeans[wave]);
    else constants.staySpread += 1.1 * (Math.log(wanted) - Math.log(ratio));
  }
}

for (const wave of waves) solve(wave);
const rounded = Object.fromEntries(
  waves.map((wave) => [
    wave,
    Object.fromEntries(
      Object.entries(intercepts[wave]).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]),
    ),
  ]),
);
if (process.argv.includes('--write')) {
  const file = new URL('../src/population/intercept-values.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(rounded, null, 2)}\n`);
}
