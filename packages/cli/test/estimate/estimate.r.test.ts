import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { proportionInterval } from '@wavebook/survey-stats';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../src/command-line.ts';

/** R works in long double and other summation orders, far below this. */
const CLOSED_FORM = 1e-9;
/** Residuals carry the error of the calibrated weights, R run to 1e-13. */
const CALIBRATED_SE = 1e-7;
const CALIBRATED_ESTIMATE = 1e-8;
/** A standard error of 0: what the calibration or the strata explain in full. */
const ZERO = 1e-9;

type Row = Record<string, string | number | null>;
interface Case {
  readonly name: string;
  readonly words: readonly string[];
  readonly rows: readonly Row[];
  readonly calibrated?: number;
}

const fixtures = fileURLToPath(new URL('../fixtures/r/estimate/', import.meta.url));
const { cases, replicates } = JSON.parse(readFileSync(join(fixtures, 'estimate.json'), 'utf8')) as {
  cases: Case[];
  replicates: Case[];
};
const STATISTICS = [
  '--mean api00 --proportion awards --total enroll --ratio api.stu/enroll',
  '--quantile api00@0.25,0.5',
].flatMap((text) => text.split(' '));
const TEXTS = ['statistic', 'variable', 'category', 'by', 'group'];
const COUNTS = ['df', 'n'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wavebook-r-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const closeTo = (actual: unknown, expected: number, tolerance: number): boolean =>
  typeof actual === 'number' &&
  (Math.abs(actual - expected) <= tolerance * Math.abs(expected) ||
    (Math.abs(expected) < ZERO && Math.abs(actual) < ZERO));

describe('wavebook estimate gives what R survey gives', () => {
  it.each(cases)('$name', async ({ name, words, rows, calibrated }) => {
    const out = join(folder, `${name.replaceAll(/\W/g, '-')}.json`);
    const files = words.map((word) => (word.endsWith('.csv') ? join(fixtures, word) : word));
    expect(
      await runCommandLine(['estimate', ...files, ...STATISTICS, '--format', 'json', '--out', out]),
    ).toBe(0);
    const actual = JSON.parse(await readFile(out, 'utf8')) as Row[];
    const key = (row: Row): unknown[] => TEXTS.map((column) => row[column]);
    expect(actual.map(key)).toEqual(rows.map(key));
    const misses = rows.flatMap((row, i) =>
      Object.entries(row).flatMap(([column, expected]) => {
        const got = actual[i]?.[column];
        const label = `${key(row).join(' ')} ${column}: got ${got}, R has ${expected}`;
        if (TEXTS.includes(column)) return [];
        if (expected === null || COUNTS.includes(column)) return got === expected ? [] : [label];
        const plain = column === 'estimate' || column === 'n_weighted';
        const tolerance = !calibrated ? CLOSED_FORM : plain ? CALIBRATED_ESTIMATE : CALIBRATED_SE;
        return closeTo(got, expected as number, tolerance) ? [] : [label];
      }),
    );
    expect(misses).toEqual([]);
  });
});

it.each(['logit', 'mean', 'xlogit', 'asin', 'beta', 'beta_nchs', 'wilson', 'likelihood'] as const)(
  '--ci-method %s is the interval that it names',
  async (method) => {
    const out = join(folder, `${method}.json`);
    const design = ['--weight', 'pw', '--psu', 'dnum', '--proportion', 'awards'];
    const words = [...design, '--ci-method', method, '--ci-level', '0.9', '--out', out];
    expect(await runCommandLine(['estimate', join(fixtures, 'apiclus1.csv'), ...words])).toBe(0);
    for (const row of JSON.parse(await readFile(out, 'utf8')) as Record<string, number>[]) {
      const { estimate = 0, se = 0, n = 0, df = 0 } = row;
      const { low, high } = proportionInterval({ estimate, se, n, df, level: 0.9, method });
      expect([row.ci_low, row.ci_high]).toEqual([low, high]);
    }
  },
);

describe('--replicates gives what R survey gives, calibrated anew in each', () => {
  it.each(replicates)('$name', async ({ name, words, rows }) => {
    const out = join(folder, `${name.replaceAll(/\W/g, '-')}.json`);
    const files = words.map((word) => (word.endsWith('.csv') ? join(fixtures, word) : word));
    const asked = STATISTICS.slice(0, STATISTICS.indexOf('--quantile'));
    const options = ['--replicates', 'jackknife', '--format', 'json', '--out', out];
    expect(await runCommandLine(['estimate', ...files, ...asked, ...options])).toBe(0);
    const actual = JSON.parse(await readFile(out, 'utf8')) as Row[];
    for (const row of rows) {
      const found = actual.find(({ statistic }) => statistic === row.statistic);
      expect(found?.variable).toBe(row.variable);
      expect(closeTo(found?.estimate, row.estimate as number, CALIBRATED_ESTIMATE)).toBe(true);
      expect(closeTo(found?.se, row.se as number, CALIBRATED_SE), `${row.statistic} se`).toBe(true);
    }
  });
  it('the same call gives the same bootstrap, quantiles too', async () => {
    const [first, second] = ['first.json', 'second.json'].map((name) => join(folder, name));
    const words = [join(fixtures, 'apiclus1.csv'), '--weight', 'pw', '--psu', 'dnum'];
    const margins = ['--margins', join(fixtures, 'margins.csv'), '--replicates', 'bootstrap:20'];
    for (const out of [first, second] as string[]) {
      const options = ['--mean', 'api00', '--quantile', 'api00@0.5', '--out', out];
      expect(await runCommandLine(['estimate', ...words, ...margins, ...options])).toBe(0);
    }
    const rows = JSON.parse(await readFile(first as string, 'utf8')) as Row[];
    expect(rows.every(({ se }) => typeof se === 'number' && se > 0)).toBe(true);
    expect(await readFile(second as string, 'utf8')).toBe(await readFile(first as string, 'utf8'));
  });
});
