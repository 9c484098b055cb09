import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Manifest, type ManifestWave } from '@wavebook/schema';
import { type Column, formatArrow, numberColumn, type Table, table, textColumn } from '@wavebook/tables';

const none = Number.NaN;
const numbers = (...values: number[]): Column => numberColumn(Float64Array.from(values));
const texts = (...values: (string | null)[]): Column => textColumn(values);

/** Four people of 2014 and three of 2017, by hand: incomes below zero, every reason of an empty cell, a question that changed. */
const records: Readonly<Record<string, Table>> = {
  '2014': table(4, [
    ['respondent_id', texts('a1', 'a2', 'a3', 'a4')],
    ['province', texts('11', '31', '66', null)],
    ['province_missing', texts(null, null, null, 'invalid')],
    ['sex', texts('female', 'male', null, 'female')],
    ['sex_missing', texts(null, null, 'missing', null)],
    ['monthly_income', numbers(3000.5, none, none, -20)],
    ['monthly_income_missing', texts(null, 'not_applicable', 'refused', null)],
    ['employment_status', texts('employee', 'employer', null, null)],
    ['employment_status_missing', texts(null, null, 'dont_know', 'missing')],
    ['final_weight', numbers(1.5, 2.25, 3, 4)],
  ]),
  '2017': table(3, [
    ['respondent_id', texts('b1', 'b2', 'b3')],
    ['province', texts('11', '44', '44')],
    ['province_missing', texts(null, null, null)],
    ['sex', texts('male', 'male', 'female')],
    ['sex_missing', texts(null, null, null)],
    ['monthly_income', numbers(none, 5000, 6000)],
    ['monthly_income_missing', texts('dont_know', null, null)],
    ['employment_status', texts('employee', null, 'employee')],
    ['employment_status_missing', texts(null, 'missing', null)],
    ['pension_insured', texts('yes', null, 'no')],
    ['pension_insured_missing', texts(null, 'missing', null)],
    ['final_weight', numbers(1, 2, 3)],
  ]),
};

const wave = (year: string, more: Partial<ManifestWave>): ManifestWave => ({
  instrument: 'monitoring',
  wave: year,
  synthetic: true,
  codebook: `monitoring-${year}`,
  title: { zh: year, en: year },
  design: 'as_sampled',
  rows_in: 4,
  rows_out: 4,
  issues: {},
  unmapped: [],
  not_asked: [],
  recalled: [],
  questions: {},
  controls: null,
  ...more,
});

/** Writes both waves as a stage folder of a repository; clean records have no final weight. */
export function writeTwoWaves(root: string, stage: 'clean' | 'weighted' = 'weighted'): void {
  const folder = join(root, 'data', stage);
  const files = Object.entries(records).map(([year, made]) => {
    const path = `monitoring/${year}/respondents.arrow`;
    const columns = [...made.columns].filter(([name]) => stage === 'weighted' || name !== 'final_weight');
    const bytes = formatArrow(table(made.rows, columns));
    mkdirSync(join(folder, 'monitoring', year), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    return { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  });
  const manifest = Manifest.parse({
    stage: stage === 'weighted' ? 'weight' : stage,
    files,
    inputs: [],
    waves: [
      wave('2014', { not_asked: ['pension_insured'], questions: { employment_status: 'with casual work' } }),
      wave('2017', {}),
    ],
    notes: [],
  });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}
