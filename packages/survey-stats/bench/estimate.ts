/**
 * Milliseconds for 170,000 rows x 20 indicators x 6 breakdowns, and R survey beside it in the same run where Rscript is there.
 * Synthetic rows: 8,500 PSUs in 350 strata, unequal weights, 0 to 15 % without an answer. Part of `npm run bench`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  domainCells,
  rake,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyQuantile,
} from '../src/index.ts';

const ROWS = 170_000;
const PSUS = 8_500;
const STRATA = 350;
const BREAKDOWNS = [32, 2, 10, 6, 20, 64];
const INDICATORS = 20;

let seed = 20180501;
function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
}

function timed<T>(label: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(`${label.padEnd(56)} ${(performance.now() - start).toFixed(0).padStart(6)} ms`);
  return result;
}

const psu = Int32Array.from({ length: ROWS }, (_, row) => Math.floor((row * PSUS) / ROWS));
const strata = psu.map((p) => Math.floor((p * STRATA) / PSUS));
const weight = Float64Array.from({ length: ROWS }, () => 500 + 2000 * random() ** 2);
const codes = BREAKDOWNS.map((levels) =>
  Int32Array.from({ length: ROWS }, () => (random() < 0.02 ? -1 : Math.floor(random() * levels))),
);
const shares = Array.from({ length: INDICATORS / 2 }, (_, i) =>
  Float64Array.from({ length: ROWS }, () => (random() < 0.015 * i ? Number.NaN : random() < 0.3 ? 1 : 0)),
);
const values = Array.from({ length: INDICATORS / 2 }, (_, i) =>
  Float64Array.from({ length: ROWS }, () =>
    random() < 0.015 * i ? Number.NaN : 2000 + Math.floor(4000 * random()),
  ),
);

const design = timed('surveyDesign', () => surveyDesign({ weight, strata, psu }));
const cells = timed('domainCells x 6', () =>
  codes.map((code, i) => domainCells(design, code, BREAKDOWNS[i] ?? 0)),
);
timed('20 indicators x 6 breakdowns (estimate, SE, CI, deff, n)', () => {
  for (const domains of cells) {
    for (const y of shares) surveyProportion(design, y, { domains });
    for (const y of values) surveyMean(design, y, { domains });
  }
});
timed('1 median x 6 breakdowns', () => {
  for (const domains of cells) surveyQuantile(design, values[1] ?? new Float64Array(), 0.5, { domains });
});
const margins = [1, 2, 4].map((breakdown) => {
  const levels = BREAKDOWNS[breakdown] ?? 0;
  const own = Int32Array.from({ length: ROWS }, () => Math.floor(random() ** 1.2 * levels));
  return {
    name: `margin ${breakdown}`,
    codes: own,
    levels: Array.from({ length: levels }, String),
    totals: Array.from({ length: levels }, () => 2e8 / levels),
  };
});
const raked = timed('rake to 3 margins, 32 categories', () => rake(design, margins));
const calibratedCells = codes.map((code, i) => domainCells(raked.design, code, BREAKDOWNS[i] ?? 0));
timed('20 indicators x 6 breakdowns, calibrated', () => {
  for (const domains of calibratedCells) {
    for (const y of shares) surveyProportion(raked.design, y, { domains });
    for (const y of values) surveyMean(raked.design, y, { domains });
  }
});

/** One mean, and one mean by 32 domains, here and in R: medians of three pairs taken in turn. */
function besideR(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const y = values[1] ?? new Float64Array();
  const domain = codes[0] ?? new Int32Array();
  const write = (name: string, column: ArrayLike<number>): void =>
    writeFileSync(
      join(folder, name),
      Buffer.from(Float64Array.from(column, (v) => (v === -1 ? Number.NaN : v)).buffer),
    );
  write('weight', weight);
  write('strata', strata);
  write('psu', psu);
  write('domain', domain);
  write('y', y);
  const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[1] ?? Number.NaN;
  const pairs = [0, 1, 2].map(() => {
    const r = execFileSync('Rscript', [join(import.meta.dirname, 'against-r.R'), folder, String(ROWS)], {
      encoding: 'utf8',
    })
      .trim()
      .split(' ')
      .map(Number);
    const start = performance.now();
    const [mean] = surveyMean(design, y);
    const middle = performance.now();
    const [first] = surveyMean(design, y, { domains: domainCells(design, domain, BREAKDOWNS[0] ?? 0) });
    const end = performance.now();
    const ours = [mean?.estimate, mean?.se, first?.estimate, first?.se];
    const worst = Math.max(...ours.map((v, i) => Math.abs((v ?? 0) / (r[i + 2] ?? Number.NaN) - 1)));
    return { mean: (r[0] ?? 0) / (middle - start), by: (r[1] ?? 0) / (end - middle), worst };
  });
  console.log(`mean: R takes ${median(pairs.map((p) => p.mean)).toFixed(0)} times as long`);
  console.log(`mean by 32 domains: R takes ${median(pairs.map((p) => p.by)).toFixed(0)} times as long`);
  console.log(
    `largest relative difference of estimate or SE: ${Math.max(...pairs.map((p) => p.worst)).toExponential(1)}`,
  );
  rmSync(folder, { recursive: true });
}

let isThere = true;
try {
  execFileSync('Rscript', ['-e', 'library(survey)'], { stdio: 'ignore' });
} catch {
  isThere = false;
  console.log('R with survey is not installed: no comparison');
}
if (isThere) besideR();
