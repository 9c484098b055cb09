import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Snapshot } from '@wavebook/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFrame } from '../src/population/frame.ts';
import { generatePoint } from '../src/population/point.ts';
import { type Wave, waves } from '../src/population/waves.ts';
import { cellOfAnswers } from '../src/truth/cells.ts';
import type { TruthRow } from '../src/truth/indicator-truth.ts';
import { truthCollector, truthValue } from '../src/truth/truth.ts';
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
    const collector = truthCollector(wave);
    const provinces = ['54', '64'];
    for (const point of frame.points)
      if (provinces.includes(point.province))
        for (const { answers } of generatePoint(frame, point))
          for (const person of answers) collector.add(person, cellOfAnswers(person));
    const own = (rows: TruthRow[]) => rows.filter(({ level }) => provinces.includes(level));
    expect(own(collector.rows())).toEqual(own(truthOf(wave)));
  });
}

/** Points of a percentage, or years, that a true value may be away from the published one. */
const SHARE = 0.003;
const YEARS = 0.05;

test('true values are near the published ones', () => {
  const truth = truthOf('2017');
  const away = (indicator: string, published: number) => Math.abs(truthValue(truth, indicator) - published);
  expect(away('medical_insured', 0.914)).toBeLessThan(SHARE);
  expect(away('family_migration', 0.819)).toBeLessThan(SHARE);
  expect(away('health_record', 0.2729)).toBeLessThan(SHARE);
  expect(away('stay_years_mean', 6.1)).toBeLessThan(YEARS);
  expect(away('stay_years_median', 4.3)).toBeLessThan(YEARS);
  expect(Math.abs(truthValue(truthOf('2014'), 'health_record') - 0.2299)).toBeLessThan(SHARE);
});

test('indicators that a wave did not ask have no row', () => {
  expect(truthOf('2014').some(({ indicator }) => indicator === 'public_health_services_heard')).toBe(false);
  for (const wave of waves)
    expect(truthOf(wave).some(({ indicator }) => indicator === 'family_doctor')).toBe(false);
});
