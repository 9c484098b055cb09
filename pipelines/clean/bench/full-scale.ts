/**
 * A wave of 170,000 people and 600 columns, from the raw Stata file to clean records: seconds beside those of reading the file alone in the
 * same run, and whether the issues are the injected defects, no more and no less. Each in a process of its own, in turn; writes
 * full-scale.md. Part of `npm run bench`; `--keep DIR` takes a wave that stands there, or makes it there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeWave } from '@wavebook/synthetic';
import { readTable, type Table, textOf } from '@wavebook/tables';

const WAVE = '2017';
const PEOPLE = 170_000;
const COLUMNS = 600;
const RUNS = 3;

interface Measured {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

const { keep } = parseArgs({ options: { keep: { type: 'string' } } }).values;
const root = keep ?? mkdtempSync(join(tmpdir(), 'full-scale-'));
const folder = join(root, 'data', 'synthetic', 'monitoring', WAVE);
if (!existsSync(join(folder, 'snapshot.json')))
  writeWave({
    wave: WAVE,
    out: join(root, 'data', 'synthetic'),
    controlsOut: join(root, 'data', 'controls'),
    scale: PEOPLE,
    columns: COLUMNS,
    format: 'dta',
    truth: false,
  });
const raw = readdirSync(folder).find((name) => name.endsWith('.dta')) ?? '';

/** Runs one of the two measured programs and reads what it says of itself. */
function measure(program: string, args: readonly string[]): Measured {
  // as the stage runs: see its script data:clean
  const words = [
    '--max-semi-space-size=32',
    '--conditions=@wavebook/source',
    '--import',
    import.meta.resolve('tsx'),
  ];
  const script = join(import.meta.dirname, program);
  const { stdout, stderr, status } = spawnSync(process.execPath, [...words, script, ...args], {
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '..'),
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

const output = join(root, 'clean');
const read: Measured[] = [];
const cleaned: Measured[] = [];
for (let i = 0; i < RUNS; i++) {
  read.push(measure('read-alone.ts', [join(folder, raw)]));
  cleaned.push(measure('clean-alone.ts', [root, folder, output]));
}

const texts = (table: Table, name: string): string[] => {
  const column = textOf(table, name);
  return Array.from(column.codes, (code) => column.levels[code] ?? '');
};
const defectsIn = async (path: string): Promise<string[]> => {
  const { table } = await readTable(path, { typed: false });
  const [rows, codes, variables] = ['row', 'code', 'variable'].map((name) => texts(table, name)) as [
    string[],
    string[],
    string[],
  ];
  return rows.flatMap((row, i) => (codes[i] === '' ? [] : [`${row} ${codes[i]} ${variables[i]}`])).sort();
};
const injected = await defectsIn(join(folder, 'injected.csv'));
const found = await defectsIn(join(output, 'monitoring', WAVE, 'issues.csv'));
const equal = injected.length === found.length && injected.every((defect, i) => defect === found[i]);
if (keep === undefined) rmSync(root, { recursive: true });

const median = (runs: readonly Measured[], of: keyof Measured): number =>
  runs.map((run) => run[of]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] as number;
const row = (name: string, runs: readonly Measured[]): string =>
  `| ${name} | ${median(runs, 'seconds').toFixed(1)} | ${median(runs, 'cpu').toFixed(1)} | ${Math.round(median(runs, 'megabytes'))} |`;
const report = `# Cleaning at full scale

A synthetic wave of ${PEOPLE.toLocaleString('en-US')} people and ${COLUMNS} columns in a Stata file, on ${availableParallelism()} cores; medians of ${RUNS} runs in turn, made by \`npm run bench\`.

| from the raw .dta | seconds | CPU seconds | MB at the end |
|---|---|---|---|
${row('read alone, all columns', read)}
${row('to clean records, issues, audit and data quality', cleaned)}
| ratio | ${(median(cleaned, 'seconds') / median(read, 'seconds')).toFixed(1)} | ${(median(cleaned, 'cpu') / median(read, 'cpu')).toFixed(1)} | |

Issues found: ${found.length}; defects injected that cleaning must tell: ${injected.length}; ${equal ? 'the two lists are equal' : 'THE TWO LISTS DIFFER'}.
`;
writeFileSync(join(import.meta.dirname, 'full-scale.md'), report);
console.log(report);
if (!equal) process.exitCode = 1;
