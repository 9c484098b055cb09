import { join } from 'node:path';
import type { Manifest } from '@wavebook/schema';
import { surveyDesign } from '@wavebook/survey-stats';
import { columnOf, numbersOf, readArrow, type Table, table, textColumn } from '@wavebook/tables';
import { numbersOr, texts } from '../survey/columns.ts';
import { gapOutcomes } from './gaps.ts';
import type { Source } from './source.ts';

const shared = ['age', 'sex', 'education', 'industry', ...gapOutcomes.map(([, variable]) => variable)];

/**
 * Migrants and local residents in the cities of the residents' sample, in one table: the migrants of the same year's monitoring wave who live
 * there, and the residents. The two samples are independent: each has strata and clusters of its own.
 */
export async function residentsBeside(folder: string, manifest: Manifest): Promise<Source | undefined> {
  const residents = manifest.waves
    .filter(({ instrument }) => instrument === 'monitoring-residents')
    .sort((a, b) => (a.wave < b.wave ? 1 : -1))[0];
  const migrants =
    residents &&
    manifest.waves.find(({ instrument, wave }) => instrument === 'monitoring' && wave === residents.wave);
  if (!residents || !migrants) return undefined;
  const read = ({ instrument, wave }: typeof residents): Promise<Table> =>
    readArrow(join(folder, instrument, wave, 'respondents.arrow'));
  const [here, there] = [await read(residents), await read(migrants)];
  const cities = new Set(texts(here, 'prefecture').filter((code) => code !== ''));
  const rows = texts(there, 'prefecture').flatMap((code, row) => (cities.has(code) ? [row] : []));
  const joined = <T>(one: ArrayLike<T>, two: ArrayLike<T>): T[] => [
    ...rows.map((row) => one[row] as T),
    ...Array.from(two),
  ];
  const columns = shared
    .filter((name) => here.columns.has(name) && there.columns.has(name))
    .map((name) =>
      columnOf(here, name).kind === 'number'
        ? ([
            name,
            {
              kind: 'number' as const,
              values: Float64Array.from(joined(numbersOr(there, name), numbersOr(here, name))),
            },
          ] as const)
        : ([name, textColumn(joined(texts(there, name), texts(here, name)))] as const),
    );
  const records = table(rows.length + here.rows, [
    ...columns,
    [
      'population',
      textColumn([...rows.map(() => 'migrants'), ...Array.from({ length: here.rows }, () => 'residents')]),
    ],
    ['city', textColumn(joined(texts(there, 'prefecture'), texts(here, 'prefecture')))],
  ]);
  const own = (name: string): string[] => {
    const ofMigrants = texts(there, name);
    return [...rows.map((row) => `m:${ofMigrants[row]}`), ...texts(here, name).map((id) => `r:${id}`)];
  };
  return {
    wave: residents,
    migrants,
    records,
    design: surveyDesign({
      weight: joined(numbersOf(there, 'final_weight'), numbersOf(here, 'final_weight')),
      strata: own('stratum'),
      psu: own('psu'),
      lonelyPsu: 'average',
    }),
  };
}
