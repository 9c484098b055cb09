import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESIGN, FILE, writeSamples } from './samples.ts';

const bin = fileURLToPath(new URL('../bin/wavebook.js', import.meta.url));
let folder = '';

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
/** Runs the command as a user does, in a folder of its own. */
const wavebook = (...words: string[]): Promise<Result> =>
  new Promise((resolve) => {
    execFile(process.execPath, [bin, ...words], { cwd: folder }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '浪书 '));
  await writeSamples(folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('wavebook estimate', () => {
  it('takes Chinese names, statistics in the order typed, breakdowns in turn', async () => {
    const { code, out, err } = await wavebook(
      'estimate',
      FILE,
      ...DESIGN,
      '--proportion',
      '合同',
      '--ratio',
      '"收入/月"/"工时"',
      '--mean',
      '工时',
      '--by',
      '性别',
      '--by',
      '"备注:类"',
      '--format',
      'csv',
    );
    expect(err).toContain('PSU ids restart in strata');
    expect(code).toBe(0);
    const rows = out
      .trim()
      .split('\n')
      .map((line) => line.split(',').slice(0, 5).join(','));
    expect(rows).toEqual([
      'statistic,variable,category,by,group',
      'proportion,合同,无,性别,女',
      'proportion,合同,有,性别,女',
      'proportion,合同,无,性别,男',
      'proportion,合同,有,性别,男',
      'proportion,合同,无,备注\\:类,a\\:b',
      'proportion,合同,有,备注\\:类,a\\:b',
      'proportion,合同,无,备注\\:类,c',
      'proportion,合同,有,备注\\:类,c',
      'ratio,收入/月/工时,,性别,女',
      'ratio,收入/月/工时,,性别,男',
      'ratio,收入/月/工时,,备注\\:类,a\\:b',
      'ratio,收入/月/工时,,备注\\:类,c',
      'mean,工时,,性别,女',
      'mean,工时,,性别,男',
      'mean,工时,,备注\\:类,a\\:b',
      'mean,工时,,备注\\:类,c',
    ]);
    expect(out).not.toContain('NaN');
    // 女: weights 10, 10, 30, hours 40, 45, 40
    const mean = out
      .split('\n')
      .find((line) => line.startsWith('mean,工时,,性别,女'))
      ?.split(',');
    expect(Number(mean?.[5])).toBeCloseTo(41, 12);
    expect(mean?.slice(12, 14)).toEqual(['3', '50']);
  });

  it('gives the same for a TSV, and json', async () => {
    const words = [...DESIGN, '--total', '工时', '--format', 'json'];
    const [csv, tsv] = await Promise.all([
      wavebook('estimate', FILE, ...words),
      wavebook('estimate', '制表.tsv', ...words),
    ]);
    expect(JSON.parse(csv.out)).toMatchObject([
      { statistic: 'total', estimate: 5460, n: 8, n_weighted: 120, df: 2, by: '' },
    ]);
    expect(tsv.out).toBe(csv.out);
  });

  it('writes --out whole or not at all', async () => {
    const good = await wavebook('estimate', FILE, ...DESIGN, '--mean', '工时', '--out', '结 果.csv');
    expect(good).toMatchObject({ code: 0, out: '' });
    const written = await readFile(join(folder, '结 果.csv'), 'utf8');
    expect(written).toMatch(/^statistic,/);
    const bad = await wavebook('estimate', FILE, ...DESIGN, '--mean', '合同', '--out', '结 果.csv');
    expect(bad).toMatchObject({ code: 1, out: '' });
    expect(await readFile(join(folder, '结 果.csv'), 'utf8')).toBe(written);
    expect((await readdir(folder)).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('calibrates to margins, also joined ones', async () => {
    const words = [
      '--weight',
      'w',
      '--total',
      '工时',
      '--by',
      '省',
      '--format',
      'json',
      '--margins',
      'M2.csv',
    ];
    for (const method of ['rake', 'linear', 'logit']) {
      const { code, out } = await wavebook('estimate', FILE, ...words, '--method', method);
      expect(code).toBe(0);
      const [乙, 甲] = JSON.parse(out) as { n_weighted: number }[];
      expect([乙?.n_weighted, 甲?.n_weighted].map((n) => Math.round((n ?? 0) * 1e8) / 1e8)).toEqual([70, 60]);
    }
  });

  it('prints a table with a footer', async () => {
    const { code, out } = await wavebook(
      'estimate',
      FILE,
      ...DESIGN,
      '--mean',
      '工时',
      '--where',
      "性别 == '女'",
    );
    expect(code).toBe(0);
    expect(out).toContain('Design: 8 rows; 2 strata (省); 4 PSUs (点)');
    expect(out).toContain("Population: 性别 == '女' (3 of 8 rows");
    expect(out).not.toContain('\u001b');
  });
});

describe('wavebook itself', () => {
  it('hands on exit codes 1 and 2', async () => {
    const [data, call] = await Promise.all([
      wavebook('estimate', '没有.csv', '--weight', 'w', '--mean', 'y'),
      wavebook('estimate', FILE, '--weight', 'w', '--mean', '工时', '--where', 'process.exit()'),
    ]);
    expect(data).toMatchObject({ code: 1, out: '' });
    expect(call).toMatchObject({ code: 2, out: '' });
  });

  it('has help and a version', async () => {
    const [help, estimate, version, nothing] = await Promise.all([
      wavebook('--help'),
      wavebook('estimate', '--help'),
      wavebook('--version'),
      wavebook(),
    ]);
    expect(help).toMatchObject({ code: 0 });
    expect(help.out).toMatch(/run \[options\][\s\S]*estimate \[options\]/);
    expect(estimate).toMatchObject({ code: 0 });
    expect(estimate.out).toContain('Examples:');
    expect(version.out).toMatch(/^\d+\.\d+\.\d+/);
    expect(nothing).toMatchObject({ code: 2, out: '' });
  });
});
