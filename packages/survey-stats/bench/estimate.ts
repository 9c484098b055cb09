/**
 * npx tsx packages/survey-stats/bench/estimate.ts : milliseconds for 170,000 rows x 20 indicators x 6 breakdowns.
 * Synthetic rows: 8,500 PSUs in 350 strata, unequal weights, 0 to 15 % without an answer.
 */
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
