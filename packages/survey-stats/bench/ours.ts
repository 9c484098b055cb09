/**
 * Our side of the benchmark, one cold process: `ours.mjs <rows> <task>` prints milliseconds, numbers and memory as JSON. Tasks: `items`
 * (everything that R does, too), `many` (100 indicators x 12 breakdowns on one thread or two), `growth` (20 x 6 and a median).
 */
import {
  type BatchStatistic,
  calibrate,
  domainCells,
  rake,
  replicateWeights,
  type SurveyDesign,
  type SurveyEstimate,
  surveyBatch,
  surveyDesign,
  surveyMean,
  surveyQuantile,
} from '../src/index.ts';
import { batchThreads } from '../src/threads/index.ts';
import { onSharedMemory } from '../src/threads/on-shared-memory.ts';
import { type SyntheticWave, syntheticWave } from './synthetic-wave.ts';

const [rows, task] = [Number(process.argv[2]), process.argv[3]];
const milliseconds: Record<string, number> = {};
const numbers: Record<string, number[]> = {};

function timed<T>(name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  milliseconds[name] = performance.now() - start;
  return result;
}

/** Estimates, then standard errors. */
function keep(name: string, estimates: readonly SurveyEstimate[]): void {
  numbers[name] = [...estimates.map((e) => e.estimate), ...estimates.map((e) => e.se)];
}

const statisticsOf = ({ indicators }: SyntheticWave): BatchStatistic[] =>
  indicators.map(({ isShare, y }) => ({ statistic: isShare ? 'proportion' : 'mean', y }));
const cellsOf = (wave: SyntheticWave, design: SurveyDesign) =>
  wave.breakdowns.map(({ codes, levels }) => domainCells(design, codes, levels));

/** Population totals near the sample's, from other weights: what the rows with a later half of an odd number weigh more. */
function marginsOf({ margins, weight }: SyntheticWave) {
  return margins.map(({ name, codes, levels }, m) => {
    const totals = new Array<number>(levels).fill(0);
    codes.forEach((code, row) => {
      totals[code] = (totals[code] ?? 0) + (weight[row] ?? 0);
    });
    const all = totals.reduce((a, b) => a + b, 0);
    const moved = totals.map((total, level) => (m === 0 ? total : total * (1 + 0.1 * Math.sin(level + m))));
    const sum = moved.reduce((a, b) => a + b, 0);
    return {
      name,
      codes,
      levels: moved.map((_, level) => String(level)),
      totals: moved.map((total) => (total * all) / sum),
    };
  });
}

function items(): void {
  const wave = syntheticWave(rows, 6, 20);
  const { weight, strata, psu, indicators } = wave;
  const y = indicators[1]?.y ?? new Float64Array();
  const province = wave.breakdowns[0] ?? { codes: new Int32Array(), levels: 0 };
  const design = timed('design', () => surveyDesign({ weight, strata, psu }));
  keep(
    'mean',
    timed('mean', () => surveyMean(design, y)),
  );
  const byProvince = () => domainCells(design, province.codes, province.levels);
  keep(
    'mean by province',
    timed('mean by province', () => surveyMean(design, y, { domains: byProvince() })),
  );
  const domains = byProvince();
  keep(
    'median by province',
    timed('median by province', () => surveyQuantile(design, y, 0.5, { domains })),
  );
  const batch = timed('20 x 6', () =>
    surveyBatch(design, statisticsOf(wave), { breakdowns: cellsOf(wave, design) }),
  );
  keep('20 x 6', batch.flat(2));
  const replicates = timed('make 200 replicates', () =>
    replicateWeights(design, { method: 'bootstrap', replicates: 200 }),
  );
  keep(
    '200 replicates by province',
    timed('200 replicates by province', () => surveyMean(design, y, { domains, replicates })),
  );
  numbers.factors = replicates.factors.slice(0, 200).flatMap((factor) => Array.from(factor));
  const margins = marginsOf(wave);
  numbers.totals = margins.flatMap(({ totals }) => totals);
  const raked = timed('raking', () => rake(design, margins)).design;
  numbers.raking = Array.from(raked.weight);
  const x = margins.flatMap(({ codes, totals }, m) =>
    totals.flatMap((_, level) =>
      m > 0 && level === 0 ? [] : [Float64Array.from(codes, (code) => (code === level ? 1 : 0))],
    ),
  );
  const totals = margins.flatMap((margin, m) => margin.totals.slice(m > 0 ? 1 : 0));
  const greg = timed('GREG', () => calibrate(design, { x, totals, kind: 'linear' }));
  numbers.GREG = Array.from(greg.weight);
  const calibrated = timed('20 x 6 calibrated', () =>
    surveyBatch(greg, statisticsOf(wave), { breakdowns: cellsOf(wave, greg) }),
  );
  keep('20 x 6 calibrated', calibrated.flat(2));
  keep('first calibrated', calibrated.slice(1, 2).flat(2));
}

/**
 * `ours.mjs <rows> many <way>`: on one thread, or on two by the public call. `early`: made before the columns, so that the thread starts
 * meanwhile; `two`: made inside the time. `early-private`, `two-private`: columns in ordinary memory, copied inside the time.
 */
async function many(): Promise<void> {
  const way = process.argv[4];
  const early = way?.startsWith('early') ? batchThreads(2) : undefined;
  const wave = syntheticWave(rows, 12, 100);
  const { weight, strata, psu } = wave;
  const made = surveyDesign({ weight, strata, psu });
  const cells = cellsOf(wave, made);
  const isPrivate = way?.endsWith('private');
  const { design, breakdowns } = isPrivate
    ? { design: made, breakdowns: cells }
    : onSharedMemory({ design: made, breakdowns: cells });
  const statistics = statisticsOf(wave).map((asked) =>
    isPrivate && 'y' in asked ? { ...asked, y: Float64Array.from(asked.y) } : asked,
  );
  const start = performance.now();
  const threads = way === 'one' ? undefined : (early ?? batchThreads(2));
  const batch = threads?.batch ?? surveyBatch;
  const found = await batch(design, statistics, { breakdowns });
  const between = performance.now();
  milliseconds['100 x 12'] = between - start;
  await batch(design, statistics, { breakdowns });
  milliseconds['100 x 12 again'] = performance.now() - between;
  await threads?.stop();
  keep('100 x 12', found.flat(2));
}

function growth(): void {
  const wave = syntheticWave(rows, 6, 20);
  const { weight, strata, psu, indicators } = wave;
  const design = timed('design', () => surveyDesign({ weight, strata, psu }));
  const breakdowns = timed('cells', () => cellsOf(wave, design));
  timed('20 x 6', () => surveyBatch(design, statisticsOf(wave), { breakdowns }));
  const y = indicators[1]?.y ?? new Float64Array();
  timed('median x 6', () => {
    for (const domains of breakdowns) surveyQuantile(design, y, 0.5, { domains });
  });
}

if (task === 'items') items();
else if (task === 'many') await many();
else growth();
console.log(JSON.stringify({ milliseconds, numbers, megabytes: process.resourceUsage().maxRSS / 1024 }));
