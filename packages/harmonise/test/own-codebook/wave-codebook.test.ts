import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layoutSignature, type Snapshot } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OWN_CODEBOOK, waveCodebook } from '../../src/index.ts';

let root = '';
let folder = '';
const snapshot = (codebook: string): Snapshot =>
  ({
    instrument: 'monitoring',
    wave: '2017',
    codebook,
    field_dates: ['2017-05-01', '2017-05-31'],
  }) as unknown as Snapshot;
const codebookOf = (codebook: string, columns: readonly string[]) =>
  waveCodebook({ root, folder, snapshot: snapshot(codebook) }, 'x.csv', columns);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'wave-codebook-'));
  folder = join(root, 'data/raw/monitoring/2017');
  mkdirSync(folder, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

test('a wave is read by the known or designed codebook that its snapshot names, until its folder holds one of its own', async () => {
  const columns = layoutSignature(codebooks['monitoring-2017'] as (typeof codebooks)[string]);
  expect((await codebookOf('monitoring-2017', columns)).name).toBe('monitoring-2017');
  expect((await codebookOf('baseline-worker-2009-baseline', [])).instrument).toBe('baseline-worker');
  await expect(codebookOf('monitoring-2018', columns)).rejects.toThrow(
    /its columns are those of monitoring-2017/,
  );

  const own =
    'name: own\ninstrument: monitoring\nwave: 2017\ninterview: { year: 2017, month: 5 }\nage_window: { from: 15, to: null }\nusual_rows: 1\nroster_slots: 1\nrespondent:\n  - { raw: a, variable: province, read: province }\n  - { raw: b, variable: survey_weight, read: number }\n';
  writeFileSync(join(folder, OWN_CODEBOOK), own);
  for (const named of ['monitoring-2017', 'baseline-worker-2009-baseline'])
    expect((await codebookOf(named, ['a', 'b'])).name).toBe('own');
  // as Windows editors save it: a mark at the start; or not in UTF-8 at all
  writeFileSync(join(folder, OWN_CODEBOOK), `\ufeff${own.replaceAll('\n', '\r\n')}`);
  expect((await codebookOf('monitoring-2017', ['a', 'b'])).name).toBe('own');
  writeFileSync(join(folder, OWN_CODEBOOK), Buffer.from('6e616d653a20b1b1bea90a', 'hex'));
  await expect(codebookOf('monitoring-2017', ['a', 'b'])).rejects.toThrow(
    /^data.raw.monitoring.2017.codebook\.yaml: is not UTF-8, .*; save it as UTF-8$/,
  );
  writeFileSync(join(folder, OWN_CODEBOOK), own);
  await expect(codebookOf('monitoring-2017', ['a', 'c'])).rejects.toThrow(
    /^data.raw.monitoring.2017.codebook\.yaml: 2 to settle\n.*\n.*codebook\.yaml:10:7: the file has no column "b"/,
  );
});
