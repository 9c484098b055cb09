import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const fixtures = join(import.meta.dirname, 'fixtures', 'r');
const topics = readdirSync(fixtures).filter((name) => name !== 'lib');

/** The last digits of R's own sums differ between processors, and with them all of a number that is zero but for rounding. */
const SAME_NUMBER = 1e-11;
const ZERO = 1e-12;

/** Every number of a golden by its path; versions of R are left out. */
const numbersOf = (value: unknown, path = ''): [string, number][] => {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    /version/i.test(key) ? [] : numbersOf(part, `${path}/${key}`),
  );
};

test.each(topics)('R makes the golden of %s again, number by number', (topic) => {
  const folder = mkdtempSync(join(tmpdir(), 'goldens-'));
  cpSync(fixtures, folder, { recursive: true });
  const golden = join(folder, topic, `${topic}.json`);
  rmSync(golden);
  execFileSync('Rscript', [join(folder, topic, 'runner.R')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const made = numbersOf(JSON.parse(readFileSync(golden, 'utf8')));
  const committed = numbersOf(JSON.parse(readFileSync(join(fixtures, topic, `${topic}.json`), 'utf8')));
  expect(made.map(([path]) => path)).toEqual(committed.map(([path]) => path));
  made.forEach(([path, value], i) => {
    const expected = committed[i]?.[1] as number;
    expect(Math.abs(value - expected), path).toBeLessThanOrEqual(SAME_NUMBER * Math.abs(expected) + ZERO);
  });
  rmSync(folder, { recursive: true });
});
