import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
const { cases } = JSON.parse(readFileSync(join(fixtures, 'estimate.json'), 'utf8')) as { cases: Case[] };
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
