/**
 * Ratios of R survey and hand-written data.table to this library, on a synthetic wave of 170,000 rows, 8,500 PSUs and 350 strata:
 * medians of cold processes taken in turn. Part of `npm run bench`; writes `results.md` beside this file. `--part`: R's longest items
 * in part, scaled. `--quick`: the same on a tenth of the rows, nothing written. `--only-threads`: the table of one and two threads
 * alone, nothing written. Without R, only our own times.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  compileOurs,
  largestDifference,
  type Measured,
  median,
  runOurs,
  runOursTwice,
  runR,
  versionsOfR,
  wholeProcess,
} from './run-tools.ts';
import { syntheticWave } from './synthetic-wave.ts';
import { writeColumns, writeNumbers, writeWaveCsv } from './write-columns.ts';

const quick = process.argv.includes('--quick');
const part = quick || process.argv.includes('--part');
const rows = quick ? 17_000 : 170_000;
const REPEATS = 3;
const here = (name: string): string => join(import.meta.dirname, name);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const lines: string[] = [];
const say = (line = ''): void => {
  lines.push(line);
  console.log(line);
};
const seconds = (ms: number): string => (ms / 1000).toPrecision(3);
const numbersIn = (name: string): number[] => {
  const bytes = readFileSync(join(folder, name));
  return Array.from(new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8));
};

/** Bars for the largest relative difference: closed forms, calibrated weights, calibrated standard errors. */
const BARS: Record<string, number> = { raking: 1e-8, GREG: 1e-8, '20 x 6 calibrated': 1e-7 };

/** Estimates and standard errors that R gave, beside ours; in a part of the job the first ones. */
function difference(name: string, ours: number[], theirs: number[]): string {
  const half = theirs.length / 2;
  const all = ours.length / 2;
  const same = BARS[name] === 1e-8 ? ours : [...ours.slice(0, half), ...ours.slice(all, all + half)];
  const worst = largestDifference(same, theirs);
  if (!(worst <= (BARS[name] ?? 1e-9))) {
    process.exitCode = 1;
    return `**${worst.toExponential(1)}**`;
  }
  return worst.toExponential(1);
}

function row(name: string, theirs: readonly number[], ours: readonly number[], different: string): void {
  const ratios = theirs.map((ms, i) => ms / (ours.length === theirs.length ? (ours[i] ?? 0) : median(ours)));
  const spread =
    ratios.length > 1 ? ` (${Math.min(...ratios).toFixed(0)}..${Math.max(...ratios).toFixed(0)})` : '';
  say(
    `| ${name} | ${seconds(median(theirs))} | ${seconds(median(ours))} | ${median(ratios).toPrecision(3)}${spread} | ${different} |`,
  );
}

const all = (measured: readonly Measured[], name: string): number[] =>
  measured.map(({ milliseconds }) => milliseconds[name] ?? Number.NaN);

/** @returns milliseconds of our 20 x 6, run by run. */
function againstR(): number[] {
  const wave = syntheticWave(rows, 6, 20);
  writeColumns(folder, wave);
  const ours: Measured[] = [];
  const light: Measured[] = [];
  for (let i = 0; i < REPEATS; i++) {
    ours.push(runOurs(folder, String(rows), 'items'));
    light.push(runR(here('against-r.R'), folder, String(rows), 'light'));
  }
  const numbers = ours[0]?.numbers ?? {};
  for (const name of ['factors', 'totals']) writeNumbers(folder, name, numbers[name] ?? [], true);
  const heavy = runR(here('against-r.R'), folder, String(rows), part ? 'heavy-part' : 'heavy');
  ours.push(runOurs(folder, String(rows), 'items'));
  const mine = (name: string): number[] => numbers[name] ?? [];
  say('| item | R s | ours s | R / ours, median | largest difference |');
  say('| --- | --- | --- | --- | --- |');
  row('design', all(light, 'design'), all(ours, 'design').slice(0, REPEATS), '');
  for (const name of ['mean', 'mean by province', 'median by province']) {
    const theirs = light[0]?.numbers[name] ?? [];
    row(name, all(light, name), all(ours, name).slice(0, REPEATS), difference(name, mine(name), theirs));
  }
  const once = (name: string, label: string, own: string, theirs: number[] | undefined): void =>
    row(label, all([heavy], name), all(ours, own), theirs ? difference(own, mine(own), theirs) : '');
  const scaled = part ? ' (R: two indicators, scaled)' : '';
  once('20 x 6', `20 indicators x 6 breakdowns${scaled}`, '20 x 6', heavy.numbers['20 x 6']);
  row(
    `the same after GREG (R: one indicator${part ? ' and one breakdown' : ''}, scaled)`,
    all([heavy], '20 x 6 calibrated'),
    all(ours, '20 x 6 calibrated'),
    difference('20 x 6 calibrated', mine('first calibrated'), heavy.numbers['20 x 6 calibrated'] ?? []),
  );
  once('raking', 'raking to 82 levels', 'raking', numbersIn('raking.r'));
  once('GREG', 'GREG to 82 levels', 'GREG', numbersIn('greg.r'));
  once(
    'make 200 replicates',
    'make 200 bootstrap replicates (R also takes the rank of their matrix)',
    'make 200 replicates',
    undefined,
  );
  once(
    '200 replicates by province',
    'mean by province, 200 replicates',
    '200 replicates by province',
    heavy.numbers['200 replicates by province'],
  );
  const bothParts = (measured: readonly Measured[]): number[] =>
    measured.map(
      ({ milliseconds }) =>
        (milliseconds['make 200 replicates'] ?? 0) + (milliseconds['200 replicates by province'] ?? 0),
    );
  row('200 bootstrap replicates, made and used by province', bothParts([heavy]), bothParts(ours), '');
  for (const name of ['design', 'mean', 'mean by province']) {
    once(`nest ${name}`, `${name}, R as in its manual (nest = TRUE)`, name, heavy.numbers[`nest ${name}`]);
  }
  return all(ours, '20 x 6');
}

function oursAlone(): void {
  const ours = [0, 1, 2].map(() => runOurs(folder, String(rows), 'items'));
  say('| item | ours s |');
  say('| --- | --- |');
  for (const name of Object.keys(ours[0]?.milliseconds ?? {}))
    say(`| ${name} | ${seconds(median(all(ours, name)))} |`);
}

/** `wavebook estimate` and a data.table script as whole processes on the same CSV file. */
function wholeProcesses(inProcess: number[] | undefined): void {
  const wave = syntheticWave(rows, 6, 20);
  const csv = join(folder, 'wave.csv');
  writeWaveCsv(csv, wave);
  const command = [
    join(import.meta.dirname, '../../cli/bin/wavebook.js'),
    ...['estimate', csv, '--weight', 'weight', '--strata', 'strata', '--psu', 'psu'],
    ...wave.indicators.flatMap(({ name }) => ['--mean', name]),
    ...wave.breakdowns.flatMap(({ name }) => ['--by', name]),
    ...['--out', join(folder, 'ours.csv')],
  ];
  const ours: number[] = [];
  const theirs: number[] = [];
  const afterReading: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    ours.push(wholeProcess(process.execPath, command).milliseconds);
    if (!inProcess) continue;
    const script = [here('against-data-table.R'), csv, join(folder, 'dt.csv')];
    const { milliseconds, said } = wholeProcess('Rscript', script);
    theirs.push(milliseconds);
    afterReading.push(1000 * Number(said));
  }
  const name = `\`wavebook estimate\`, ${rows} rows x 60 columns, 20 x 6`;
  say();
  if (!inProcess) {
    say(`${name}: ${seconds(median(ours))} s`);
    return;
  }
  const estimatesIn = (file: string): number[] => {
    const [header = '', ...body] = readFileSync(join(folder, file), 'utf8').trim().split('\n');
    const at = ['variable', 'by', 'group', 'estimate', 'se', 'deff'].map((column) =>
      header.split(',').indexOf(column),
    );
    const found = body
      .map((line) => at.map((column) => line.split(',')[column] ?? ''))
      .map(([variable, by, group, ...figures]) => ({
        key: `${variable} ${by} ${group}`,
        figures: figures.map(Number),
      }));
    return found.sort((a, b) => (a.key < b.key ? -1 : 1)).flatMap(({ figures }) => figures);
  };
  const worst = largestDifference(estimatesIn('ours.csv'), estimatesIn('dt.csv'));
  if (!(worst <= 1e-9)) process.exitCode = 1;
  say(
    '| whole processes, from start to file, and the work alone | data.table s | ours s | data.table / ours, median | largest difference |',
  );
  say('| --- | --- | --- | --- | --- |');
  row(name, theirs, ours, worst.toExponential(1));
  row('20 x 6 alone, after reading', afterReading, inProcess.slice(0, REPEATS), '');
}

/** What is inside the time of two threads; of one it is the batch alone. */
const WAYS = [
  ['early', '100 x 12', 'first batch; the threads were made before the columns, as their page says'],
  ['early-private', '100 x 12', 'the same, and the columns stand in ordinary memory'],
  ['early', '100 x 12 again', 'second batch'],
  ['early-private', '100 x 12 again', 'second batch, and the columns stand in ordinary memory'],
  ['two', '100 x 12', 'first batch; the thread starts and compiles its code inside the time'],
  ['two-private', '100 x 12', 'the same, and the columns stand in ordinary memory'],
] as const;

/** Two threads beside one, on so many rows. */
async function onThreads(
  size: number,
  ways: readonly (typeof WAYS)[number][],
  repeats: number,
): Promise<void> {
  const measured = new Map<string, Measured[]>();
  const together: Measured[] = [];
  for (let i = 0; i < repeats; i++) {
    for (const way of new Set(['one', ...ways.map(([own]) => own)])) {
      measured.set(way, [...(measured.get(way) ?? []), runOurs(folder, String(size), 'many', way)]);
    }
    together.push(...(await runOursTwice(folder, String(size), 'many', 'one')));
  }
  const runs = (way: string): Measured[] => measured.get(way) ?? [];
  const numbersOf = (way: string): number[] => runs(way)[0]?.numbers['100 x 12'] ?? [];
  const same = ways.every(([way]) => largestDifference(numbersOf(way), numbersOf('one')) === 0);
  if (!same) process.exitCode = 1;
  say();
  say(
    `| ${size} rows, 100 indicators x 12 breakdowns, ${numbersOf('one').length / 2} estimates, ${same ? 'the same to the last bit' : '**not the same**'}; medians of ${repeats} processes a cell, taken in turn | one thread s | two threads s | times as fast |`,
  );
  say('| --- | --- | --- | --- |');
  const medianOf = (of: readonly Measured[], item: string): number => median(all(of, item));
  for (const [way, item, inside] of ways) {
    const [alone, both] = [medianOf(runs('one'), item), medianOf(runs(way), item)];
    say(`| ${inside} | ${seconds(alone)} | ${seconds(both)} | ${(alone / both).toFixed(2)} |`);
  }
  for (const [item, name] of [
    ['100 x 12', 'first'],
    ['100 x 12 again', 'second'],
  ] as const) {
    const [alone, half] = [medianOf(runs('one'), item), medianOf(together, item) / 2];
    say(
      `| the most that this machine gives: two processes at the same time, each with its whole ${name} batch, half their time | ${seconds(alone)} | ${seconds(half)} | ${(alone / half).toFixed(2)} |`,
    );
  }
}

async function manyOnThreads(): Promise<void> {
  await onThreads(rows, WAYS, 11);
  await onThreads(
    3 * rows,
    WAYS.filter(([way]) => !way.endsWith('private')),
    3,
  );
}

function growth(): void {
  const sizes = quick ? [1_700, 17_000] : [17_000, 170_000, 1_700_000];
  const measured = sizes.map((size) => runOurs(folder, String(size), 'growth'));
  say();
  say('| rows | design s | 6 breakdowns s | 20 x 6 s | median x 6 s | peak memory MB |');
  say('| --- | --- | --- | --- | --- | --- |');
  measured.forEach(({ milliseconds, megabytes }, i) => {
    const cells = ['design', 'cells', '20 x 6', 'median x 6'].map((name) => seconds(milliseconds[name] ?? 0));
    say(`| ${sizes[i]} | ${cells.join(' | ')} | ${megabytes.toFixed(0)} |`);
  });
}

await compileOurs(folder);
if (process.argv.includes('--only-threads')) {
  await manyOnThreads();
  rmSync(folder, { recursive: true });
  process.exit();
}
const versions = versionsOfR();
say('# Benchmark');
say();
say(
  `${rows} rows, ${rows / 20} PSUs; ${availableParallelism()} cores, Node ${process.version}${versions ? `, ${versions}` : ''}; load before the start ${loadavg()[0]?.toFixed(1)}. ` +
    'Every process cold; ours compiled to plain JavaScript, as it is published; R with whole-number PSU ids unique over strata, its best case; estimates with standard error, design effect and n, ours also with limits and missing share. ' +
    'Medians of three pairs taken in turn; R items of a minute and more, calibration and replicates once.',
);
say();
const inProcess = versions ? againstR() : undefined;
if (!versions) {
  say('R with survey and data.table is not installed: no comparison.');
  say();
  oursAlone();
}
wholeProcesses(inProcess);
await manyOnThreads();
growth();
rmSync(folder, { recursive: true });
if (!quick && versions) writeFileSync(here('results.md'), `${lines.join('\n')}\n`);
