import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pilotSites, Snapshot, sitesOf } from '@wavebook/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { communityStrata } from '../src/baseline/communities.ts';
import { changeProbability, courses } from '../src/baseline/effects.ts';
import { sizeProbabilities } from '../src/baseline/enterprise-round.ts';
import { baselineTruth } from '../src/baseline/truth.ts';
import { BASELINE_SEED, writeBaselines } from '../src/baseline/write-baseline.ts';
import { writeResidents } from '../src/residents/write-residents.ts';

const committed = new URL('../../../data/synthetic/', import.meta.url);
const waves = ['baseline-worker', 'baseline-enterprise'].flatMap((instrument) =>
  ['2009-baseline', '2011-endline'].map((wave) => `${instrument}/${wave}`),
);
const snapshotOf = (wave: string) =>
  Snapshot.parse(JSON.parse(readFileSync(new URL(`${wave}/snapshot.json`, committed), 'utf8')));

/** Lists of injected defects of a committed survey. */
const lists = (wave: string): string[] =>
  readdirSync(new URL(`${wave}/`, committed)).filter((name) => name.startsWith('injected'));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  writeBaselines({ out: folder, truth: false });
  writeResidents({ out: folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([...waves, 'monitoring-residents/2017'])(
  '%s: the committed files are what the generator writes, byte for byte',
  (wave) => {
    const snapshot = snapshotOf(wave);
    expect(snapshot.synthetic).toBe(true);
    expect(lists(wave)).toHaveLength(wave.startsWith('baseline') ? 2 : 1);
    for (const name of ['snapshot.json', ...lists(wave), ...snapshot.files.map((file) => file.name)])
      expect(
        readFileSync(join(folder, wave, name)).equals(readFileSync(new URL(`${wave}/${name}`, committed))),
      ).toBe(true);
  },
);

const sampleOf = (wave: string) =>
  readFileSync(new URL(`${wave}/sample.csv`, committed), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [id, stratum, psu, arm, site, part, status] = line.split(',') as [string, ...string[]];
      return { id, stratum, psu, arm, site, part, status };
    });

test('each programme has 30 clusters an arm or more, child registration too, and every site both arms', () => {
  const first = sampleOf('baseline-worker/2009-baseline');
  const clusters = (sites: readonly string[], arm: string) =>
    new Set(first.filter((u) => u.arm === arm && sites.includes(u.site ?? '')).map((u) => u.psu)).size;
  const groups = [sitesOf('undp'), sitesOf('yem', ['survey']), sitesOf('yem', ['child_registration'])];
  for (const group of groups)
    for (const arm of ['pilot', 'comparison'])
      expect(
        clusters(
          group.map(({ code }) => code),
          arm,
        ),
      ).toBeGreaterThanOrEqual(30);
  for (const { code } of pilotSites)
    for (const arm of ['pilot', 'comparison']) expect(clusters([code], arm)).toBeGreaterThanOrEqual(2);
});

test('the second round follows those interviewed at the first, loses some, and has the same communities', () => {
  const first = sampleOf('baseline-worker/2009-baseline');
  const second = sampleOf('baseline-worker/2011-endline');
  const interviewed = new Set(first.filter((u) => u.status === 'responded').map((u) => u.id));
  const panel = second.filter((u) => u.part === 'panel');
  expect(new Set(panel.map((u) => u.id))).toEqual(interviewed);
  const lost = panel.filter((u) => u.status !== 'responded').length / panel.length;
  expect(lost).toBeGreaterThan(0.15);
  expect(lost).toBeLessThan(0.4);
  expect(second.filter((u) => u.part === 'new').every((u) => !interviewed.has(u.id))).toBe(true);
  expect(new Set(second.map((u) => u.psu))).toEqual(new Set(first.map((u) => u.psu)));
});

test('a share at its usual value moves by trend and effect alone', () => {
  for (const course of Object.values(courses)) {
    const { usual, trend, effect } = course;
    for (const exposure of [0, 1]) {
      const gained = (1 - usual) * changeProbability(course, false, exposure);
      const lost = usual * changeProbability(course, true, exposure);
      expect(gained - lost).toBeCloseTo(trend + effect * exposure, 12);
    }
  }
});

test('probabilities in proportion to size add up to the number drawn', () => {
  const probabilities = sizeProbabilities([5, 10, 20, 40, 400], 3);
  expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(3, 12);
  expect(probabilities[4]).toBe(0.9);
  expect((probabilities[1] as number) / (probabilities[0] as number)).toBeCloseTo(2, 12);
});

test('true values are counts over all people of the communities: one small stratum by hand', () => {
  const strata = communityStrata(BASELINE_SEED)
    .filter(({ site }) => site.code === 'xian')
    .map((stratum) => ({ ...stratum, communities: stratum.communities.slice(0, 2) }));
  const row = baselineTruth(strata, BASELINE_SEED).find(
    ({ programme, outcome }) => programme === 'yem' && outcome === 'trained',
  );
  expect(row?.people).toBeGreaterThan(100);
  expect(row?.difference_in_differences).toBeCloseTo(
    (row?.pilot_after ?? 0) -
      (row?.pilot_before ?? 0) -
      (row?.comparison_after ?? 0) +
      (row?.comparison_before ?? 0),
    9,
  );
});

test('the committed baseline files stay small', () => {
  const size = waves.flatMap((wave) =>
    readdirSync(new URL(`${wave}/`, committed)).map(
      (name) => statSync(new URL(`${wave}/${name}`, committed)).size,
    ),
  );
  expect(size.reduce((a, b) => a + b, 0)).toBeLessThan(1.6e6);
});
