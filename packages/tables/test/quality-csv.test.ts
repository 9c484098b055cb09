import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterRow, SeriesRow } from '@wavebook/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatCsv, readClusters, readSeries } from '../src/index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quality-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const written = <Row extends object>(name: string, shape: object, rows: readonly Row[]): string => {
  const path = join(folder, name);
  writeFileSync(path, formatCsv(Object.keys(shape) as (keyof Row & string)[], rows as never));
  return path;
};

test('clusters are read as they were written, numbers of places as text', async () => {
  const rows: ClusterRow[] = ['00120', '310'].map((cluster) => ({
    ...{ measure: 'straight_lining', cluster, n: 20, count: 5, share: 0.25, lower: 0, upper: 0.2 },
    beyond: 'above',
  }));
  expect(await readClusters(written('clusters.csv', ClusterRow.shape, rows))).toEqual(rows);
});

test('series are read as they were written; the first wave has none before it', async () => {
  const rows: SeriesRow[] = [
    ['2011', null, null, '', false],
    ['2014', '2011', 0.1, 'jump', true],
  ].map(([wave, previous_wave, change, kind, offered]) => ({
    ...{ instrument: 'monitoring', variable: 'sex', category: '1', n: 100, share: 0.5 },
    ...{ wave, previous_wave, change, break: kind, offered },
  })) as SeriesRow[];
  expect(await readSeries(written('series.csv', SeriesRow.shape, rows))).toEqual(rows);
});

test('a row that is no such row is refused with its place', async () => {
  const rows = [
    { measure: 'typing', cluster: '1', n: 1, count: 1, share: 1, lower: 0, upper: 1, beyond: '' },
  ];
  await expect(readClusters(written('wrong.csv', ClusterRow.shape, rows))).rejects.toThrow(
    /wrong\.csv: row 1: measure/,
  );
});
