import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Snapshot } from '@wavebook/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFrame } from '../src/population/frame.ts';
import { generatePoint } from '../src/population/point.ts';
import { type Wave, waves } from '../src/population/waves.ts';
import type { TruthRow } from '../src/truth/indicator-truth.ts';
import { computableDefinitions, truthCollector, truthValue } from '../src/truth/truth.ts';
import { DEFAULT_SEED, writeWave } from '../src/write-wave.ts';

const committed = new URL('../../../data/', import.meta.url);
const waveFolder = (wave: Wave) => new URL(`synthetic/monitoring/${wave}/`, committed);
const snapshotOf = (wave: Wave) =>
  Snapshot.parse(JSON.parse(readFileSync(new URL('snapshot.json', waveFolder(wave)), 'utf8')));

function truthOf(wave: Wave): TruthRow[] {
  const [, ...lines] = readFileSync(new URL('truth.csv', waveFolder(wave)), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [indicator, domain, level, category, value, population] = line.split(',') as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return { indicator, domain, level, category, value: Number(value), population: Number(population) };
  });
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'synthetic-'));
  for (const wave of waves) writeWave({ wave, out: folder, truth: false });
});
afterAll(() => rmSync(folder, { recursive: true }));

for (const wave of waves) {
  test(`${wave}: the committed files are what the generator writes, byte for byte`, () => {
    for (const name of ['snapshot.json', 'injected.csv', ...snapshotOf(wave).files.map((file) => file.name)])
      expect(
        readFileSync(join(folder, 'monitoring', wave, name)).equals(
          readFileSync(new URL(name, waveFolder(wave))),
        ),
      ).toBe(true);
    const controls = readFileSync(new URL(`controls/monitoring/${wave}.csv`, committed));
    expect(readFileSync(join(folder, 'controls/monitoring', `${wave}.csv`)).equals(controls)).toBe(true);
  });

  test(`${wave}: the snapshot says synthetic and has the hashes of its files`, () => {
    const snapshot = snapshotOf(wave);
    expect(snapshot.synthetic).toBe(true);
    expect(`${snapshot.title.zh}${snapshot.title.en}`).toMatch(/合成.*[Ss]ynthetic/);
    for (const { name, sha256, bytes } of snapshot.files) {
      const content = readFileSync(new URL(name, waveFolder(wave)));
      expect(content.length).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
  });

  test(`${wave}: the true values of two provinces are those of their people`, () => {
    const frame = buildFrame({ wave, seed: DEFAULT_SEED });
    const collector = truthCollector(computableDefinitions(wave));
    const provinces = ['54', '64'];
    for (const point of frame.points)
      if (provinces.includes(point.province))
        for (const household of generatePoint(frame, point)) collector.add(household);
    const written = (x: number) => Number(x.toPrecision(10));
    // The line of low pay is that of the whole population.
    const own = (rows: TruthRow[]) =>
      rows
        .filter(({ level, indicator }) => provinces.includes(level) && indicator !== 'low_pay')
        .map((row) => ({ ...row, value: written(row.value), population: written(row.population) }));
    expect(own(collector.rows())).toEqual(own(truthOf(wave)));
  });
}

/** Points of a percentage, or years, that a true value may be away from the published one. */
const SHARE = 0.003;
const YEARS = 0.05;

const published: readonly (readonly [Wave, string, number, number])[] = [
  ['2017', 'medical_insured', 0.914, SHARE],
  ['2017', 'family_migration', 0.819, SHARE],
  ['2017', 'health_record', 0.2729, SHARE],
  ['2017', 'stay_years_mean', 6.1, YEARS],
  ['2017', 'stay_years_median', 4.3, YEARS],
  ['2016', 'health_record', 0.3844, SHARE],
  ['2016', 'family_migration', 0.818, SHARE],
  ['2016', 'stay_years_mean', 5.7, YEARS],
  ['2014', 'health_record', 0.2299, SHARE],
  ['2011', 'stay_years_mean', 4.8, YEARS],
];

test.each(published)('%s: the true %s is near the published %d', (wave, indicator, value, tolerance) => {
  expect(Math.abs(truthValue(truthOf(wave), indicator) - value)).toBeLessThan(tolerance);
});

test('indicators that a wave did not ask have no row, those that it asked have one', () => {
  const asks = (wave: Wave, wanted: string) => truthOf(wave).some(({ indicator }) => indicator === wanted);
  expect(waves.filter((wave) => asks(wave, 'family_doctor'))).toEqual([]);
  expect(waves.filter((wave) => asks(wave, 'public_health_services_heard'))).toEqual(['2017']);
  expect(waves.filter((wave) => asks(wave, 'medical_insured_here'))).toEqual(['2011']);
  expect(waves.filter((wave) => asks(wave, 'moves_mean'))).toEqual(['2016']);
  expect(waves.filter((wave) => asks(wave, 'medical_insured'))).toEqual(['2014', '2016', '2017']);
  expect(waves.filter((wave) => asks(wave, 'children_in_school'))).toEqual(['2014', '2016', '2017']);
  expect(waves.filter((wave) => asks(wave, 'left_behind_children'))).toEqual([...waves]);
});

test('the committed files stay small', () => {
  const sizes = waves.flatMap((wave) =>
    readdirSync(waveFolder(wave)).map(
      (name) => statSync(new URL(encodeURIComponent(name), waveFolder(wave))).size,
    ),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12e6);
});
