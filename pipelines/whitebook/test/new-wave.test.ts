import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EstimateRow, Manifest } from '@wavebook/schema';
import { type Column, readEstimates, readTable, type Table, writeTable } from '@wavebook/tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runBook } from './copied-repository.ts';
import { smallRepository, sourceFlags } from './small-repository.ts';
import { editDraft, type UnknownLayout, unknownLayout } from './unknown-layout.ts';

const year = '2017';
const tolerance = 1e-9;

let root = '';
let layout: UnknownLayout;
let file = '';
let known: EstimateRow[] = [];
const inRoot = (path: string): string => join(root, path);
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

const wavebook = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRoot('packages/cli/bin/wavebook.js'), ...words],
    {
      cwd: root,
      encoding: 'utf8',
      env,
    },
  );
  return { status, output: `${stdout}${stderr}` };
};
const stage = (name: string) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...sourceFlags, inRoot(`pipelines/${name}.ts`)],
    {
      cwd: root,
      encoding: 'utf8',
      env,
    },
  );
  return { status, output: `${stdout}${stderr}` };
};
const estimates = () => readEstimates(inRoot('data/estimates/insurance/estimates.csv'));

/** A part of the sample in the layout of its year, under the design that a file without stratum and sample point has. */
async function partUnderFallback(folder: string): Promise<Table> {
  const path = join(folder, 'snapshot.json');
  const snapshot = JSON.parse(readFileSync(path, 'utf8'));
  const name = 'part.csv';
  const { table } = await readTable(join(folder, snapshot.files[0].name), { typed: false });
  const part = everyFourth(table);
  writeTable(join(folder, name), part, { format: 'csv' });
  const bytes = readFileSync(join(folder, name));
  const files = [{ name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }];
  const design = {
    name: 'province_county',
    weight: 'survey_weight',
    strata: ['province'],
    psu: ['prefecture', 'county'],
    lonely_psu: 'average',
  };
  writeFileSync(path, JSON.stringify({ ...snapshot, encoding: 'utf-8', files, design }));
  return part;
}

function everyFourth({ rows, columns }: Table): Table {
  const kept = Array.from({ length: Math.ceil(rows / 4) }, (_, i) => 4 * i);
  const part = (column: Column): Column =>
    column.kind === 'number'
      ? { kind: 'number', values: Float64Array.from(kept, (row) => column.values[row] as number) }
      : {
          kind: 'text',
          levels: column.levels,
          codes: Int32Array.from(kept, (row) => column.codes[row] as number),
        };
  return { rows: kept.length, columns: new Map([...columns].map(([name, column]) => [name, part(column)])) };
}

describe('a file of a layout that the repository does not know', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    root = smallRepository([], 1);
    const made = spawnSync(
      process.execPath,
      [
        ...sourceFlags,
        inRoot('packages/synthetic/src/main.ts'),
        '--out',
        inRoot('data/synthetic'),
        '--wave',
        year,
        '--scale',
        '800',
        '--twin',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(made.status, made.stderr).toBe(0);
    rmSync(inRoot('data/synthetic/controls'), { recursive: true });
    const folder = inRoot(`data/synthetic/monitoring/${year}`);
    const part = await partUnderFallback(folder);
    for (const name of ['clean/src/main', 'weight/src/main', 'insurance/src/estimate']) {
      const { status, output } = stage(name);
      expect(status, output).toBe(0);
    }
    known = await estimates();
    layout = unknownLayout(part);
    file = inRoot('2019 年 【新】 卷.dta');
    writeTable(file, layout.table, { format: 'dta' });
  }, 240_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('is inspected: none of the known layouts', () => {
    const { status, output } = wavebook('inspect', file);
    expect(status, output).toBe(0);
    expect(output).toMatch(/dta 118.*utf-8.*\n\nlayout: none of the known ones/);
  });

  test('is taken in with a draft that the run refuses until it is decided', () => {
    const { status, output } = wavebook(
      'new-wave',
      file,
      '--instrument',
      'monitoring',
      '--wave',
      '2019',
      '--interview',
      '2017-05',
      '--ages',
      '15+',
    );
    expect(status, output).toBe(0);
    expect(output).toMatch(/nearest monitoring-2017 \(by its answers\)/);
    expect(output).toMatch(
      /changed meaning against monitoring-2017 \(\d+\):\n.*other codes|the scale runs the other way/,
    );
    const run = stage('clean/src/main');
    expect(run.status).toBe(1);
    expect(run.output).toMatch(/data\/raw\/monitoring\/2019\/codebook\.yaml:\d+:\d+: not decided yet: is “/);
    expect(existsSync(inRoot('data/clean/monitoring/2017'))).toBe(true);
  });

  test('goes through the edited draft to the book, with the estimates of its known layout', async () => {
    const path = inRoot('data/raw/monitoring/2019/codebook.yaml');
    const { text, edits } = editDraft(readFileSync(path, 'utf8'), layout);
    expect(edits.taken).toBeGreaterThan(40);
    expect(edits.corrected).toBeLessThanOrEqual(4);
    expect(edits.added).toBeLessThan(30);
    writeFileSync(path, text);
    const { status, output } = runBook(root);
    expect(status, output).toBe(0);
    expect(output).toContain('monitoring has a real wave; the synthetic wave 2017 is left out');
    expect(output).toContain(
      'monitoring 2019 has the layout of no known codebook and is read by its own (codebook.yaml)',
    );

    const own = new Map((await estimates()).map((row) => [row.id.replaceAll('2019', year), row]));
    expect(own.size).toBe(known.length);
    expect(known.length).toBeGreaterThan(500);
    for (const row of known) {
      const here = own.get(row.id);
      expect([row.id, here?.n]).toEqual([row.id, row.n]);
      for (const name of ['estimate', 'se', 'n_weighted'] as const) {
        const [a, b] = [row[name], here?.[name] ?? null];
        if (a === null || b === null) expect([row.id, b]).toEqual([row.id, a]);
        else
          expect(Math.abs(a - b), `${row.id} ${name}`).toBeLessThanOrEqual(
            tolerance * Math.max(1, Math.abs(a)),
          );
      }
    }
    const page = readFileSync(inRoot('data/whitebook/index.en.html'), 'utf8');
    expect(page).toContain('codebook.yaml');
    const { inputs } = Manifest.parse(JSON.parse(readFileSync(inRoot('data/clean/manifest.json'), 'utf8')));
    expect(inputs.map(({ path: of }) => of)).toContain('data/raw/monitoring/2019/codebook.yaml');
  });

  test('is purged with all that was made from it', () => {
    const { status, output } = wavebook('purge', '--yes');
    expect(status, output).toBe(0);
    expect(
      readdirSync(inRoot('data')).filter((name) => !/^(synthetic|controls|published)$/.test(name)),
    ).toEqual([]);
  });
});
