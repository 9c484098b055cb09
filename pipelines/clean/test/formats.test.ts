import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '@wavebook/schema';
import { type RawFileOptions, type RawTable, rawPieces, writeWave } from '@wavebook/synthetic';
import { readTable, textOf } from '@wavebook/tables';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../src/clean-folder.ts';

const wave = '2016';
const seed = 7;
const rows = 700;
const root = mkdtempSync(join(tmpdir(), 'formats '));
let folder: string;
let snapshot: Snapshot;
let cells: RawTable;

beforeAll(async () => {
  ({ folder } = writeWave({ wave, seed, out: root, scale: 1, truth: false, format: 'csv' }));
  snapshot = JSON.parse(readFileSync(join(folder, 'snapshot.json'), 'utf8'));
  const name = snapshot.files[0]?.name as string;
  const { table } = await readTable(join(folder, name), { typed: false, rows: { to: rows } });
  const columns = [...table.columns.keys()];
  const texts = columns.map((column) => textOf(table, column));
  cells = {
    columns,
    rows: Array.from({ length: rows }, (_, row) =>
      texts.map(({ codes, levels }) => levels[codes[row] as number] ?? ''),
    ),
  };
  rmSync(join(folder, name));
});
afterAll(() => rmSync(root, { recursive: true }));

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Cleans the wave with its file in a format; gives the hashes of its records and what the run says of them. */
async function cleaned(name: string, options: Omit<RawFileOptions, 'seed'>): Promise<readonly unknown[]> {
  const place = join(root, name);
  const made = join(place, 'monitoring', wave);
  cpSync(folder, made, { recursive: true });
  // a name that says nothing: the content tells
  const file = `${wave}年 【全】(1).data`;
  const bytes = Buffer.concat([...rawPieces(wave, cells, { ...options, seed })].map((part) => part.slice()));
  writeFileSync(join(made, file), bytes);
  const sha256 = hashOf(bytes);
  const { encoding: _, ...plain } = snapshot;
  const files = [{ name: file, sha256, bytes: bytes.length }, ...snapshot.files.slice(1)];
  writeFileSync(join(made, 'snapshot.json'), JSON.stringify({ ...plain, files }));
  const said = await run({ root: place, folder: made, output: join(place, 'clean'), failed: place });
  const records = ['respondents', 'members'].map((record) =>
    hashOf(readFileSync(join(place, 'clean/monitoring', wave, `${record}.arrow`))),
  );
  return [...records, said.removed, said.wave.rows_out, said.wave.issues];
}

const formats: readonly (readonly [string, Omit<RawFileOptions, 'seed'>])[] = [
  ['dta 118', { format: 'dta', encoding: 'utf-8' }],
  ['dta 117 in GB18030', { format: 'dta', encoding: 'gb18030' }],
  ['sav', { format: 'sav', encoding: 'utf-8' }],
  ['sav in GB18030', { format: 'sav', encoding: 'gb18030' }],
  ['xlsx', { format: 'xlsx', encoding: 'utf-8' }],
  ['parquet', { format: 'parquet', encoding: 'utf-8' }],
  ['arrow', { format: 'arrow', encoding: 'utf-8' }],
  ['zip', { format: 'zip', encoding: 'utf-8' }],
  ['gz', { format: 'gz', encoding: 'gb18030' }],
  ['csv in GB18030', { format: 'csv', encoding: 'gb18030' }],
  ['with columns nobody knows', { format: 'dta', encoding: 'utf-8', columns: 300 }],
];

test('a wave cleans to the same records whatever format and encoding its file is in', async () => {
  const csv = await cleaned('csv', { format: 'csv', encoding: 'utf-8' });
  expect(csv[3]).toBeGreaterThan(rows / 2);
  for (const [name, options] of formats)
    expect([name, ...(await cleaned(name, options))]).toEqual([name, ...csv]);
});
