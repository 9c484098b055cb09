import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calibrationColumns } from '@wavebook/indicators';
import { CalibrationRecord, type Manifest, type ManifestWave } from '@wavebook/schema';
import { restoreCalibration, type SurveyDesign, surveyDesign } from '@wavebook/survey-stats';
import { columnOf, numbersOf, readArrow, type Table, table, textColumn } from '@wavebook/tables';
import { numbersOr, texts } from '../survey/columns.ts';
import { gapOutcomes } from './gaps.ts';
import type { Source } from './source.ts';

const shared = ['age', 'sex', 'education', 'industry', ...gapOutcomes.map(([, variable]) => variable)];

interface Sample {
  readonly wave: ManifestWave;
  readonly records: Table;
  readonly calibration: CalibrationRecord;
}

async function readSample(folder: string, wave: ManifestWave): Promise<Sample> {
  const path = join(folder, wave.instrument, wave.wave);
  return {
    wave,
    records: await readArrow(join(path, 'respondents.arrow')),
    calibration: CalibrationRecord.parse(JSON.parse(await readFile(join(path, 'calibration.json'), 'utf8'))),
  };
}

/** Both samples as one: each with strata and clusters of its own, and with its calibration, whose variables are 0 in the other. */
function jointDesign(samples: readonly Sample[]): SurveyDesign {
  const joined = (name: string, mark: boolean): string[] =>
    samples.flatMap(({ records }, i) => texts(records, name).map((id) => (mark ? `${i}:${id}` : id)));
  const numbers = (name: string): number[] => samples.flatMap(({ records }) => [...numbersOf(records, name)]);
  const rows = samples.map(({ records }) => records.rows);
  const total = rows.reduce((a, b) => a + b, 0);
  const base = surveyDesign({
    weight: numbers('base_weight'),
    strata: joined('stratum', true),
    psu: joined('psu', true),
    lonelyPsu: 'average',
  });
  const x = samples.flatMap(({ records, calibration }, i) => {
    if (calibration.method === 'none') return [];
    const start = rows.slice(0, i).reduce((a, b) => a + b, 0);
    return calibrationColumns(records, calibration.margins).map((column) => {
      const padded = new Float64Array(total);
      padded.set(column, start);
      return padded;
    });
  });
  return x.length === 0
    ? base
    : restoreCalibration(base, { x, weight: Float64Array.from(numbers('final_weight')) });
}

/**
 * Migrants and local residents in the cities of the residents' sample, in one table: the migrants of the same year's monitoring wave and the
 * residents. `population` says which of them a row is, and is empty for migrants who live elsewhere: they stay in the design, of which the
 * cities are a part.
 */
export async function residentsBeside(folder: string, manifest: Manifest): Promise<Source | undefined> {
  const residents = manifest.waves
    .filter(({ instrument }) => instrument === 'monitoring-residents')
    .sort((a, b) => (a.wave < b.wave ? 1 : -1))[0];
  const migrants =
    residents &&
    manifest.waves.find(({ instrument, wave }) => instrument === 'monitoring' && wave === residents.wave);
  if (!residents || !migrants) return undefined;
  const samples = [await readSample(folder, migrants), await readSample(folder, residents)] as const;
  const [there, here] = [samples[0].records, samples[1].records];
  const cities = new Set(texts(here, 'prefecture').filter((code) => code !== ''));
  const places = texts(there, 'prefecture');
  const columns = shared
    .filter((name) => here.columns.has(name) && there.columns.has(name))
    .map((name) =>
      columnOf(here, name).kind === 'number'
        ? ([
            name,
            {
              kind: 'number' as const,
              values: Float64Array.from([...numbersOr(there, name), ...numbersOr(here, name)]),
            },
          ] as const)
        : ([name, textColumn([...texts(there, name), ...texts(here, name)])] as const),
    );
  return {
    wave: residents,
    migrants,
    records: table(there.rows + here.rows, [
      ...columns,
      [
        'population',
        textColumn([
          ...places.map((code) => (cities.has(code) ? 'migrants' : '')),
          ...Array.from({ length: here.rows }, () => 'residents'),
        ]),
      ],
      [
        'city',
        textColumn([...places.map((code) => (cities.has(code) ? code : '')), ...texts(here, 'prefecture')]),
      ],
    ]),
    design: jointDesign(samples),
  };
}
